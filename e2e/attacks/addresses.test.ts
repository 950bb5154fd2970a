import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { addresses } from "./addresses";

/** The list of addresses leaves none out: each page and each route of the product is asked. */

const NAMES = {
  versionId: "v",
  reviewId: "r",
  claimId: "c",
  importId: "i",
  articleSlug: "a",
  claimSlug: "k",
};
const asked = addresses(NAMES).map(({ path }) => path.split("?")[0] ?? "");

const places = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/${file.replace(/\([^)]*\)\//g, "").replace(/\/?(?:page\.tsx|route\.ts)$/, "")}`);

test("there are places", () => expect(places.length).toBeGreaterThan(40));

test.each(places)("%s is asked", (place) => {
  const parts = place
    .split("/")
    .map((part) =>
      part.startsWith("[...") ? ".+" : part.startsWith("[") ? "[^/]+" : part.replaceAll(".", "\\."),
    );
  const pattern = new RegExp(`^${parts.join("/")}$`);
  expect(asked.filter((path) => pattern.test(path))).not.toEqual([]);
});
