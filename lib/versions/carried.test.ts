import { expect, test } from "vitest";
import { carriedInto } from "./carried";

const OLD = "“We will,” the minister said, “pay on Sunday.” Nobody knows when.";
const PIECES = ["“We will,”", "“pay on Sunday.”"];
const place = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const broken = {
  ...place(OLD, "“We will,” the minister said, “pay on Sunday.”"),
  content: PIECES.map((one) => place(OLD, one)),
};

function carried(newer: string) {
  const compared = (text: string) => ({
    text,
    segments: [{ start: 0, end: text.length, type: "BODY" as const, post: 0 }],
  });
  const found = carriedInto(compared(OLD), compared(newer))({ ...broken, source: [], cue: [] });
  return found && { words: (found.content ?? []).map(({ start, end }) => newer.slice(start, end)), found };
}

test("each piece is found by itself", () => {
  for (const newer of [OLD, `Late news. ${OLD}`, OLD.replace("Nobody knows when", "Nobody asked")]) {
    const { words, found } = carried(newer) ?? {};
    expect(words).toEqual(PIECES);
    expect([found?.start, found?.end]).toEqual([found?.content?.[0]?.start, found?.content?.[1]?.end]);
  }
});

test.each([
  [
    "words between them are others, in the sentence of both",
    OLD.replace("minister said", "minister told reporters"),
  ],
  ["a piece is another one", OLD.replace("Sunday", "Monday")],
  ["a piece is gone", OLD.replace("“We will,” the minister said, ", "")],
  ["a paragraph ends between them", OLD.replace("said, ", "said.\n\n")],
  ["nothing lies between them any more", OLD.replace(" the minister said, ", " ")],
])("it falls where %s", (_, newer) => {
  expect(carried(newer)).toBeNull();
});

test("a sentence between two pieces may have changed", () => {
  const old = "“We will pay.” The minister paused for a while. “On Sunday we will.” Nobody knows.";
  const newer = old.replace("The minister paused for a while.", "She drank some water and looked around.");
  const compared = (text: string) => ({
    text,
    segments: [{ start: 0, end: text.length, type: "BODY" as const, post: 0 }],
  });
  const pieces = ["“We will pay.”", "“On Sunday we will.”"];
  const content = pieces.map((one) => place(old, one));
  const said = { start: 0, end: content[1]?.end ?? 0, content, source: [], cue: [] };
  const found = carriedInto(compared(old), compared(newer))(said);
  expect(found?.content?.map(({ start, end }) => newer.slice(start, end))).toEqual(pieces);
});
