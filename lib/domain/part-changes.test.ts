import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PageParts, partAt } from "./page-parts";
import { PartChange } from "./page-parts-shapes";
import { heldParts, putRight, refuseCutThrough, refusePartCorrection, standingOf } from "./part-changes";
import { whatFollows } from "./part-follows";
import { lookedAt } from "./part-readings";

const LINES = [
  ["HEADLINE", 0, "The bridge opens"],
  ["BODY", 0, "It opens on Monday. The mayor said so."],
  ["COMMENT", 0, "I saw it close again."],
  ["TEASER", 1, "Old rumour: banks will shut …"],
  ["CHROME", 0, "Share this"],
] as const;
const text = LINES.map(([, , line]) => line).join("\n\n");
const at = (words: string) => text.indexOf(words);
const page: PageParts = {
  posts: [
    { headline: "The bridge opens", date: "2026-05-04", isTeaser: false },
    { headline: null, date: "2026-05-01", isTeaser: true },
  ],
  segments: LINES.map(([type, post, line]) => {
    const start = at(line);
    return { start, end: start + line.length, type, post, reason: { axis: "SEGMENT", words: "" } as never };
  }),
};
const types = (parts: PageParts) => parts.segments.map(({ type }) => type);
const words = (parts: PageParts) => parts.segments.map(({ start, end }) => text.slice(start, end));
const postOf = (parts: PageParts, of: string) => parts.posts[partAt(parts, { start: at(of) })?.post ?? -1];

describe("a part's type", () => {
  test("a comment that is the article's text is of its post; the machine's reason is gone", () => {
    const after = putRight(page, { act: "TYPE", start: at("I saw"), type: "BODY" }, text);
    expect(partAt(after, { start: at("I saw") })).toMatchObject({ type: "BODY", post: 0, reason: null });
  });
  test("a teaser that is the article's text belongs to the post above, and its own post is gone", () => {
    const after = putRight(page, { act: "TYPE", start: at("Old"), type: "BODY" }, text);
    expect(postOf(after, "Old")?.headline).toBe("The bridge opens");
    expect(after.posts).toHaveLength(1);
  });
  test("what is another post's start has a post of its own, without a day", () => {
    const after = putRight(page, { act: "TYPE", start: at("I saw"), type: "TEASER" }, text);
    expect(postOf(after, "I saw")).toEqual({ headline: null, date: null, isTeaser: true });
    expect(postOf(after, "Old")?.date).toBe("2026-05-01");
  });
  test("a post is headed by its headline, and by none where that was none", () => {
    const after = putRight(page, { act: "TYPE", start: at("The bridge"), type: "CHROME" }, text);
    expect(after.posts[0]?.headline).toBeNull();
  });
});

describe("merging and splitting", () => {
  test("two parts are one, of the type of the one above; what lies between them is in it", () => {
    const after = putRight(page, { act: "MERGE", start: at("I saw") }, text);
    expect(words(after)[1]).toBe("It opens on Monday. The mayor said so.\n\nI saw it close again.");
    expect(types(after)).toEqual(["HEADLINE", "BODY", "TEASER", "CHROME"]);
  });
  test("a part is two, without the space between them", () => {
    const after = putRight(page, { act: "SPLIT", start: at("It opens"), place: at("The mayor") }, text);
    expect(words(after).slice(1, 3)).toEqual(["It opens on Monday.", "The mayor said so."]);
    expect(types(after).slice(1, 3)).toEqual(["BODY", "BODY"]);
  });
  test("each half of a teaser is a post's start", () => {
    const after = putRight(page, { act: "SPLIT", start: at("Old"), place: at("banks") }, text);
    expect(postOf(after, "banks")).toEqual({ headline: null, date: null, isTeaser: true });
    expect(postOf(after, "Old")?.date).toBe("2026-05-01");
  });
  test.each([
    ["at its start", at("It opens"), "splitAtEdge"],
    ["at its end", at("so.") + 3, "splitAtEdge"],
    ["outside of it", at("Share"), "splitAtEdge"],
    ["inside a word", at("Monday") + 2, "splitInWord"],
  ])("no part is parted %s", (_, place, reason) => {
    expect(() => putRight(page, { act: "SPLIT", start: at("It opens"), place }, text)).toThrow(reason);
  });
  test("nor inside a character of two units, nor between a letter and its mark", () => {
    const one = (line: string): PageParts => ({
      posts: page.posts,
      segments: [{ start: 0, end: line.length, type: "BODY", post: 0, reason: null }],
    });
    for (const [line, place] of [
      ["Hello 👋🏽 there", 7],
      ["Cafe\u0301 closes", 4],
    ] as const)
      expect(() => putRight(one(line), { act: "SPLIT", start: 0, place }, line)).toThrow("splitInWord");
  });
  test("an Arabic part is parted at its sentence", () => {
    const line = "قال الوزير إن العمل سيبدأ. وأضاف أن الكلفة كبيرة.";
    const whole = { start: 0, end: line.length, type: "BODY" as const, post: 0, reason: null };
    const after = putRight(
      { posts: page.posts, segments: [whole] },
      { act: "SPLIT", start: 0, place: line.indexOf("وأضاف") },
      line,
    );
    expect(after.segments.map(({ start, end }) => line.slice(start, end))).toEqual([
      "قال الوزير إن العمل سيبدأ.",
      "وأضاف أن الكلفة كبيرة.",
    ]);
  });
});

