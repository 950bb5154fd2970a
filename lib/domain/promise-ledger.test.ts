import { expect, test } from "vitest";
import { duePlace, EVERY_PROMISE, ledgerFilter } from "./promise-ledger";

test("an address without filters is the whole ledger", () => {
  expect(ledgerFilter({})).toEqual({ filter: EVERY_PROMISE, wrong: [] });
  expect(ledgerFilter({ state: "", publisher: "  ", from: "", q: " " })).toEqual({
    filter: EVERY_PROMISE,
    wrong: [],
  });
});

test("each filter is read, and one that is said twice counts as its first", () => {
  const { filter, wrong } = ledgerFilter({
    state: "overdue",
    publisher: " NINA ",
    speaker: ["Ali", "Omar"],
    from: "1969-12-31",
    to: "2150-01-01",
    q: "rate",
  });
  expect(wrong).toEqual([]);
  expect(filter).toEqual({
    state: "overdue",
    publisher: "NINA",
    speaker: "Ali",
    from: "1969-12-31",
    to: "2150-01-01",
    q: "rate",
  });
});

test.each([
  ["state", "OVERDUE"],
  ["state", "lies"],
  ["from", "2026-02-30"],
  ["from", "tomorrow"],
  ["to", "01.02.2026"],
  ["publisher", "x".repeat(201)],
  ["publisher", "\u0000"],
  ["speaker", "\ud800"],
  ["q", "x".repeat(1001)],
] as const)("%s can't be %s: it is named, and narrows nothing", (name, value) => {
  expect(ledgerFilter({ [name]: value })).toEqual({ filter: EVERY_PROMISE, wrong: [name] });
});

const ROW = "2026-01-31_0190a0a0-0000-7000-8000-000000000001_3";
test("a place is the key of a row and a way", () => {
  expect(duePlace({})).toBeNull();
  expect(duePlace({ after: ROW })).toMatchObject({ way: "after", cursor: { day: "2026-01-31", number: 3 } });
  expect(duePlace({ before: ROW })?.way).toBe("before");
});
test.each([{ after: "x" }, { after: ROW, before: ROW }, { before: "2026-13-01_x_1" }, { after: [ROW, ROW] }])(
  "a place that was made up is none: %j",
  (given) => expect(duePlace(given)).toBeUndefined(),
);
