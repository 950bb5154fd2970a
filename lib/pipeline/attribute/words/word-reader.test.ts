import { expect, test } from "vitest";
import { readManifest } from "#lib/models/model-file";
import { loadReader } from "#lib/models/reader-file";
import { attributionEngine } from "#lib/pipeline/attribute/engine";
import { SpanContext } from "./span-context";
import { WordReader } from "./word-reader";

const SAID = "Maria Lopez said on Monday that crime had halved since 2010.";
const LONG =
  "The river rose, and the ferry, which is old, stayed where it was. Nobody knew why, or would say it. ";

test("the same paragraph is read alike wherever it stands, and whichever others it is read with", () => {
  const paragraphs = Array.from({ length: 75 }, (_, p) => (p % 5 === 2 ? SAID : LONG.repeat(1 + (p % 7))));
  const { page } = attributionEngine().read(paragraphs.join("\n\n"));
  const { model, vocabulary } = loadReader(readManifest());
  const { reading } = new WordReader(model, vocabulary).read(new SpanContext(page));
  const starts = page.layout.paragraphs;
  expect(starts.length).toBeGreaterThan(75);
  const read = paragraphs.flatMap((text, p) =>
    // the first three paragraphs are told from the others
    text === SAID && p > 3 ? [[...reading.cue.subarray(starts[p], starts[p + 1])]] : [],
  );
  expect(read.length).toBeGreaterThan(10);
  expect(Math.max(...(read[0] ?? []))).toBeGreaterThan(0.5);
  for (const cues of read) expect(cues).toEqual(read[0]);
});

test("a paragraph that is longer than the reader's runs is read to its end", () => {
  const { page } = attributionEngine().read(`${LONG.repeat(60)}${SAID}`);
  const { model, vocabulary } = loadReader(readManifest());
  const { reading } = new WordReader(model, vocabulary).read(new SpanContext(page));
  expect(page.tokens.count).toBeGreaterThan(1024);
  expect(Math.max(...reading.cue.subarray(-12))).toBeGreaterThan(0.5);
});
