import { describe, expect, test } from "vitest";
import {
  bombPdf,
  endlessPdf,
  lines,
  lockedPdf,
  madePdf,
  type Written,
} from "#lib/pipeline/pdf/testing/made-pdf";
import { lookInPdf } from "./pdf";

const found = (first: number, last = first) => ({ quote: "FOUND", pages: { first, last }, unread: null });
const missing = { quote: "MISSING", pages: null, unread: null };
const unread = (why: string) => ({ quote: "NOT_LOOKED_FOR", pages: null, unread: why });

const COVER = lines(60, 740, "Minutes of the harbour");
const REPORT = [
  COVER,
  lines(
    60,
    740,
    "The quay, the council noted, was",
    "built in 1931 by the inter-",
    "national town of\u00ADfice, the \uFB01rst of",
    "its kind. Nobody spoke.",
  ),
  lines(60, 740, "It cost 40,000 crowns, in 19", "31 instalments."),
];

describe("a quotation is found, and its page is named", () => {
  test.each([
    ["in one line", "the council noted"],
    ["across lines", "was built in 1931 by the"],
    ["across a hyphen at the end of a line", "by the international town"],
    ["with a soft hyphen and a ligature", "town office, the first of its kind"],
    ["with something left out", "The quay … was built […] international"],
    ["as it was copied, hyphen and all", "the inter-\nnational town"],
  ])("%s", async (_, quote) => {
    expect(await lookInPdf(madePdf(REPORT), quote)).toEqual(found(2));
  });

  test("a number with its separators", async () => {
    expect(await lookInPdf(madePdf(REPORT), "cost 40,000 crowns")).toEqual(found(3));
  });

  test("the first of two pages", async () => {
    expect(await lookInPdf(madePdf([COVER, ...REPORT]), "Minutes of the harbour")).toEqual(found(1));
  });

  test.each([
    ["half a word", "noted, was built in 1931 by the inter-nation"],
    ["another number", "built in 1932"],
    ["digits that stand in two numbers", "in 1931 instalments"],
    ["another word", "the council denied"],
  ])("not so: %s", async (_, quote) => {
    expect(await lookInPdf(madePdf(REPORT), quote)).toEqual(missing);
  });
});

test("a quotation goes on behind a page's foot and the next one's head", async () => {
  const page = (number: number, ...texts: string[]): Written[] => [
    ...lines(60, 770, "Harbour council, minutes of 1931"),
    ...lines(60, 740, ...texts),
    ...lines(300, 30, `Page ${number} of 3`),
  ];
  const pdf = madePdf([
    page(1, "Who was there is told", "at the end."),
    page(2, "Everything was read.", "The quay was built by"),
    page(3, "the town, and nobody spoke.", "So it ended."),
  ]);
  expect(await lookInPdf(pdf, "The quay was built by the town")).toEqual(found(2, 3));
  expect(await lookInPdf(pdf, "Page 2 of 3")).toEqual(found(2));
});

const LEFT = [
  "The quay was built by",
  "the town in 1931, and",
  "nobody spoke against",
  "what had been said.",
];
const RIGHT = [
  "A bridge was planned",
  "for the year after; it",
  "was never paid for by",
  "any of the towns.",
];
test.each([
  ["column by column", [...lines(60, 700, ...LEFT), ...lines(320, 700, ...RIGHT)]],
  [
    "row by row, over both columns",
    LEFT.flatMap((text, i) => [
      ...lines(60, 700 - 14 * i, text),
      ...lines(320, 700 - 14 * i, RIGHT[i] ?? ""),
    ]),
  ],
])("two columns that were written %s are read one after the other", async (_, written) => {
  const title = lines(60, 740, "What the harbour council noted in its minutes of that year and later");
  const pdf = madePdf([[...title, ...written]]);
  expect(await lookInPdf(pdf, "built by the town in 1931, and nobody spoke")).toEqual(found(1));
  expect(await lookInPdf(pdf, "had been said. A bridge was planned for")).toEqual(found(1));
});

const ARABIC = "قال المدير إن الرصيف بني في عام ١٩٣١ على يد البلدة";
/** As most programs write Arabic: each letter at its place, from the left, and numbers as they are read. */
function asDrawn(text: string): Written[] {
  const letters = [...text]
    .reverse()
    .join("")
    .replace(/\p{Nd}+/gu, (number) => [...number].reverse().join(""));
  return [...letters].map((letter, i) => ({ text: letter, x: 100 + 5 * i, y: 700 }));
}
test.each([
  ["letter by letter", asDrawn(ARABIC)],
  [
    "word by word from the right",
    ARABIC.split(" ").map((word, i) => ({ text: [...word].reverse().join(""), x: 500 - 40 * i, y: 700 })),
  ],
])("Arabic that was written %s is found, with other digits and vowel signs", async (_, written) => {
  expect(await lookInPdf(madePdf([COVER, written]), "قال المُدير إن الرصيف بني في")).toEqual(found(2));
  expect(await lookInPdf(madePdf([COVER, written]), "قال المدير إن البلدة")).toEqual(missing);
});
test("a number within Arabic runs from the left", async () => {
  expect(await lookInPdf(madePdf([asDrawn(ARABIC)]), "في عام 1931 على يد")).toEqual(found(1));
});

describe("what can't be read says why", () => {
  test.each([
    ["pictures of text", madePdf([[], []]), "NO_TEXT"],
    ["a password", lockedPdf(REPORT), "LOCKED"],
    ["a beginning alone", new TextEncoder().encode("%PDF-1.7 \0\u0001"), "BROKEN"],
    ["half a document", madePdf(REPORT).slice(0, 300), "BROKEN"],
  ])("%s", async (_, bytes, why) => {
    expect(await lookInPdf(bytes, "was built in 1931")).toEqual(unread(why));
  });

  test("more pages than are read: found where it stands on them, and not said to be missing", async () => {
    const many = madePdf([...REPORT, ...Array.from({ length: 500 }, () => lines(60, 740, "Nothing."))]);
    expect(await lookInPdf(many, "the council noted")).toEqual(found(2));
    expect(await lookInPdf(many, "the council denied")).toEqual(unread("TOO_LONG"));
  });

  test("a tree that says there are a million pages", async () => {
    expect(await lookInPdf(endlessPdf(1_000_000), "so")).toMatchObject({ quote: "NOT_LOOKED_FOR" });
  });

  test("a quotation without a word", async () => {
    expect(await lookInPdf(madePdf(REPORT), "…")).toEqual({
      quote: "NOT_LOOKED_FOR",
      pages: null,
      unread: null,
    });
  });
});

test("what unpacks to more is small", () => {
  expect(bombPdf(10_000_000).length).toBeLessThan(10_000);
});
