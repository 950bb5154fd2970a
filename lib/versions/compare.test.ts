import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ComparedText, Fate } from "#lib/domain/version-diff";
import { foldedWords } from "#lib/text/folded-words";
import { compareVersions, isSameSubstance } from "./compare";

const BODY = "BODY" as const;
/** A text of body paragraphs, each a segment's line. */
const body = (...lines: string[]): ComparedText => parts([BODY, ...lines]);

/** Parts of a page, each with its type first. */
function parts(...given: [ComparedText["segments"][number]["type"], ...string[]][]): ComparedText {
  let text = "";
  const segments = given.map(([type, ...lines]) => {
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += lines.join("\n\n");
    return { start, end: text.length, type };
  });
  return { text, segments };
}

function fate(older: ComparedText, newer: ComparedText, words: string): Fate {
  const start = older.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return compareVersions(older, newer).fateOf({ start, end: start + words.length });
}

const keys = (text: string) => foldedWords(text).map(({ key }) => key);
const changes = (older: ComparedText, newer: ComparedText) =>
  compareVersions(older, newer)
    .pieces.filter(({ kind }) => kind !== "SAME")
    .map(({ kind, older: a, newer: b }) =>
      kind === "REMOVED"
        ? `-${older.text.slice(a.start, a.end).trim()}`
        : `+${newer.text.slice(b.start, b.end).trim()}`,
    );

const QUAY = "The mayor, Lina Aziz, said that the quay will be widened by ten metres.";
const COST = "The ministry will pay half of the cost, she said.";
const BUILT = "The quay was built in 1931.";

describe("trivial differences are none", () => {
  test.each([
    ["white space", "One word.\n\nAnd another.", "One  word.\nAnd\u00a0another."],
    ["quotation marks", "“Yes,” said ‘Ali’.", '"Yes," said "Ali".'],
    ["an apostrophe", "It’s the mayor’s.", "It's the mayor's."],
    ["dashes and the space around them", "The quay — old — stood.", "The quay–old–stood."],
    ["an ellipsis", "Any day now…", "Any day now..."],
    ["invisible characters", "The co\u00adoper\u200bative\u200e quay.", "The cooperative quay."],
    ["joiners in Persian letters", "می\u200cرود به خانه", "میرود به خانه"],
    ["direction marks in Arabic", "قال الوزير\u200f: «نعم»", 'قال الوزير: "نعم"'],
    ["guillemets in Sorani", "وەزیر گوتی: «بەڵێ».", "وەزیر گوتی: “بەڵێ”."],
  ])("%s", (_, older, newer) => {
    expect(keys(newer)).toEqual(keys(older));
    expect(changes(body(older), body(newer))).toEqual([]);
    expect(isSameSubstance(body(older), body(newer))).toBe(true);
  });

  test.each([
    ["a letter", "The quay opens.", "The quays opens."],
    ["a capital", "The us envoy.", "The US envoy."],
    ["a number", "It cost 3.5 million.", "It cost 35 million."],
    ["a question", "He knew.", "He knew?"],
    ["a hamza", "اعلن الوزير", "أعلن الوزير"],
    ["a Kurdish letter", "ده‌وڵەت", "دەوڵەت"],
    ["two sentences that changed places", "He left. She came.", "She came. He left."],
  ])("%s is no trivial difference", (_, older, newer) => {
    expect(isSameSubstance(body(older), body(newer))).toBe(false);
    expect(changes(body(older), body(newer))).not.toEqual([]);
  });
});

