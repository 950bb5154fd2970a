import { FURNITURE } from "#lib/english/match-words";
import { monthOf, weekdayNamed } from "#lib/english/month-names";
import { withoutSlug } from "#lib/english/wire-slugs";
import { foldDigits } from "#lib/text/normalise";

/** A statement is compared by its beginning; no statement of a page is longer. In UTF-16 units. */
export const LONGEST_COMPARED = 2000;

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u0640\u064B-\u0652\u0670]/gu;
/** Before these a lower-case "may" or "march" is a month. */
const BEFORE_MONTH =
  /^(?:in|by|on|from|since|until|till|for|this|next|early|late|mid|starting|of|before|after|a|\d{1,2}(?:st|nd|rd|th)?)$/;

/** A statement's text without what reposts put around it, in ordinary writing: one kind of digits, of quotation marks, of capitals. */
export function plainText(text: string): string {
  let plain = foldDigits(text.slice(0, LONGEST_COMPARED).normalize("NFKC")).replace(INVISIBLE, "");
  plain = plain
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’`´]/gu, "'")
    .replaceAll("٪", "%")
    .replace(/-(?=quarter\b)/giu, " ")
    .replace(/\bre-(?=open|elect|start|launch|instate|enter)/giu, "re");
  for (const furniture of FURNITURE) plain = plain.replace(furniture, " ");
  return withCapitals(withoutSlug(plain.replace(/\s+/gu, " ").trim()));
}

/** Whether the capitals of a text say nothing: all of its words have them, or none has. */
export function isFlat(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const upper = words.filter((word) => word === word.toUpperCase() && word !== word.toLowerCase()).length;
  const lower = words.filter((word) => word === word.toLowerCase()).length;
  return words.length > 0 && (upper > 0.7 * words.length || lower === words.length);
}

/** Names of the calendar get their capital back: the rules for times go by it. */
function withCapitals(text: string): string {
  const plain = isFlat(text) ? text.toLowerCase() : text;
  return plain.replace(/[A-Za-z]+/gu, (word, at: number) => {
    const lower = word.toLowerCase();
    if (word !== lower || (monthOf(lower) === null && weekdayNamed(lower) === null)) return word;
    if (/^(?:sat|sun|wed|mon|mar|jan|dec|sec)$/u.test(lower)) return word;
    if (lower === "may" || lower === "march") {
      const before = wordBefore(plain, at);
      const isMonth = BEFORE_MONTH.test(before) || /^\s+\d/u.test(plain.slice(at + word.length));
      if (!isMonth) return word;
    }
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  });
}

/** The word before a place, where white space stands between; empty where there is none. Looks no further back than a word is long. */
function wordBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 60), at);
  const words = before.trimEnd();
  return words.length === before.length ? "" : (words.split(/\s/u).at(-1) ?? "");
}
