/** What the tokeniser asks about a character. Anything that draws no ink of its own counts as space. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const SYMBOL = 4;

const INVISIBLE = /^[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u;
const LETTER_OR_MARK = /^[\p{L}\p{M}]$/u;
const NUMBER = /^\p{N}$/u;
const UPPER = /^\p{Lu}$/u;

const kinds = new Uint8Array(0x10000);
const uppers = new Uint8Array(0x10000);

function kindOfCharacter(character: string): number {
  if (INVISIBLE.test(character)) return SPACE;
  if (LETTER_OR_MARK.test(character)) return LETTER;
  return NUMBER.test(character) ? DIGIT : SYMBOL;
}

/** The kind of the code point that starts at `at`; SPACE beyond the ends of the text. */
export function kindAt(text: string, at: number): number {
  if (at < 0 || at >= text.length) return SPACE;
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00)
    return kindOfCharacter(String.fromCodePoint(text.codePointAt(at) ?? unit));
  let kind = kinds[unit] ?? 0;
  if (kind === 0) {
    kind = kindOfCharacter(String.fromCharCode(unit));
    kinds[unit] = kind;
  }
  return kind;
}

/** The UTF-16 units of the code point at `at`: 2 for a surrogate pair, else 1. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

export function isUpperAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit < 128) return unit >= 65 && unit <= 90;
  let known = uppers[unit] ?? 0;
  if (known === 0) {
    known = UPPER.test(String.fromCharCode(unit)) ? 2 : 1;
    uppers[unit] = known;
  }
  return known === 2;
}
