import { expect, test } from "vitest";
import { restsOnEvidence } from "./claims";
import { VERDICT_MEANINGS } from "./scale";

const whole = { quote: "It was built in 1931.", publisher: "The archive", publishedAt: "2024-09-18" };

test.each(VERDICT_MEANINGS)("%s rests on one whole piece of evidence", (meaning) => {
  expect(restsOnEvidence(meaning, [{ ...whole, quote: null }, whole])).toBe(true);
});

test.each([
  ["SUPPORTED", false],
  ["CONTRADICTED", false],
  ["MIXED", false],
  ["OUTDATED", false],
  ["NO_EVIDENCE_FOUND", true],
  ["UNRESOLVED", true],
] as const)("%s without a whole piece: %s", (code, may) => {
  expect(restsOnEvidence(code, [])).toBe(may);
  for (const part of ["quote", "publisher", "publishedAt"])
    expect(restsOnEvidence(code, [{ ...whole, [part]: null }])).toBe(may);
  // Parts of two pieces make no whole one.
  expect(
    restsOnEvidence(code, [
      { ...whole, quote: null },
      { ...whole, publisher: null },
    ]),
  ).toBe(may);
});
