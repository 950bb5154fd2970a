import { expect, test } from "vitest";
import { addresses } from "./addresses";
import { placesOfApp } from "./places";

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

const places = placesOfApp();

test("there are places", () => expect(places.length).toBeGreaterThan(40));

test.each(places)("$name is asked", ({ pattern }) => {
  expect(asked.filter((path) => pattern.test(path))).not.toEqual([]);
});