describe("posts", () => {
  test("a post begins inside another one, and takes what is below along", () => {
    const after = putRight(page, { act: "BEGIN", start: at("I saw") }, text);
    expect(postOf(after, "I saw")).toBe(postOf(after, "Share"));
    expect(postOf(after, "I saw")).toEqual({ headline: null, date: null, isTeaser: false });
    expect(postOf(after, "It opens")?.headline).toBe("The bridge opens");
  });
  test("a post is one with the one above: what was a start of its own is the article's text", () => {
    const after = putRight(page, { act: "JOIN", start: at("Old") }, text);
    expect(after.posts).toHaveLength(1);
    expect(partAt(after, { start: at("Old") })?.type).toBe("BODY");
  });
  test("the day of a teaser's post is put right, and may be none", () => {
    const dated = putRight(page, { act: "DATE", start: at("Old"), date: "2026-04-30" }, text);
    expect(postOf(dated, "Old")?.date).toBe("2026-04-30");
    const without = putRight(dated, { act: "DATE", start: at("Old"), date: null }, text);
    expect(postOf(without, "Old")?.date).toBeNull();
  });
});

test.each<[string, PartChange, string]>([
  ["the first part with nothing", { act: "MERGE", start: 0 }, "nothingAbove"],
  ["the first post with nothing", { act: "JOIN", start: 0 }, "nothingAbove"],
  ["a part that isn't there", { act: "MERGE", start: 5 }, "partGone"],
  ["the type that it has", { act: "TYPE", start: 0, type: "HEADLINE" }, "sameType"],
  ["a post where one begins", { act: "BEGIN", start: at("Old") }, "postBegins"],
  ["the day of the page's own post", { act: "DATE", start: at("It opens"), date: null }, "ownDay"],
  ["the day that it has", { act: "DATE", start: at("Old"), date: "2026-05-01" }, "sameDay"],
])("refused: %s", (_, change, reason) => {
  expect(() => putRight(page, change, text)).toThrow(reason);
});

test.each([
  { act: "TYPE", start: 0, type: "ADVERT" },
  { act: "TYPE", start: -1, type: "BODY" },
  { act: "SPLIT", start: 0 },
  { act: "SPLIT", start: 0, place: 1e300 },
  { act: "DATE", start: 0, date: "2026-02-30" },
  { act: "ERASE", start: 0 },
])("unknown at the door: %j", (change) => {
  expect(PartChange.safeParse(change).success).toBe(false);
});

test("of what was put right the last is taken back first, and taking back is no correction that stands", () => {
  const acts = [
    "TYPE",
    "MERGE",
    "TAKE_BACK",
    "SPLIT",
    "TAKE_BACK",
    "TAKE_BACK",
    "TAKE_BACK",
    "DATE",
  ] as const;
  expect(standingOf(acts.map((act) => ({ act }))).map(({ act }) => act)).toEqual(["DATE"]);
});

