import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The desk decides; how it is stored is for `lib/db` alone. */
const HERE = new URL("./", import.meta.url);
const VERBS = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter((name) =>
  /^(?!testing)[a-z-/]+\.ts$/.test(name),
);

test.each(VERBS)("%s asks the database's functions, never the database itself", (name) => {
  const source = readFileSync(new URL(name, HERE), "utf8");
  expect(source.match(/\btx\s*\.\s*\S+|\$(?:query|execute)Raw\w*|\bdatabase\(/g) ?? []).toEqual([]);
});

test("there are verbs to look at", () => expect(VERBS.length).toBeGreaterThan(10));
