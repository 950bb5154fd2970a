/**
 * How long comparing two versions takes: `node --import tsx bench/versions.ts`. Texts of an article's size and of the largest
 * that are taken in; changed a little, much, and from end to end. Prints milliseconds of one run each, after one to warm up.
 */
import type { ComparedText } from "#lib/domain/version-diff";
import { compareVersions } from "#lib/versions/compare";

const UNITS = [6_000, 63_000, 1_000_000];

/** Words that come again as those of a language do: the commoner, the oftener. */
function textOf(units: number, seed: number): string {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const sentences: string[] = [];
  for (let length = 0; length < units; ) {
    const words = Array.from(
      { length: 8 + Math.floor(next() * 20) },
      () => `word${Math.floor(next() ** 4 * 5000)}`,
    );
    const sentence = `The ${words.join(" ")}.`;
    sentences.push(sentence);
    length += sentence.length + 1;
  }
  return sentences.join(sentences.length % 7 === 0 ? "\n\n" : " ");
}

const page = (text: string): ComparedText => ({
  text,
  segments: [{ start: 0, end: text.length, type: "BODY" }],
});
/** Every `n`th word becomes another one. */
function changed(text: string, n: number): string {
  let i = 0;
  return text.replace(/\w+/g, (word) => (i++ % n === n - 1 ? `${word}x` : word));
}

for (const units of UNITS) {
  const older = textOf(units, 7);
  const newer = {
    "no word": older,
    "one word in 500": changed(older, 500),
    "one word in 20": changed(older, 20),
    "one word in 3": changed(older, 3),
    "all of it": textOf(units, 99),
  };
  for (const [what, text] of Object.entries(newer)) {
    compareVersions(page(older), page(text));
    const began = performance.now();
    const { isWordByWord, pieces, fateOf } = compareVersions(page(older), page(text));
    const compared = performance.now() - began;
    const step = Math.max(1, Math.floor(older.length / 200));
    for (let at = 0; at + 40 < older.length; at += step) fateOf({ start: at, end: at + 40 });
    const asked = performance.now() - began - compared;
    console.log(
      `${units} units, ${what} changed: ${Math.round(compared)} ms; 200 statements: ${Math.round(asked)} ms; ${pieces.length} pieces${isWordByWord ? "" : ", partly as a whole"}`,
    );
  }
}
