import { firstUnits, withoutEnding } from "#lib/english/endings";
import { DOCUMENT, OFFICIAL, OPENING, PARTIES, VAGUE, WITNESS } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";

/** A speaker's name as it reads in "Attributed to …": a small article, no mark at its end, no more than a line. */
export function writtenName(told: readonly Token[]): string {
  const whole = told.slice(
    Math.max(
      0,
      told.findIndex(({ text }) => !/^[,;:]$/.test(text)),
    ),
  );
  const aside = whole.findIndex(
    (token, i) => token.text === "," && /^(?:who|which|whose)$/.test(whole[i + 1]?.lower ?? ""),
  );
  const phrase = aside < 0 ? whole : whole.slice(0, aside);
  let words = "";
  phrase.forEach((token, i) => {
    const before = phrase[i - 1];
    words += before !== undefined && token.start > before.end ? ` ${token.text}` : token.text;
  });
  const first = phrase[0]?.lower ?? "";
  const second = phrase[1];
  const isName = second !== undefined && isCapitalised(second) && !OPENING.has(first);
  const lowered = isCommonWord(first) && !isName ? words.charAt(0).toLowerCase() + words.slice(1) : words;
  return tidied(lowered);
}

function tidied(name: string): string {
  const bare = withoutEnding(name, /[,;—–-]/).trim();
  return bare.length > 160 ? `${firstUnits(bare, 157)}…` : bare;
}

function isCommonWord(word: string): boolean {
  const lists = [OPENING, VAGUE, OFFICIAL, WITNESS, PARTIES, DOCUMENT];
  return lists.some((list) => list.has(word));
}
