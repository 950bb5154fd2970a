import {
  codeIn,
  type GivenVerdict,
  givenUnder,
  type Scale,
  type ScaleCode,
  type Told,
  VERDICT_MEANINGS,
  type VerdictMeaning,
} from "#lib/domain/scale";
import * as words from "#lib/words";
import { terms as arabic } from "./arabic/terms";
import { terms as english } from "./english/terms";

/** What verdicts are called: by the scale that they were given under, or by the words that Onrecord comes with. */

const firstCode = (code: VerdictMeaning): ScaleCode => {
  const [en, ar] = [english.verdicts[code], arabic.verdicts[code]];
  return {
    code,
    meaning: code,
    word: { en: en.reader, ar: ar.reader },
    definition: { en: en.meaning, ar: ar.meaning },
  };
};

/** The scale that Onrecord comes with. */
export const FIRST_SCALE: Scale = { number: 1, codes: VERDICT_MEANINGS.map(firstCode), former: [] };

/** In the language of the installation; in English where nobody wrote it in that. */
export const inWords = ({ en, ar }: Told): string => (words.language === "ar" ? (ar ?? en) : en);

/** A verdict's code, with what the scale said of it where that was kept. */
interface Coded {
  readonly code: string;
  readonly scale?: GivenVerdict | undefined;
}

/** Without a scale of its own a verdict is told in the words that Onrecord comes with. */
export function givenOf({ code, scale }: Coded): GivenVerdict {
  const none = { en: code, ar: null };
  const found = scale ?? givenUnder(FIRST_SCALE, code);
  return found ?? { version: 1, meaning: "UNRESOLVED", word: none, definition: none };
}

export const verdictName = (verdict: Coded): string => inWords(givenOf(verdict).word);
export const verdictMeaning = (verdict: Coded): string => inWords(givenOf(verdict).definition);

/** What a code is called now: as it stands in this scale, or stood last; itself where no version had it. */
export function codeName(scale: Scale, code: string): string {
  const found = codeIn(scale, code);
  return found === null ? code : inWords(found.word);
}
