import { describe, expect, test } from "vitest";
import { type Block, codesIn, readGuideline, unknownCodesIn } from "./guideline-text";

const inlineOf = (text: string) => {
  const [block] = readGuideline(text);
  return block?.kind === "paragraph" ? block.lines[0] : null;
};

/** All that a reader reads of it. */
const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap((block) => ("words" in block ? [block.words] : "items" in block ? block.items : block.lines))
    .map((line) => line.map(({ text }) => text).join(""))
    .join("\n");

describe("blocks", () => {
  test("headings, paragraphs, lists, steps and quotations, each until the next kind", () => {
    const read = readGuideline(
      "# Sources\nWho is named?\nWho isn’t?\n\n- one\n  and more\n- two\n1. first\n2) second\n> “We hear”\n>that it is so\nAfter it.",
    );
    expect(read.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "list",
      "steps",
      "quote",
      "paragraph",
    ]);
    expect(wordsOf(read)).toBe(
      "Sources\nWho is named?\nWho isn’t?\none and more\ntwo\nfirst\nsecond\n“We hear”\nthat it is so\nAfter it.",
    );
  });

  test.each(["#no heading", "#### four", "-no item", "1.no step", "1234. too many", "", "  \n \n"])(
    "no mark: %j",
    (text) => {
      expect(readGuideline(text).every(({ kind }) => kind === "paragraph")).toBe(true);
      expect(wordsOf(readGuideline(text)).trim()).toBe(text.trim());
    },
  );

  test.each([
    ["## a\n## b\n### c", [1, 1, 2]],
    ["# a\n### b\n# c", [1, 2, 1]],
    ["### a\n# b\n## c\n### d", [1, 1, 2, 3]],
  ])("levels of headings have no gap: %j", (text, levels) => {
    expect(readGuideline(text).map((block) => block.kind === "heading" && block.level)).toEqual(levels);
  });

  test("a blank line parts two paragraphs and two lists", () => {
    expect(readGuideline("a\n\nb").length).toBe(2);
    expect(readGuideline("- a\n\n- b").length).toBe(2);
  });
});

describe("words", () => {
  test("bold, stressed, code and links, none inside another", () => {
    expect(inlineOf("A **bold** and *stressed* `code` [there](https://x.example/a?b=1).")).toEqual([
      { kind: "text", text: "A " },
      { kind: "strong", text: "bold" },
      { kind: "text", text: " and " },
      { kind: "stressed", text: "stressed" },
      { kind: "text", text: " " },
      { kind: "code", text: "code" },
      { kind: "text", text: " " },
      { kind: "link", text: "there", href: "https://x.example/a?b=1" },
      { kind: "text", text: "." },
    ]);
    expect(inlineOf("`a **b** c`")).toEqual([{ kind: "code", text: "a **b** c" }]);
  });

  test.each([
    "[a](javascript:alert(1))",
    "[a](javascript:alert)",
    "[a](JaVaScRiPt:x)",
    "[a](data:text/html,x)",
    "[a](//evil.example)",
    "[a](/\\evil.example)",
    "[a](http://)",
    "[a](ftp://x.example)",
    "[a]( https://x.example)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;",
    "2 * 3 * 4",
    "**",
    "snake_case_words",
  ])("stays words: %s", (text) => expect(inlineOf(text)).toEqual([{ kind: "text", text }]));

  test.each(["/desk", "#NONE", "http://x.example", "https://x.example/%D8%A7"])("a link: %s", (href) =>
    expect(inlineOf(`[a](${href})`)).toEqual([{ kind: "link", text: "a", href }]),
  );
});

describe("sections that help leads to", () => {
  const text =
    "## Sources say `UNNAMED_BARE`\n\n## Again `UNNAMED_BARE`\n\n## `OPINION` and `REPORTED`\n\n### Part\n\n`NONE`";

  test("a heading is found by the first code that no other is found by", () => {
    const ids = readGuideline(text).flatMap((block) => (block.kind === "heading" ? [block.id] : []));
    expect(ids).toEqual(["UNNAMED_BARE", "section-2", "OPINION", "section-4"]);
    expect(codesIn(readGuideline(text))).toEqual(["UNNAMED_BARE", "OPINION"]);
  });

  test("what looks like a code and is none is named", () => {
    const typed = "# `UNAMED_BARE` `OPINION` `npm run` `UNAMED_BARE`\n\n`NOT_IN_A_HEADING`";
    expect(unknownCodesIn(readGuideline(typed))).toEqual(["UNAMED_BARE"]);
  });
});

test.each([
  "> ",
  "- ",
  "*a ",
  "a**b",
  "**a *b ",
  "[",
  "[a](",
  "[a](b",
  "`",
  "``a ",
  "1. ",
  "# a\n",
  "- a\n  b\n",
  "*",
  "[[a]](x)",
  "a\n\n",
])("sixty thousand characters of %j are read", (part) => {
  const text = part.repeat(Math.ceil(60_000 / part.length)).slice(0, 60_000);
  // What takes the square of its length never comes back in a test's time.
  expect(wordsOf(readGuideline(text)).length).toBeGreaterThan(0);
});
