import { expect, test } from "vitest";
import { fullShare, QuotaSetting, turnOf } from "./quotas";

const quotas = QuotaSetting.parse("waiting=3, pages=10 megabytes=2");

test("a setting names what it changes", () => {
  expect(quotas).toEqual({ ...QuotaSetting.parse(undefined), waiting: 3, pages: 10, megabytes: 2 });
  expect(QuotaSetting.parse("")).toEqual(QuotaSetting.parse(undefined));
});

test.each([
  "waiting",
  "waiting=",
  "waiting=-1",
  "waiting=1.5",
  "nothing=1",
  "waiting=99999999999",
  "__proto__=1",
  "forms=1;x",
])("no setting: %s", (text) => {
  expect(QuotaSetting.safeParse(text).error?.issues[0]?.message).toContain("waiting, pages, megabytes");
});

test.each([
  [{ waiting: 2, pages: 9, bytes: 1_000_000 }, 1_000_000, null],
  [{ waiting: 3, pages: 0, bytes: 0 }, 0, "waiting"],
  [{ waiting: 0, pages: 10, bytes: 0 }, 0, "pages"],
  [{ waiting: 0, pages: 0, bytes: 1_000_000 }, 1_000_001, "megabytes"],
] as const)("%j and %d bytes more: %s", (share, bytes, full) => {
  expect(fullShare(share, bytes, quotas)).toBe(full);
});

test("the more waits, the later the next one, and never as late as what is imported in bulk", () => {
  expect([0, 1, 2, 3, 7, 63, 511, 1e9].map(turnOf)).toEqual([0, 1, 1, 2, 3, 6, 9, 9]);
});
