import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reasonWords } from "#lib/words/reason-words";
import { analyse } from "./analyse";

/** The table of rules in docs/pipeline.md is what an editor is pointed to: no reason may carry an id that it doesn't explain. */
const documented = new Set(
  [
    ...readFileSync(new URL("../../docs/pipeline.md", import.meta.url), "utf8").matchAll(
      /^\| `([a-z/-]+)` \|/gm,
    ),
  ].map(([, id]) => id),
);
const pages = readFileSync(new URL("./fixtures/dev-own.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n");

describe("every reason that is given", () => {
  test.each(pages.map((line) => [String(JSON.parse(line).id), String(JSON.parse(line).text)]))(
    "on page %s is explained",
    (_, text) => {
      const { segments, statements } = analyse({ format: "text", content: text, url: null, publisher: null });
      const reasons = [
        ...segments.map(({ reason }) => reason),
        ...statements.flatMap((statement) => statement.reasons),
      ];
      expect(reasons.filter(({ rule }) => !documented.has(rule))).toEqual([]);
      for (const reason of reasons) expect(reasonWords(reason)).toMatch(/^[A-Z“].*\.$/);
    },
  );
});

test.each([
  ["segment", "segment"],
  ["attribute", "source"],
  ["classify", "source"],
])("every rule named in the %s stage is explained", (stage, prefix) => {
  const folder = new URL(`./${stage}/`, import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.ts$/.test(name),
  );
  const source = files.map((file) => readFileSync(new URL(file, folder), "utf8")).join("\n");
  const named = [...source.matchAll(/rule: "([a-z-]+)"/g)].map(([, id]) => `${prefix}/${id}`);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((id) => !documented.has(id))).toEqual([]);
});
