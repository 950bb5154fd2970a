import { expect, test } from "vitest";
import { behindIt, promiseWords, segmentWords, sureWords } from "./row-words";

const speaker = { name: "a joint statement", kind: "DOCUMENT" as const };
const PLAIN = { exact: "They shredded notes.", start: 40, source: [] };
const promise = (dueFrom: string | null, dueTo: string | null) => ({
  text: "this morning",
  dueFrom,
  dueTo,
  precision: "DAY" as const,
  resolvedFrom: null,
});

test.each([
  ["REPORTED", speaker, "attributed to a joint statement"],
  ["REPORTED", null, "nobody named"],
  [
    "REPORTED_UNNAMED",
    { name: "a senior official", kind: "UNNAMED" as const },
    "attributed to a senior official, not named",
  ],
  ["UNSOURCED_SPECULATION", null, "no source given"],
  ["UNSOURCED_ASSERTION", null, "nobody named"],
  ["OPINION", null, "the writer’s own judgement"],
  ["BACKGROUND", null, "needs no source"],
] as const)("%s by %j", (label, who, expected) => {
  expect(behindIt({ ...PLAIN, label, speaker: who, prediction: null })).toBe(expected);
});

test("“no source given” never stands beside a marked source", () => {
  const rumour = { ...PLAIN, label: "UNSOURCED_SPECULATION" as const, speaker: null, prediction: null };
  expect(behindIt({ ...rumour, source: [{ start: 40, end: 44 }] })).toBe(
    "said by “They”, who can’t be asked",
  );
  expect(behindIt({ ...rumour, speaker: { name: "Guru Frank", kind: "PSEUDONYM" } })).toBe(
    "said by Guru Frank, who can’t be asked",
  );
  // Words elsewhere on the page are not shown here.
  expect(behindIt({ ...rumour, source: [{ start: 4, end: 9 }] })).toBe("no source given");
});

test("a statement goes with who issued it", () => {
  const exact = "The Finance Ministry said in a statement that the rate stays.";
  const speaker = { name: "a statement", kind: "DOCUMENT" as const };
  expect(behindIt({ ...PLAIN, exact, label: "REPORTED", speaker, prediction: null })).toBe(
    "attributed to a statement by the Finance Ministry",
  );
});

test("a promise is named beside who is behind it, with its day where it has one", () => {
  const facts = { ...PLAIN, label: "UNSOURCED_SPECULATION" as const, speaker: null };
  expect(behindIt({ ...facts, prediction: promise("2024-09-18", "2024-09-18") })).toBe(
    "no source given; a promise, due 18 September 2024",
  );
  expect(behindIt({ ...facts, prediction: promise(null, null) })).toBe(
    "no source given; a plan with no date",
  );
});

test.each([
  ["2024-09-17", "Open until 18 September 2024."],
  ["2024-09-18", "Due today."],
  ["2026-11-23", "Overdue since 18 September 2024. Nothing is recorded yet."],
])("a promise for 18 September 2024, seen on %s", (today, state) => {
  expect(promiseWords(promise("2024-09-18", "2024-09-18"), today)).toEqual({
    value: "A promise, due 18 September 2024",
    state,
  });
});

test("a teaser is named with the date of the post it belongs to, and nothing else is", () => {
  const reason = { axis: "SEGMENT" as const, rule: "r", version: "1", score: 1, words: "w" };
  const desk = {
    posts: [
      { headline: "A", date: "2024-07-25", isTeaser: false },
      { headline: null, date: "2024-09-18", isTeaser: true },
      { headline: null, date: null, isTeaser: true },
    ],
    segments: [
      { start: 0, end: 1, type: "BODY" as const, post: 0, reason },
      { start: 1, end: 2, type: "TEASER" as const, post: 1, reason },
      { start: 2, end: 3, type: "TEASER" as const, post: 2, reason },
    ],
  };
  expect([0, 1, 2, 3].map((index) => segmentWords(desk, index))).toEqual([
    "Article text",
    "Teaser: another post, 18 September 2024",
    "Teaser: another post",
    "",
  ]);
});

test.each([
  [0.9, "Sure."],
  [0.89, "Fairly sure."],
  [0.75, "Fairly sure."],
  [0.74, "Unsure."],
])("a score of %s", (score, expected) => expect(sureWords(score)).toBe(expected));