describe("furniture doesn't count, the article does", () => {
  const page = (clock: string, teaser: string, comment: string, text: string) =>
    parts(
      ["CHROME", clock],
      ["HEADLINE", "The quay"],
      [BODY, text],
      ["TEASER", teaser],
      ["COMMENT", comment],
    );
  const before = page("12:01", "Most read: a storm.", "First!", QUAY);

  test("a clock, a list of other posts, a comment", () =>
    expect(isSameSubstance(before, page("12:02", "Most read: a flood.", "I saw it.", QUAY))).toBe(true));
  test.each([
    ["Posted May 3, 2024 | Reads: 12", "Posted May 3, 2024 | Reads: 1,204", true],
    ["Updated 5 minutes ago", "Updated 2 hours ago", true],
    ["Posted May 3, 2024", "Posted May 4, 2024", false],
  ])("a date line: %s, then %s", (older, newer, same) =>
    expect(
      isSameSubstance(parts(["DATELINE", older], [BODY, QUAY]), parts(["DATELINE", newer], [BODY, QUAY])),
    ).toBe(same),
  );
  test("a sentence of the article", () =>
    expect(isSameSubstance(before, page("12:01", "Most read: a storm.", "First!", COST))).toBe(false));
  test("a page that is furniture from end to end is compared as a whole", () =>
    expect(isSameSubstance(parts(["CHROME", "Home"]), parts(["CHROME", "Away"]))).toBe(false));
});

describe("word by word", () => {
  test.each([
    ["the changed words alone", QUAY, QUAY.replace("ten", "twelve"), ["-ten", "+twelve"]],
    [
      "a number as a whole",
      "It cost 3,500 dinars in all.",
      "It cost 3,600 dinars in all.",
      ["-3,500", "+3,600"],
    ],
    ["a sentence that came", `${QUAY} ${BUILT}`, `${QUAY} ${COST} ${BUILT}`, [`+${COST}`]],
    ["a sentence that went", `${QUAY} ${COST} ${BUILT}`, `${QUAY} ${BUILT}`, [`-${COST}`]],
    [
      "Arabic",
      "قال الوزير إن الميناء سيفتح غدا.",
      "قال الوزير إن الميناء سيفتح يوم الأحد.",
      ["-غدا", "+يوم الأحد"],
    ],
    [
      "Sorani",
      "وەزیر گوتی بەندەرەکە سبەی دەکرێتەوە.",
      "وەزیر گوتی بەندەرەکە دوێنێ کرایەوە.",
      ["-سبەی دەکرێتەوە", "+دوێنێ کرایەوە"],
    ],
    [
      "characters of two units",
      "The 😀 minister said yes.",
      "The 😀 minister said 🎉 no.",
      ["-yes", "+🎉 no"],
    ],
  ])("%s", (_, older, newer, expected) => expect(changes(body(older), body(newer))).toEqual(expected));
});

