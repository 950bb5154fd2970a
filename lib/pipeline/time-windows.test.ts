import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { attributionEngine } from "./attribute/engine";
import { sentencesOf } from "./attribute/sentence";
import { predictionIn } from "./classify/prediction";

/** The convention of docs/time-windows.md by example: a sentence, the day of its post, and the window it is about. */
const Row = z.union([
  z.tuple([z.string(), z.string(), z.string().nullable(), z.string().nullable(), z.string()]),
  z.tuple([z.string(), z.string(), z.literal("none")]),
]);
const rows = z
  .array(Row)
  .parse(JSON.parse(readFileSync(new URL("./fixtures/time-windows.json", import.meta.url), "utf8")));

function windowIn(text: string, postedAt: string, hasTree: boolean): string {
  const reason = {
    axis: "SEGMENT",
    rule: "segment/running-text",
    version: "1",
    score: 1,
    words: "A test.",
  } as const;
  const segment = { start: 0, end: text.length, type: "BODY", post: 0, reason } as const;
  const [sentence] = sentencesOf({ text, segments: [segment] });
  const found =
    sentence &&
    predictionIn(text, sentence, null, postedAt, hasTree ? attributionEngine().read(text).page : null);
  return found ? `${found.dueFrom} to ${found.dueTo}, ${found.precision}` : "none";
}

test.each([
  ["by words alone", false],
  ["by the tree", true],
])("at least 95 of 100 sentences fall due as the convention says, %s", (_, hasTree) => {
  const misses = rows.flatMap(([text, postedAt, from, to, precision]) => {
    const asked = from === "none" ? "none" : `${from} to ${to}, ${precision}`;
    const found = windowIn(text, postedAt, hasTree);
    return found === asked ? [] : [`${text} (${postedAt}) asked ${asked}; found ${found}`];
  });
  console.log(`${rows.length - misses.length} of ${rows.length} windows as documented`, misses);
  expect(rows.length).toBeGreaterThanOrEqual(100);
  expect(misses.length / rows.length).toBeLessThanOrEqual(0.05);
});
