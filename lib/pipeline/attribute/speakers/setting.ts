import { monthOf, weekdayNamed } from "#lib/english/month-names";
import { DAY_WORD, LAND, LAND_BEFORE, SETTING } from "#lib/english/nouns";
import { isCapitalised, type Token } from "#lib/english/tokens";
import { speakerOf } from "./noun-phrase";

/**
 * Do words before a colon say where or when something was said ("Near Port Ansel:", "After the vote:", "Palm Sunday:", "Bear Island:")? Then they
 * don't say by whom. What governs a paper or an outlet ("In a letter:", "In the Harbour Post:") names where the words can be read. `before` is the word in front of
 * them, where they are cut off from it.
 */
export function isSetting(words: readonly Token[], before?: Token): boolean {
  const comma = words.findIndex(({ text }) => text === ",");
  if (comma >= 0) return isSetting(words.slice(0, comma), before) && isSetting(words.slice(comma + 1));
  const [first, ...rest] = words;
  if (first === undefined) return false;
  if (SETTING.has(before?.lower ?? "")) return isPlaceOrTime(words);
  if (SETTING.has(first.lower)) return isPlaceOrTime(rest);
  return isDay(words) || isLand(words);
}

/** "Sunday", "3 July", "late on Monday"; a word by itself may be a name, as "May", "Dawn" and "Summer" are. */
const isDay = (words: readonly Token[]): boolean =>
  words.every(isOfDay) &&
  (words.length > 1 ||
    /^(?:today|yesterday|tonight)$/.test(words[0]?.lower ?? "") ||
    weekdayNamed(words[0]?.lower ?? "") !== null);

function isPlaceOrTime(words: readonly Token[]): boolean {
  // "On Sunday *Petrov*": the day is over where a name begins.
  const name = words.findIndex((word) => !isOfDay(word));
  if (name > 0 && words.slice(name).every(isCapitalised)) return false;
  if (words.length === 0 || words.some(({ lower }) => /['’]s?$/.test(lower) || lower === "behalf"))
    return false;
  const speaker = speakerOf(words);
  return speaker?.kind !== "MEDIA" && speaker?.kind !== "DOCUMENT";
}

function isOfDay({ lower, kind }: Token): boolean {
  if (kind === "NUMBER" || /^\d/.test(lower)) return true;
  return weekdayNamed(lower) !== null || monthOf(lower) !== null || DAY_WORD.has(lower) || lower === "on";
}

/** "Bear Island", "Lake Orvana". */
function isLand(words: readonly Token[]): boolean {
  const [first, last] = [words[0]?.lower ?? "", words.at(-1)?.lower ?? ""];
  return words.length > 1 && words.every(isCapitalised) && (LAND.has(last) || LAND_BEFORE.has(first));
}
