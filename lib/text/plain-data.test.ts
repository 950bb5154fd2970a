import { expect, test } from "vitest";
import {
  isAmount,
  isCount,
  isListOf,
  isOneOf,
  isOrNull,
  isRecordOf,
  isText,
  isTexts,
  isTicked,
  isYesOrNo,
} from "./plain-data";

interface Row {
  readonly name: string;
  readonly pages: number;
  readonly kind: "A" | "B";
  readonly last: string | null;
  readonly isOpen: boolean;
  readonly flags: { readonly linked?: boolean | undefined };
}

const isRow = isRecordOf<Row>({
  name: isText,
  pages: isCount,
  kind: isOneOf(["A", "B"]),
  last: isOrNull(isText),
  isOpen: isYesOrNo,
  flags: isTicked(["linked"]),
});

const row = { name: "Maria", pages: 0, kind: "A", last: null, isOpen: false, flags: {} };

test.each([row, { ...row, last: "2026" }, { ...row, flags: { linked: true } }, { ...row, more: 1 }])(
  "%o is a row",
  (value) => expect(isRow(value)).toBe(true),
);

test.each([
  null,
  undefined,
  "Maria",
  [],
  { ...row, name: null },
  { ...row, pages: -1 },
  { ...row, pages: 0.5 },
  { ...row, pages: "0" },
  { ...row, kind: "C" },
  { ...row, last: undefined },
  { ...row, isOpen: 0 },
  { ...row, flags: null },
  { ...row, flags: { linked: "yes" } },
])("%o is none", (value) => expect(isRow(value)).toBe(false));

test("a list is of so many, each of which is so", () => {
  const isList = isListOf(isText, 2);
  expect([[], ["a"], ["a", "b"]].every(isList)).toBe(true);
  expect([null, "ab", ["a", 1], ["a", "b", "c"], { length: 0 }].some(isList)).toBe(false);
});

test("an amount may be broken and less than nothing, and is a number", () => {
  expect([0, -0.5, 3].every(isAmount)).toBe(true);
  expect([Number.NaN, Number.POSITIVE_INFINITY, "3", null].some(isAmount)).toBe(false);
});

test("texts stand under whatever names", () => {
  expect([{}, { wording: "a", place: "" }].every(isTexts)).toBe(true);
  expect([null, [], ["a"], "a", { wording: 1 }, { wording: null }].some(isTexts)).toBe(false);
});
