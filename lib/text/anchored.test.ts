import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finderIn, type Quotation } from "./anchored";
import { normalise } from "./normalise";
import { anchorsOf } from "./selector";

const asked = (exact: string, more: Partial<Quotation> = {}): Quotation => {
  return { exact, prefix: "", suffix: "", at: null, ...more };
};
const wordsAt = (text: string, quotation: Quotation) => {
  const found = finderIn(text)(quotation);
  return "span" in found
    ? [found.kind, text.slice(found.span.start, found.span.end), found.span.start]
    : [found.kind];
};

const TWICE = "The dam will hold, he said. Later he said: The dam will hold, whatever comes.";

describe("words that stand in one place", () => {
  test.each([
    ["letter for letter", "The quay was built in 1931.", "was built in 1931", "EXACT"],
    ["in other white space", "The quay\n\nwas built\u00A0in 1931.", "quay was  built in 1931", "APPROXIMATE"],
    ["with other quotation marks", "She said: “It’s paid for.”", `"It's paid for."`, "APPROXIMATE"],
    [
      "with a soft hyphen between letters",
      "The har\u00ADbour is open.",
      "The harbour is open",
      "APPROXIMATE",
    ],
    ["in Arabic", "قال الوزير: سنفتح الجسر غدا.", "سنفتح  الجسر", "APPROXIMATE"],
    ["behind an emoji", "😬 The bridge opens today.", "The bridge opens", "EXACT"],
  ])("%s", (_, text, exact, kind) => {
    const found = finderIn(text)(asked(exact));
    expect(found.kind).toBe(kind);
  });

  test("as another normal form spells them, once both are NFC", () => {
    const text = normalise("Le café est fermé.");
    expect(wordsAt(text, asked(normalise("cafe\u0301 est")))).toEqual(["EXACT", "café est", 3]);
  });

  test.each([
    ["other letters", "The quay was built in 1931.", "was built in 1932"],
    ["other letters in another case", "The Quay was built.", "the quay was built"],
    ["a word cut in two, in other white space", "The  quay was built.", "The qua"],
  ])("are not found by %s", (_, text, exact) => {
    expect(finderIn(text)(asked(exact)).kind).toBe("NOT_FOUND");
  });

  test("and are few, are not taken where nothing around them agrees", () => {
    const text = "The council met. The bank was closed.";
    expect(wordsAt(text, asked("bank", { prefix: "down by the river ", suffix: " lay a boat" }))).toEqual([
      "ELSEWHERE",
    ]);
    expect(wordsAt(text, asked("bank", { prefix: "met. The ", suffix: " lay a boat" }))[0]).toBe("EXACT");
    expect(wordsAt(text, asked("bank"))[0]).toBe("EXACT");
  });

  test("no words are no place", () => {
    expect(finderIn("A text.")(asked(" \n ")).kind).toBe("NO_WORDS");
    expect(finderIn("A text.")(asked("\u200B")).kind).toBe("NOT_FOUND");
  });
});

describe("words that stand in several places", () => {
  test("are told apart by what stands around them", () => {
    expect(wordsAt(TWICE, asked("The dam will hold", { suffix: ", whatever" }))[2]).toBe(43);
    expect(wordsAt(TWICE, asked("The dam will hold", { suffix: ", he said" }))[2]).toBe(0);
  });

  test("are told apart by their position where that tells nothing", () => {
    const at = (start: number) => ({ start, unit: "POINTS" }) as const;
    expect(wordsAt(TWICE, asked("The dam will hold", { at: at(43) }))[2]).toBe(43);
    expect(wordsAt(TWICE, asked("The dam will hold", { at: at(40) }))).toEqual(["AMBIGUOUS"]);
    // What stands around them is worth more: positions count in the text of whoever marked them.
    expect(wordsAt(TWICE, asked("The dam will hold", { at: at(0), suffix: ", whatever" }))[2]).toBe(43);
  });

  test("are not guessed", () => {
    expect(wordsAt(TWICE, asked("The dam will hold"))).toEqual(["AMBIGUOUS"]);
    expect(wordsAt(TWICE, asked("The dam will hold", { suffix: "," }))).toEqual(["AMBIGUOUS"]);
    expect(wordsAt("a ".repeat(5000), asked("a", { prefix: "a ", suffix: " a" }))).toEqual(["AMBIGUOUS"]);
  });

  test("white space at a quotation's beginning moves its position", () => {
    expect(wordsAt(TWICE, asked(" The dam will hold", { at: { start: 42, unit: "UNITS" } }))[2]).toBe(43);
  });
});

test("positions count code points, UTF-16 units, or either", () => {
  const text = "😬😬 wait. And wait.";
  const at = (start: number, unit: "POINTS" | "UNITS" | "EITHER") =>
    wordsAt(text, asked("wait", { at: { start, unit } }))[2];
  expect(at(3, "POINTS")).toBe(5);
  expect(at(5, "UNITS")).toBe(5);
  expect(at(13, "POINTS")).toBe(15);
  expect(at(13, "UNITS")).toBeUndefined();
  expect(at(13, "EITHER")).toBe(15);
  expect(at(15, "EITHER")).toBe(15);
});

test("what `anchorsOf` writes is found where it stood", () => {
  const piece = fc.constantFrom("dam ", "😬", "قال ", "é", "the dam ", "\n\n", "\u00A0", "held. ", "“no” ");
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (pieces, a, b) => {
      const text = pieces.join("");
      const points = [...text];
      const [from, to] = [a % points.length, b % points.length].sort((x, y) => x - y);
      const [start, end] = [
        points.slice(0, from).join("").length,
        points.slice(0, (to ?? 0) + 1).join("").length,
      ];
      const exact = text.slice(start, end);
      fc.pre(exact.trim() !== "");
      const [anchor] = anchorsOf(text, [{ start, end }]);
      if (anchor === undefined) throw new Error("no anchor");
      const { prefix, suffix } = anchor;
      const found = finderIn(text)({ exact, prefix, suffix, at: { start: anchor.start, unit: "POINTS" } });
      expect(found).toMatchObject({
        kind: "EXACT",
        span: { start: start + exact.length - exact.trimStart().length },
      });
    }),
  );
});
