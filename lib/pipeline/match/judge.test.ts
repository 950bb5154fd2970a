import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RELATIONS } from "#lib/domain/matching";
import { factsOf } from "./facts";
import { judge } from "./judge";

const relation = (a: string, b: string, dayA: string | null = "2024-03-05", dayB: string | null = dayA) =>
  judge(factsOf({ text: a, postedAt: dayA }), factsOf({ text: b, postedAt: dayB })).relation;
const codes = (a: string, b: string, dayA: string | null = "2024-03-05", dayB = dayA) =>
  judge(factsOf({ text: a, postedAt: dayA }), factsOf({ text: b, postedAt: dayB })).reasons.map(
    ({ code }) => code,
  );

describe("the judge of a pair", () => {
  test.each([
    [
      "what reposts put around it",
      "The Harlen dam burst on Sunday, flooding 300 homes.",
      "BREAKING: THE HARLEN DAM BURST ON SUNDAY, FLOODING 300 HOMES 😱 #news",
    ],
    ["number formats", "Orvana sold 2.5 million phones in May.", "Orvana sold 2,500,000 phones in May"],
    [
      "a typing error",
      "Governor Pelta Voss resigned on Sunday over the flood.",
      "governor pelta voss resgined on sunday over the flood",
    ],
  ])("SAME in spite of %s", (_, a, b) => {
    expect(relation(a, b)).toBe("SAME");
  });

  test.each([
    ["The dam is safe.", "The dam is safe.", "SAME"],
    [
      "The city council approved a budget of 40 million dollars.",
      "A budget of 40 million dollars was approved by the city council.",
      "SAME",
    ],
    [
      "The city council approved a budget of 40 million dollars.",
      "The football club won its third match.",
      "DIFFERENT",
    ],
    ["The dam is safe.", "The dam is not safe.", "CONTRADICTION"],
    // What is said may be of any day.
    ["The bank reopens tomorrow.", "The bank reopens tomorrow.", "SIMILAR"],
    ["The bank reopens on 3 May 2024.", "The bank reopens on 3 May 2024.", "SAME"],
  ])("where no day is known: %s %s", (a, b, expected) => {
    expect(relation(a, b, null)).toBe(expected);
    expect(relation(a, b, "2024-03-05", null)).toBe(expected);
  });

  test.each([
    ["Skarn beat Harlen 2-1 on Saturday.", "Harlen beat Skarn 2-1 on Saturday."],
    ["Orvana sued Brava over a patent in May.", "Brava sued Orvana over a patent in May."],
    ["Iraq invaded Kuwait in August 1990.", "Kuwait invaded Iraq in August 1990."],
    ["The board sold 3 of its 12 ferries in May.", "The board sold 12 ferries in May."],
  ])("who did it to whom, and to how many, is no small matter: %s %s", (a, b) => {
    expect(relation(a, b)).not.toBe("SAME");
  });

  test.each([
    [
      "Minister Pelta Voss met Governor Rena Dole on Sunday.",
      "Governor Rena Dole met Minister Pelta Voss on Sunday.",
    ],
    ["Orvana was sued by Brava over a patent in May.", "Brava sued Orvana over a patent in May."],
  ])("the same from either side: %s %s", (a, b) => {
    expect(relation(a, b)).toBe("SAME");
  });

  test.each([
    ["The bank closed its Harlen branch.", "The bank will close its Harlen branch."],
    ["Voss resigned over the flood.", "Voss to resign over the flood"],
    ["The treaty was signed by Pelta Voss.", "The treaty is to be signed by Pelta Voss."],
    ["Orvana sold its mill in Harlen.", "Orvana may sell its mill in Harlen."],
    ["Orvana will sell its mill in Harlen.", "Orvana may sell its mill in Harlen."],
    ["Voss was president of the board.", "Voss will be president of the board."],
    ["Orvana sold its mill, which closed in May.", "Orvana sold its mill, which will close in May."],
  ])("what happened, is to come or may be are three stages of one story: %s %s", (a, b) => {
    expect(relation(a, b)).toBe("SIMILAR");
    expect(codes(a, b)).toContain("other-act-time");
  });

  test.each([
    ["Voss has resigned over the flood.", "Voss resigned over the flood."],
    ["Voss resigns over the flood", "Voss resigned over the flood."],
    ["The strike forced Voss to cancel the trip.", "Voss cancelled the trip because of the strike."],
    ["In May, Harlen sold 300 homes.", "Harlen sold 300 homes in May."],
    ["Lendria's new banknotes come out tomorrow.", "Lendria's new banknotes will come out tomorrow."],
    ["The minister could resign, two officials said.", "The minister may resign, two officials said."],
    ["Voss said she would sign the water treaty.", "Voss said she will sign the water treaty."],
  ])("told in another tense, one thing is one thing: %s %s", (a, b) => {
    expect(relation(a, b)).toBe("SAME");
    expect(codes(a, b)).not.toContain("other-act-time");
  });

  test("tomorrow on one day and today on the next are the same promise", () => {
    expect(
      relation(
        "Lendria's new banknotes come out tomorrow",
        "Lendria's new banknotes come out today",
        "2024-03-05",
        "2024-03-06",
      ),
    ).toBe("SAME");
  });

  test("the same words years apart are the same promise for another date", () => {
    const text = "Lendria's new banknotes come out tomorrow";
    expect(relation(text, text, "2019-03-05", "2024-03-05")).toBe("TEMPLATE");
  });

  test.each([
    [
      "another number",
      "Orvana sold 2.5 million phones in May.",
      "Orvana sold 5.2 million phones in May.",
      "other-numbers",
    ],
    [
      "another unit",
      "The Harlen ferry is out of service for six weeks.",
      "The Harlen ferry is out of service for six hours.",
      "other-units",
    ],
    [
      "a denial",
      "Pelta Voss will sign the water treaty.",
      "Pelta Voss will not sign the water treaty.",
      "one-denies",
    ],
    [
      "an opposite",
      "Orvana's profit rose 8 percent in May.",
      "Orvana's profit fell 8 percent in May.",
      "opposites",
    ],
    [
      "another name",
      "Orvana closes its mill in Harlen.",
      "Trebsen closes its mill in Harlen.",
      "other-names",
    ],
  ])("%s is never SAME, and the reason says so", (_, a, b, code) => {
    expect(relation(a, b)).not.toBe("SAME");
    expect(codes(a, b)).toContain(code);
  });

  test("nothing in common is DIFFERENT", () => {
    expect(relation("The Harlen dam burst on Sunday.", "Orvana sold 2.5 million phones in May.")).toBe(
      "DIFFERENT",
    );
  });

  test("letters of Arabic and Kurdish keyboards are folded", () => {
    expect(relation("استقالة محافظ درافيل بسبب الفيضانات", "إستقاله محافظ درافيل بسبب الفيضانات")).toBe(
      "SAME",
    );
    expect(relation("پارێزگاری دهۆک دەستی لەکارکێشایەوە", "پارێزگاری دهۆک دەستی لەکارکێشایەوە")).toBe("SAME");
  });

  test.each([
    ["", ""],
    ["", "The dam burst."],
    ["…", "!!"],
    ["no no no no", "no"],
    ["dam ".repeat(5000), "dam"],
    ["😱😱", "😱"],
  ])("has an answer for %j and %j", (a, b) => {
    expect(RELATIONS).toContain(relation(a.slice(0, 30_000), b));
  });

  test("is the same in either order, whatever the text", () => {
    const pieces = fc.constantFrom(
      "Orvana",
      "sold",
      "not",
      "12",
      "percent",
      "on Sunday",
      "tomorrow",
      "Harlen",
      "bought",
      "by",
      "دينار",
      "said",
      "fell",
      "rose",
      ":",
      "and",
    );
    const statement = fc.record({
      text: fc.array(pieces, { maxLength: 12 }).map((list) => list.join(" ")),
      postedAt: fc.constantFrom("2024-03-05", "2021-01-31", "1936-02-29", null),
    });
    fc.assert(
      fc.property(statement, statement, (a, b) => {
        const [x, y] = [factsOf(a), factsOf(b)];
        expect(judge(x, y)).toEqual(judge(y, x));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
