import { expect, test } from "vitest";
import { newsIn, waitOf } from "./live";
import { LiveQuestion, LiveTab } from "./live-shapes";

const ID = "0192f000-0000-7000-8000-000000000001";
const TAB = "0".repeat(32);

test.each([
  { on: "queue", since: "0" },
  { on: `article:${ID}`, since: "12" },
  { on: `claim:${ID}`, since: String(Number.MAX_SAFE_INTEGER) },
])("%o can be asked", (question) => {
  expect(LiveQuestion.safeParse(question).success).toBe(true);
});

test.each([
  {},
  { on: "queue" },
  { on: `user:${ID}`, since: "0" },
  { on: `article:${ID} OR 1=1`, since: "0" },
  { on: `article:${ID}`, since: "-1" },
  { on: `article:${ID}`, since: "1.5" },
  { on: `article:${ID}`, since: "9".repeat(40) },
  { on: `article:${ID}`, since: "0; DROP TABLE" },
])("%o can't", (question) => {
  expect(LiveQuestion.safeParse(question).success).toBe(false);
});

test.each([
  "s-0192f000-0000-7000-8000-000000000001",
  "g-0192f000-0000-7000-8000-000000000001",
  "t-1204",
  null,
])("a tab may be at %o", (at) => {
  expect(LiveTab.safeParse({ tab: TAB, on: "queue", at }).success).toBe(true);
});

test.each(["new", "s-", "t-<b>", `t-${"1".repeat(40)}`, "words of somebody", 7])(
  "a tab isn't at %o",
  (at) => {
    expect(LiveTab.safeParse({ tab: TAB, on: "queue", at }).success).toBe(false);
  },
);

const news = {
  sequence: 1,
  changed: [ID],
  acts: [1],
  isCut: false,
  here: [{ id: ID, name: "Mara", at: null }],
};

test("news are read from an answer", () => {
  expect(newsIn(JSON.stringify(news))).toEqual(news);
});

test.each([
  "",
  "<p>Sign in</p>",
  "null",
  "[]",
  JSON.stringify({ ...news, sequence: -1 }),
  JSON.stringify({ ...news, acts: ["1"] }),
  JSON.stringify({ ...news, here: [{ id: ID, name: null, at: null }] }),
  JSON.stringify({ sequence: 1 }),
])("%s is no news", (text) => {
  expect(newsIn(text)).toBeNull();
});

test("a screen waits until its person rests, and no longer than half a minute in all", () => {
  expect(waitOf(0)).toBe(5_000);
  expect(waitOf(20_000)).toBe(5_000);
  expect(waitOf(27_000)).toBe(3_000);
  for (const behindFor of [30_000, 90_000]) expect(waitOf(behindFor)).toBe(0);
});
