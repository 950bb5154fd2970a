/** Written into every version: which rules made its text. Raise it whenever `normalise` changes what it returns. */
export const NORMALIZER_VERSION = "1";

/**
 * The text that all spans point into: NFC, `\n` line ends, no byte order mark.
 *
 * Nothing else is changed: no-break spaces, zero-width and direction marks stay. NUL and lone surrogates, which no database
 * and no UTF-8 file can hold, become U+FFFD, one unit for one unit, so that offsets keep.
 */
export function normalise(raw: string): string {
  const lines = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
  return wellFormed(lines.replace(/\u0000/g, "\uFFFD")).normalize("NFC");
}

function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

const ARABIC_DIGIT = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Arabic-Indic and Persian digits as 0–9, one unit for one unit: for reading dates, never for the version's text. */
export function foldDigits(text: string): string {
  return text.replace(ARABIC_DIGIT, (digit) => String(digit.charCodeAt(0) & 0xf));
}
