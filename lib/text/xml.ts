// Characters that XML 1.0 can't hold at all (its section 2.2), and halves of a pair: a page's words may have them.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text with the sign for what can't be shown (U+FFFD) in place of each character that XML can't hold. */
export function writableInXml(text: string): string {
  return text.replace(UNWRITABLE, "\u{FFFD}");
}
