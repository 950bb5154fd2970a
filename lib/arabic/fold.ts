import {
  ARABIC_DUALS,
  ARABIC_EMPTY,
  ARABIC_NEGATION,
  ARABIC_NUMBERS,
  ARABIC_SCALES,
  ARABIC_UNITS,
  GLOSS,
} from "./news-words";

/** Letters of one sound, as Arabic, Persian and Kurdish keyboards write them, made one. */
export function foldArabic(word: string): string {
  return word
    .replace(/[\u0640\u064B-\u0652\u0670]/gu, "")
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[ىیئ](?=$)/gu, "ي")
    .replace(/ی/gu, "ي")
    .replace(/ک/gu, "ك")
    .replace(/[ةە](?=$)/gu, "ه")
    .replace(/ؤ/gu, "و")
    .replace(/ئ/gu, "ي");
}

const ARABIC = /\p{Script=Arabic}/u;
/** No letter before this one is Arabic. */
const FIRST_ARABIC = 0x600;

export function isArabic(word: string): boolean {
  // Most words have no such letter: they are told apart without the pattern.
  for (let at = 0; at < word.length; at += 1)
    if (word.charCodeAt(at) >= FIRST_ARABIC) return ARABIC.test(word);
  return false;
}

const PREFIXES = ["", "ال", "وال", "بال", "لل", "فال", "كال", "و", "ب", "ل", "س", "وس", "ف"];
const SUFFIXES = ["", "ه", "ها", "هم", "ا", "ات", "ين", "ون", "ان", "تها", "ته", "يه", "ي", "ت"];
const KNOWN = new Set(
  [...GLOSS.keys(), ...ARABIC_NUMBERS.keys(), ...ARABIC_NEGATION, ...ARABIC_EMPTY].map(foldArabic),
);
const GLOSSES = new Map([...GLOSS].map(([word, english]) => [foldArabic(word), english]));

/** The word without article, joined particles and endings: a known form where there is one, else the shortest that leaves three letters. */
export function arabicStem(word: string): string {
  const folded = foldArabic(word);
  for (const suffix of SUFFIXES)
    for (const prefix of PREFIXES) {
      if (!folded.startsWith(prefix) || !folded.endsWith(suffix)) continue;
      const stem = folded.slice(prefix.length, folded.length - suffix.length);
      if (stem.length >= 2 && KNOWN.has(stem)) return stem;
    }
  const bare = folded.replace(/^(?:وال|بال|فال|كال|لل|ال)(?=\p{L}{3})/u, "");
  return bare.replace(/(?<=\p{L}{4})(?:ا|ي|يه|ه)$/u, "");
}

/** The English word of the same meaning, or null. */
export const glossOf = (stem: string): string | null => GLOSSES.get(stem) ?? null;

const SOUNDS: Readonly<Record<string, string>> = Object.fromEntries(
  "ب:b ت:t ث:t ج:j ح:h خ:k د:d ذ:d ر:r ز:z س:s ش:s ص:s ض:d ط:t ظ:z ع: غ:g ف:f ق:k ك:k ل:l م:m ن:n ه:h پ:b چ:j ڤ:f گ:g"
    .split(" ")
    .map((pair) => pair.split(":") as [string, string]),
);

/** The consonants that a name sounds of, in either script: "Varonia" and "فارونيا" are both "frn". */
export function soundOf(word: string): string {
  const letters = isArabic(word)
    ? [...foldArabic(word).replace(/^ال/u, "")].map((letter) => SOUNDS[letter] ?? "").join("")
    : word
        .replace(/sh|ch/gu, "s")
        .replace(/ph/gu, "f")
        .replace(/kh|[cq]/gu, "k")
        .replace(/v/gu, "f")
        .replace(/p/gu, "b")
        .replace(/x/gu, "ks")
        .replace(/[aeiouyw'-]/gu, "");
  return letters.replace(/(.)\1+/gu, "$1").replace(/h$/u, "");
}

const folded = <T>(map: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
  new Map([...map].map(([word, value]) => [foldArabic(word), value]));
const NUMBERS = folded(ARABIC_NUMBERS);
const UNITS = folded(ARABIC_UNITS);
const SCALES = folded(ARABIC_SCALES);
const DUALS = folded(ARABIC_DUALS);
const NEGATION = new Set([...ARABIC_NEGATION].map(foldArabic));
const EMPTY = new Set([...ARABIC_EMPTY].map(foldArabic));

/** What an Arabic word counts, or null; each takes the word as it is written. */
export const arabicNumber = (word: string): number | null =>
  NUMBERS.get(foldArabic(word)) ?? NUMBERS.get(arabicStem(word)) ?? null;
export const arabicUnit = (word: string): string | null =>
  UNITS.get(foldArabic(word)) ?? UNITS.get(arabicStem(word)) ?? null;
export const arabicScale = (word: string): number | null => SCALES.get(arabicStem(word)) ?? null;
/** The unit of which the word means two. */
export const arabicDual = (word: string): string | null => DUALS.get(foldArabic(word)) ?? null;
export const isArabicNegation = (word: string): boolean =>
  NEGATION.has(foldArabic(word).replace(/^[وف]/u, ""));
export const isArabicEmpty = (word: string): boolean =>
  EMPTY.has(foldArabic(word)) || EMPTY.has(arabicStem(word));
