import type { MainCredit } from "#lib/pipeline/attribute/credit";
import type { Sentence } from "#lib/pipeline/attribute/sentence";

/**
 * How near a source was to the event: it was there, it heard of it, or everybody knows. The patterns read the first units of
 * a sentence, outside its quotations.
 */

const HEAD = 600;

function ownWords(sentence: Sentence): string {
  let words = sentence.text.slice(0, HEAD);
  for (const { start, end } of sentence.quotations) {
    const [from, to] = [Math.max(0, start - sentence.start), end - sentence.start];
    if (from < words.length)
      words = words.slice(0, from) + " ".repeat(Math.max(0, Math.min(to, HEAD) - from)) + words.slice(to);
  }
  return words;
}

const WITNESSED =
  /\b(?:I|we)(?:['’]ve|['’]d)? (?:(?:just|also|even|actually|personally|myself|ourselves|have|had) ){0,2}(?:saw|seen|watched|witnessed|overheard|heard (?:him|her|them|it)|was there when|were there when|was just there|were just there|was in the room|were in the room)\b|\bwith my own eyes\b/iu;

/** "The laziest plan I have seen in thirty years": what somebody has ever seen measures, and tells of no event. */
const MEASURE = /\b(?:most|least|best|worst|only|first|\p{L}{2,20}est)\b[^.;:]{1,60}$/iu;

/** "I saw the memo on the manager's desk": the writer claims to have been there. Null where no such words stand. */
export function witnessedIn(sentence: Sentence): string | null {
  const words = ownWords(sentence);
  const found = WITNESSED.exec(words);
  if (found === null || (/['’ ](?:ve|have)\b/i.test(found[0]) && MEASURE.test(words.slice(0, found.index))))
    return null;
  return found[0];
}

const OWN_VERSION =
  /\b(?:earlier|previous|prior|original|first|initial) (?:versions?|editions?|drafts?) of (?:this|our) (?:article|story|post|report|column|piece|page|blog)\b/iu;

/** "An earlier version of this article": a page that corrects itself speaks in its own voice. Null where no such words stand. */
export function ownVersionIn(sentence: Sentence): string | null {
  return OWN_VERSION.exec(ownWords(sentence))?.[0] ?? null;
}

const RELAYED =
  /\b(?:that|how|,) (?:an? |the |his |her |their |my )?[\p{L}.'’-]{1,30}(?: [\p{L}.'’-]{1,30}){0,3} (?:had |has |have )?(?:told|informed|assured) (?:him|her|them|me|us)\b/u;

/** "X said that Y had told him": whoever is quoted has it from somebody else. Null where no such words stand. */
export function relayedIn(sentence: Sentence, mainCredit: MainCredit): string | null {
  if (mainCredit.kind !== "PERSON" && mainCredit.kind !== "UNNAMED") return null;
  const found = RELAYED.exec(ownWords(sentence))?.[0].replace(/^, /, "") ?? null;
  // "…, treasurer Emyr Vaughan told them": it is they who tell.
  const name = mainCredit.speaker?.split(" ").at(-1) ?? "";
  return found !== null && mainCredit.kind === "PERSON" && found.includes(name) ? null : found;
}

const KNOWN =
  /^(?:The |An? )?\p{Lu}?[\p{L}\p{N} .,'’()-]{1,80} (?:is|are|was) (?:the (?:capital|official language|currency|largest (?:city|country|river|lake)|national anthem) (?:and [\p{L} ]{1,30} )?of|the (?:abbreviation|acronym) (?:of|for)|(?:an?|the) (?:kind|type|form|unit|branch|acronym|abbreviation) (?:of|for)|located in|situated in|defined as|short for)\b|^[\p{L}\p{N} .'’()-]{1,60} (?:stands for|is short for|are defined as|means the same as)\b/u;

/** "Baghdad is the capital of Iraq": a definition or a common fact that needs nobody behind it. */
export function isCommonKnowledge(sentence: Sentence): boolean {
  return KNOWN.test(sentence.text.slice(0, 200));
}