describe("what became of a statement", () => {
  test.each<[string, ComparedText, ComparedText, string, object]>([
    [
      "it stands where it stood",
      body(QUAY, BUILT),
      body("First, a word.", QUAY, BUILT),
      QUAY,
      { kind: "STANDS", isMoved: false },
    ],
    [
      "it stands in other quotation marks",
      body("“We agree”, he said to us."),
      body('"We agree", he said to us.', BUILT),
      "“We agree”, he said to us.",
      { kind: "STANDS" },
    ],
    [
      "it stands in another place",
      body(QUAY, COST, BUILT),
      body(BUILT, COST, QUAY),
      QUAY,
      { kind: "STANDS", isMoved: true },
    ],
    [
      "it was reworded",
      body(QUAY, BUILT),
      body(QUAY.replace("ten metres", "four metres"), BUILT),
      QUAY,
      { kind: "REWORDED", ownWordsStand: false },
    ],
    [
      "its end was cut off",
      body(QUAY),
      body("The mayor, Lina Aziz, said that the quay will be widened."),
      QUAY,
      { kind: "REWORDED" },
    ],
    [
      "it was joined to another sentence",
      body("The quay was built in 1931.", COST),
      body("The quay was built in 1931, and it was widened twice.", COST),
      BUILT,
      { kind: "REWORDED" },
    ],
    [
      "it was cut in two",
      body("Lina Aziz widened the quay and the ministry paid half of it."),
      body("Lina Aziz widened the quay. The ministry paid half of it."),
      "Lina Aziz widened the quay and the ministry paid half of it.",
      { kind: "REWORDED" },
    ],
    ["it was removed", body(QUAY, COST, BUILT), body(QUAY, BUILT), COST, { kind: "REMOVED" }],
    [
      "something else stands in its place",
      body(QUAY, COST),
      body(QUAY, "Nobody has asked the fishermen about any of this."),
      COST,
      { kind: "REMOVED" },
    ],
    [
      "only a reader repeats it",
      parts([BODY, QUAY, COST]),
      parts([BODY, QUAY], ["COMMENT", COST]),
      COST,
      { kind: "UNCLEAR", doubt: "OTHER_PART" },
    ],
    [
      "it stood twice, and one is gone",
      body(COST, QUAY, BUILT, COST),
      body(COST, QUAY, BUILT),
      COST,
      { kind: "STANDS" },
    ],
    [
      "it stood once, and moved to two places",
      body(COST, QUAY, BUILT),
      body(QUAY, "Some say otherwise.", COST, "Others agree.", COST),
      COST,
      { kind: "UNCLEAR", doubt: "SEVERAL" },
    ],
    [
      "a sentence elsewhere is much like it",
      body(COST, QUAY, BUILT),
      body(QUAY, BUILT, "The ministry will pay a third of the cost, she said."),
      COST,
      { kind: "UNCLEAR", doubt: "ALIKE" },
    ],
    [
      "Arabic: reworded",
      body("قال الوزير إن الميناء سيفتح غدا."),
      body("قال الوزير إن الميناء سيفتح يوم الأحد."),
      "قال الوزير إن الميناء سيفتح غدا.",
      { kind: "REWORDED" },
    ],
    [
      "Sorani: it stands",
      body("وەزیر گوتی بەندەرەکە دەکرێتەوە."),
      body("هەواڵێکی نوێ.", "وەزیر گوتی بەندەرەکە دەکرێتەوە."),
      "وەزیر گوتی بەندەرەکە دەکرێتەوە.",
      { kind: "STANDS" },
    ],
  ])("%s", (_, older, newer, words, expected) => expect(fate(older, newer, words)).toMatchObject(expected));

  test("words that now stand in a denial are not the same statement", () => {
    const found = fate(
      body("Taxes will rise next year."),
      body("It is false that taxes will rise next year."),
      "Taxes will rise next year.",
    );
    expect(found.kind).toBe("REWORDED");
  });

  test("a part of a sentence whose surroundings changed is told as reworded, and that its own words stand", () => {
    const older = body("The mayor said that the quay will be widened, and she smiled.");
    const newer = body("The mayor denied that the quay will be widened, and she smiled.");
    expect(fate(older, newer, "the quay will be widened")).toMatchObject({
      kind: "REWORDED",
      ownWordsStand: true,
    });
  });

  test("the second of two that read alike, gone from its place, is not taken for the first", () => {
    const older = body(COST, QUAY, BUILT, COST);
    const start = older.text.lastIndexOf(COST);
    const found = compareVersions(older, body(COST, QUAY, BUILT)).fateOf({ start, end: start + COST.length });
    expect(found).toEqual({ kind: "UNCLEAR", doubt: "SEVERAL", newer: null });
  });

  test("where it stands is told to the unit, in texts with characters of two units", () => {
    const older = body("😀 Hello.", QUAY);
    const newer = body("😀😀 Hello there.", "🎉", QUAY);
    const found = fate(older, newer, QUAY);
    expect(found.kind).toBe("STANDS");
    if (found.kind === "STANDS") expect(newer.text.slice(found.newer.start, found.newer.end)).toBe(QUAY);
  });

  test("a reworded sentence comes with both texts, and the changed words alone differ", () => {
    const older = body(QUAY, BUILT);
    const newer = body(QUAY.replace("ten", "four"), BUILT);
    const found = fate(older, newer, QUAY);
    if (found.kind !== "REWORDED") throw new Error(found.kind);
    const whole = (side: "older" | "newer") =>
      found.pieces
        .map((piece) => (side === "older" ? older : newer).text.slice(piece[side].start, piece[side].end))
        .join("");
    expect([whole("older"), whole("newer")]).toEqual([QUAY, QUAY.replace("ten", "four")]);
    expect(found.pieces.map(({ kind }) => kind)).toEqual(["SAME", "REMOVED", "ADDED", "SAME"]);
  });

  test("of a page that is another one from end to end, what can't be compared is not called removed", () => {
    const many = (word: string) =>
      body(Array.from({ length: 4000 }, (_, i) => `${word}${i} is ${word}${i}`).join(" "));
    const older = many("a");
    const found = compareVersions(older, many("b"));
    expect(found.isWordByWord).toBe(false);
    expect(found.fateOf({ start: 0, end: older.text.length })).toMatchObject({
      kind: "UNCLEAR",
      doubt: "TOO_MUCH",
    });
  });
});

