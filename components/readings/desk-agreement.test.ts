import { expect, test } from "vitest";
import type { Told } from "#lib/domain/agreement-report";
import { deskAgreementWords } from "./desk-agreement";

const told = (n: number, value: number | null = 0.82): Told => ({
  figure: value === null ? { value, n, why: n === 0 ? "NOTHING" : "ONE_LABEL" } : { value, n },
  interval: value === null ? null : { low: 0.7, high: 0.91 },
});

test.each([
  [told(1), "too few to say (n = 1)"],
  [told(9), "too few to say (n = 9)"],
  [told(9, null), "too few to say (n = 9)"],
  [told(10), "0.82, 0.70 to 0.91 (n = 10)"],
  [told(0, null), "Can’t be told: nothing was compared."],
  [told(12, null), /^Can’t be told: only one value/],
])("the desk tells no figure of fewer than ten places: %j", (given, said) => {
  expect(deskAgreementWords(given)).toMatch(said);
});
