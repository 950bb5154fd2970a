import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Forms that signed-in people post are counted, whoever writes the action. */

const actions = execFileSync("git", ["ls-files", "app"], { encoding: "utf8" })
  .split("\n")
  .filter((file) => /actions\.ts$/.test(file));

test("there are actions", () => expect(actions.length).toBeGreaterThan(5));

test.each(actions)("%s asks who posts, and doesn't go round the count", (file) => {
  expect(readFileSync(file, "utf8")).not.toMatch(/\brequireActor\b|\bcurrentActor\b/);
});
