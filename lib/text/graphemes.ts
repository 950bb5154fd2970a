/** So far back and ahead, in UTF-16 units, is looked for what an offset may stand inside of. */
const REACH = 256;

const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Does `at` stand inside of what readers see as one character: a letter and its marks, a flag, a family of emoji, half of a
 * surrogate pair? The ends of a text stand inside of none.
 *
 * Units    UTF-16.
 * Cost     However long the text is, 512 units of it are read. Where one character is longer than that, its inside is still inside.
 * Source   Unicode Standard Annex 29, extended grapheme clusters.
 */
export function isInsideGrapheme(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const from = startBefore(text, at);
  const around = SEGMENTER.segment(text.slice(from, at + REACH));
  return around.containing(at - from)?.index !== at - from;
}

/** The space or line's end before `at`, which begins a character of its own; else as far back as is looked. */
function startBefore(text: string, at: number): number {
  const from = Math.max(0, at - REACH);
  const blank = Math.max(text.lastIndexOf(" ", at - 1), text.lastIndexOf("\n", at - 1));
  return Math.max(from, blank);
}