test("a correction that has nothing to change any more changes nothing", () => {
  const same: PartChange = { act: "DATE", start: at("Old"), date: "2026-05-01" };
  const type: PartChange = { act: "TYPE", start: at("I saw"), type: "BODY" };
  expect(heldParts(page, [same, type], text)).toEqual(putRight(page, type, text));
});

test("words that are marked are never cut through", () => {
  const marked = [{ start: at("It opens"), end: at("so.") + 3 }];
  const after = putRight(page, { act: "SPLIT", start: at("It opens"), place: at("The mayor") }, text);
  expect(() => refuseCutThrough(page, after, marked)).toThrow("splitInStatement");
  expect(() => refuseCutThrough(page, after, [{ start: at("It"), end: at(" The mayor") }])).not.toThrow();
});

test("a screen that knew less, too many corrections, and open forms are refused", () => {
  expect(() => refusePartCorrection({ corrections: 2, openDrafts: 0 }, 1)).toThrow("stale");
  expect(() => refusePartCorrection({ corrections: 200, openDrafts: 0 }, 200)).toThrow("manyPartCorrections");
  expect(() => refusePartCorrection({ corrections: 0, openDrafts: 1 }, 0)).toThrow("draftsInTheWay");
  expect(() => refusePartCorrection({ corrections: 199, openDrafts: 0 }, 199)).not.toThrow();
});

describe("what follows", () => {
  const promise = { resolvedFrom: "2026-05-01" };
  const inBody = { start: at("It opens"), end: at(" The mayor"), prediction: null };
  const inTeaser = { start: at("Old"), end: at("shut"), prediction: promise };
  const follows = (change: PartChange) =>
    whatFollows(
      page,
      putRight(page, change, text),
      { text, looked: lookedAt(page) },
      { statements: [inBody, inTeaser], suggestions: [{ ...inBody, prediction: null }] },
    );

  test("statements leave with the article's text, and suggestions needn't be decided", () => {
    expect(follows({ act: "TYPE", start: at("It opens"), type: "COMMENT" })).toMatchObject({
      leaving: 1,
      suggestionsLeaving: 1,
      coming: 0,
      isUnread: false,
    });
  });
  test("a teaser's statement becomes the article's own, and its day another", () => {
    expect(follows({ act: "TYPE", start: at("Old"), type: "BODY" })).toMatchObject({ toOwn: 1, counted: 1 });
  });
  test("a comment that is the article's text was not read by the machine", () => {
    expect(follows({ act: "TYPE", start: at("I saw"), type: "BODY" })).toMatchObject({ isUnread: true });
  });
  test("a day tells of the due dates that were counted from another one", () => {
    expect(follows({ act: "DATE", start: at("Old"), date: "2026-04-30" }).counted).toBe(1);
    expect(follows({ act: "TYPE", start: at("Share"), type: "COMMENT" }).counted).toBe(0);
  });
});

const anyChange = fc.oneof(
  fc.record({ act: fc.constantFrom("MERGE" as const, "BEGIN" as const, "JOIN" as const), part: fc.nat(6) }),
  fc.record({
    act: fc.constant("TYPE" as const),
    part: fc.nat(6),
    type: fc.constantFrom("BODY" as const, "TEASER" as const, "COMMENT" as const, "HEADLINE" as const),
  }),
  fc.record({ act: fc.constant("SPLIT" as const), part: fc.nat(6), place: fc.nat(text.length) }),
);

test("whatever is put right, the parts stay in order, lose no word that they held, and every post has one", () => {
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 12 }), (asked) => {
      let parts = page;
      for (const { part, ...change } of asked) {
        const start = parts.segments[part]?.start ?? 0;
        parts = heldParts(parts, [{ ...change, start } as PartChange], text);
      }
      const held = (one: PageParts) => words(one).join("").replace(/\s/g, "");
      expect(held(parts)).toBe(held(page));
      for (const [i, { start, end }] of parts.segments.entries()) {
        expect(start).toBeLessThan(end);
        expect(start).toBeGreaterThanOrEqual(parts.segments[i - 1]?.end ?? 0);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }
      expect(new Set(parts.segments.map(({ post }) => post)).size).toBe(parts.posts.length);
    }),
  );
});
