import * as nouns from "#lib/english/nouns";
import { pastOffice } from "#lib/english/person-called";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { writtenName } from "./written-name";

/** A role in lower case and two words of a name right behind it. */
export function hasTitledName(phrase: readonly Token[]): boolean {
  return phrase.some((token, i) => {
    const [first, second] = [phrase[i + 1], phrase[i + 2]];
    if (first === undefined || second === undefined || isCapitalised(token)) return false;
    return nouns.PERSON_TITLE.has(token.lower) && isPersonWord(first) && isPersonWord(second);
  });
}

/** A title before a capital ("Supt Peters", "Prime Minister al-Sudani"), or two capitalised words that name no institution. */
export function hasPersonName(phrase: readonly Token[]): boolean {
  return phrase.some((token, i) => {
    const next = phrase[i + 1];
    const after = next?.text === "." ? phrase[i + 2] : next;
    const isTitle = nouns.PERSON_TITLE.has(token.lower);
    if (isTitle && after !== undefined && isPersonWord(after)) return true;
    const third = phrase[i + 2];
    // "Kelly L Clark": an initial without a full stop.
    if (
      /^\p{Lu}$/u.test(next?.text ?? "") &&
      third !== undefined &&
      isPersonWord(token) &&
      isPersonWord(third)
    )
      return true;
    const isLower =
      third !== undefined && /^(?:al|bin|von|van|de|del)$/i.test(next?.lower ?? "") && isPersonWord(third);
    return (
      isPersonWord(token) && next !== undefined && (isPersonWord(next) || isLower) && !/'s$/.test(token.lower)
    );
  });
}

/** The persons that a stretch names in full, as "Supt Peters" or "Eva Mendes", in order. */
export function personsIn(phrase: readonly Token[]): string[] {
  const found: string[] = [];
  for (let i = 1; i < phrase.length; i += 1) {
    const [before, token] = [phrase[i - 1], phrase[i]];
    if (before === undefined || token === undefined || !isPersonWord(token)) continue;
    const isTitled = before.text !== "." && nouns.PERSON_TITLE.has(before.lower);
    const isNamed = isPersonWord(before) && !/'s$/.test(before.lower);
    if (!isTitled && !isNamed) continue;
    let last = i;
    for (let next = phrase[last + 1]; next !== undefined && isPersonWord(next); next = phrase[last + 1]) {
      if (/['’]s?$/.test(phrase[last]?.text ?? "")) break;
      last += 1;
    }
    // "candidate Ana Ruiz": a role in small letters is no part of a whole name, and what an office is of is none.
    const first = Math.min(last, pastOfficeIn(phrase, last > i && !isCapitalised(before) ? i : i - 1));
    found.push(writtenName(phrase.slice(first, last + 1)).replace(/['’]s?$/, ""));
    i = last;
  }
  return found;
}

/** "Minister of *Energy* Reza Aziz": the index of the name in a phrase, from where it may begin on. */
export function pastOfficeIn(phrase: readonly Token[], from: number): number {
  const isTitled = nouns.PERSON_TITLE.has(phrase[from - 2]?.lower ?? "");
  return isTitled
    ? pastOffice(
        phrase.map(({ text }) => text),
        from,
      )
    : from;
}

/** Could the word be a part of a person's name: a capital, and no word of an institution's name? */
export function isPersonWord(token: Token): boolean {
  if (!/^(?:\p{Lu}\p{Ll}|al-\p{Lu}|\p{Lu}['’]\p{Lu}|\p{Lu}\.)/u.test(token.text)) return false;
  const lower = token.lower.replace(/'s$/, "");
  const isInstitution =
    nouns.ORGANIZATION.has(lower) || nouns.MEDIA_NAME_WORD.has(lower) || nouns.PARTIES.has(lower);
  return !isInstitution && !nouns.NO_NAME.has(lower) && !nouns.DOCUMENT.has(lower);
}

/** "Frank26": a first name with a number is what somebody calls themselves where anybody may write. */
export const isNickname = (name: string): boolean => /^\p{Lu}\p{Ll}{2,}\d{1,4}$/u.test(name);
