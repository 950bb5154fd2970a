import { expect, test } from "vitest";
import {
  afterLook,
  daysLater,
  type EvidenceWatch,
  FIRST_PAUSE,
  type LookResult,
  resultOfPage,
  resultWithoutPage,
} from "./evidence-watch";

const NEW: EvidenceWatch = {
  days: FIRST_PAUSE,
  wellAt: null,
  trouble: null,
  looks: 0,
  since: null,
  message: null,
  saidAt: null,
};
const WELL: LookResult = { trouble: null, isSeen: true };
const GONE: LookResult = { trouble: "GONE", message: "No page." };
const CHANGED: LookResult = { trouble: "CHANGED", message: "Not there." };
const day = (n: number) => new Date(Date.UTC(2024, 8, n));

/** Looks one after the other, each when it is due; the state after each, and the days between them. */
function looks(...results: LookResult[]) {
  let watch = NEW;
  let now = day(1);
  return results.map((result) => {
    watch = afterLook(watch, result, now);
    const seen = { ...watch, at: now };
    now = daysLater(now, watch.days, 0);
    return seen;
  });
}

test("a page that is well is looked at after two weeks, then every four", () => {
  expect(looks(WELL, WELL, WELL, WELL).map(({ days }) => days)).toEqual([14, 28, 28, 28]);
  expect(looks(WELL).at(0)).toMatchObject({ wellAt: day(1), trouble: null, saidAt: null });
});

test("a page that is gone is said to be gone at the third look, on a later day, and is looked at less and less", () => {
  const seen = looks(GONE, GONE, GONE, GONE, GONE, GONE, GONE, GONE);
  expect(seen.map(({ days }) => days)).toEqual([1, 2, 4, 8, 16, 28, 28, 28]);
  expect(seen.map(({ saidAt }) => saidAt)).toEqual([null, null, ...Array(6).fill(day(4))]);
  expect(seen.at(-1)).toMatchObject({ looks: 8, since: day(1), message: "No page." });
});

test("another trouble is counted from its own first look, and what was said of the one before no longer holds", () => {
  const seen = looks(WELL, GONE, GONE, CHANGED, GONE, GONE, GONE, CHANGED);
  expect(seen.map((one) => one.looks)).toEqual([0, 1, 2, 1, 1, 2, 3, 1]);
  expect(seen.map(({ saidAt }) => saidAt !== null)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    true,
    false,
  ]);
  expect(seen.at(-1)).toMatchObject({ trouble: "CHANGED", wellAt: day(1), days: 1 });
});

test("one look that is well again ends it all, and it is looked at in a week", () => {
  expect(looks(GONE, GONE, GONE, WELL).at(-1)).toMatchObject({
    trouble: null,
    looks: 0,
    since: null,
    message: null,
    saidAt: null,
    days: 7,
  });
});

const sentences = { missing: "Not there.", unreadable: "Can't be read." };
test.each([
  ["a quotation that stands there", "words", "FOUND", null, { trouble: null, isSeen: true }],
  ["no quotation", null, "NOT_LOOKED_FOR", null, { trouble: null, isSeen: true }],
  ["a quotation that doesn't", "words", "MISSING", null, { trouble: "CHANGED", message: "Not there." }],
  ["a page that never could be read", "words", "NOT_LOOKED_FOR", null, { trouble: null, isSeen: false }],
  [
    "a page that could be read once",
    "words",
    "NOT_LOOKED_FOR",
    day(1),
    { trouble: "CHANGED", message: "Can't be read." },
  ],
] as const)("%s", (_, quote, found, wellAt, result) => {
  expect(resultOfPage(quote, { quote: found }, wellAt, sentences)).toEqual(result);
});

test("a page that can't be read doesn't count as seen, and takes nothing from when it was", () => {
  expect(afterLook({ ...NEW, wellAt: day(1) }, { trouble: null, isSeen: false }, day(9)).wellAt).toEqual(
    day(1),
  );
});

test("only what a server says of its own page is gone", () => {
  expect(resultWithoutPage({ kind: "refused", sentence: "s", isGone: true }).trouble).toBe("GONE");
  expect(resultWithoutPage({ kind: "refused", sentence: "s", isGone: false }).trouble).toBe("REFUSED");
  expect(resultWithoutPage({ kind: "later", sentence: "s", waitMs: null }).trouble).toBe("SILENT");
});

test("a message is cut where it is longer than is kept", () => {
  expect(afterLook(NEW, { trouble: "SILENT", message: "x".repeat(9000) }, day(1)).message).toHaveLength(2000);
});