describe("a sentence with some of a statement's words", () => {
  const OLD = "The mayor closed the old quay because its piles had cracked badly.";
  test.each([
    [
      "half of them make it the successor",
      "The mayor closed the old quay and opened another one.",
      "REWORDED",
    ],
    [
      "three of twelve do not",
      "The mayor closed schools, banks and shops until further notice came.",
      "REMOVED",
    ],
    ["one does not", "Another piles firm came to town.", "REMOVED"],
  ])("%s", (_, newer, kind) => {
    expect(fate(body(BUILT, OLD, COST), body(BUILT, newer, COST), OLD).kind).toBe(kind);
  });
});

describe("whatever the texts are", () => {
  const word = fc.constantFrom(
    ..."the quay quay’s opens. opens closed? «نعم» قال الوزير. بەڵێ، 😀 3,500 — - … ... \u00ad\u200b x\u200cy “ ” \n\n \n \u00a0 e\u0301".split(
      " ",
    ),
  );
  const text = fc.array(word, { maxLength: 40 }).map((all) => all.join(" "));
  const type = fc.constantFrom("BODY", "TEASER", "CHROME", "COMMENT", "HEADLINE") as fc.Arbitrary<
    ComparedText["segments"][number]["type"]
  >;
  const page = fc
    .tuple(text, fc.array(fc.tuple(fc.nat(200), type), { maxLength: 4 }))
    .map(([all, cuts]): ComparedText => {
      const places = [...new Set([0, ...cuts.map(([at]) => Math.min(at, all.length)), all.length])]
        .filter((at) => !/[\uDC00-\uDFFF]/.test(all.charAt(at)))
        .sort((a, b) => a - b);
      const segments = places
        .slice(1)
        .map((end, i) => ({ start: places[i] ?? 0, end, type: cuts[i]?.[1] ?? BODY }));
      return { text: all, segments };
    });

  test("the pieces cover both texts from end to end, and equal ones are equal once folded", () =>
    fc.assert(
      fc.property(page, page, (older, newer) => {
        const { pieces } = compareVersions(older, newer);
        for (const side of ["older", "newer"] as const) {
          let at = 0;
          for (const piece of pieces) {
            expect(piece[side].start).toBe(at);
            at = piece[side].end;
          }
          expect(at).toBe((side === "older" ? older : newer).text.length);
        }
        for (const { kind, older: a, newer: b } of pieces) {
          if (kind === "SAME")
            expect(keys(newer.text.slice(b.start, b.end))).toEqual(keys(older.text.slice(a.start, a.end)));
          else expect(kind === "REMOVED" ? b.end - b.start : a.end - a.start).toBe(0);
        }
      }),
    ));

  test("every statement of a text stands in the text itself, where it is", () =>
    fc.assert(
      fc.property(page, fc.nat(100), fc.nat(100), (given, a, b) => {
        const found = compareVersions(given, given);
        const span = { start: Math.min(a, given.text.length), end: Math.min(a + b + 1, given.text.length) };
        if (keys(given.text.slice(span.start, span.end)).length === 0) return;
        expect(found.fateOf(span)).toMatchObject({ kind: "STANDS", isMoved: false });
      }),
    ));

  test("a statement that stands has the same words there", () =>
    fc.assert(
      fc.property(page, page, fc.nat(100), fc.nat(60), (older, newer, from, length) => {
        const words = foldedWords(older.text).filter(
          ({ start, end }) => start >= from && end <= from + length,
        );
        const [first, last] = [words[0], words.at(-1)];
        if (first === undefined || last === undefined) return;
        const found = compareVersions(older, newer).fateOf({ start: first.start, end: last.end });
        if (found.kind !== "STANDS") return;
        expect(keys(newer.text.slice(found.newer.start, found.newer.end))).toEqual(
          words.map(({ key }) => key),
        );
      }),
    ));
});
