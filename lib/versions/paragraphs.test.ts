import { expect, test } from "vitest";
import type { ShownPiece } from "#lib/domain/version-views";
import { blocksOf } from "./paragraphs";

const same = (text: string): ShownPiece => ({ kind: "SAME", text });
const shape = (pieces: readonly ShownPiece[]) =>
  blocksOf(pieces).map((block) =>
    block.kind === "unchanged"
      ? block.words
      : block.pieces.map(({ kind, text }) => `${kind[0]}:${text}`).join("|"),
  );

test("a change is seen with the paragraph before it and after it; what is far from it is folded and counted", () =>
  expect(
    shape([
      same("One.\n\nTwo two.\n\nThree.\n\nBy "),
      { kind: "REMOVED", text: "ten" },
      { kind: "ADDED", text: "four" },
      same(" metres.\n\nFive.\n\nSix six six.\n\nSeven."),
    ]),
  ).toEqual([3, "S:Three.", "S:By |R:ten|A:four|S: metres.", "S:Five.", 4]));

test("a single paragraph between two that are shown is shown as well", () =>
  expect(
    shape([
      { kind: "ADDED", text: "New.\n\n" },
      same("One.\n\nTwo.\n\nThree.\n\n"),
      { kind: "REMOVED", text: "Old." },
    ]),
  ).toEqual(["A:New.", "S:One.", "S:Two.", "S:Three.", "R:Old."]));

test("nothing is lost, and white space alone is no paragraph", () => {
  expect(shape([same(" \n\n \n")])).toEqual([]);
  expect(shape([same("A\nB\n"), { kind: "REMOVED", text: "C\n\nD" }])).toEqual(["S:A", "S:B", "R:C", "R:D"]);
});

test("a word that takes another one's place at a line's end stands beside it", () =>
  expect(
    shape([
      same("By "),
      { kind: "REMOVED", text: "ten\n\n" },
      { kind: "ADDED", text: "four\n\n" },
      same("End."),
    ]),
  ).toEqual(["S:By |R:ten|A:four", "S:End."]));
