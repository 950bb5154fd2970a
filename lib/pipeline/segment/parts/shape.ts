import { isCapitalised, tokens } from "#lib/english/tokens";
import { slugOf } from "#lib/english/wire-slugs";
import { remembered } from "#lib/text/remembered";

const LOOK_AT = 400;

/** How a line looks, told from its first 400 units: enough to tell a title from running text. */
export interface Shape {
  readonly words: number;
  readonly isSentenceEnd: boolean;
  readonly isCutOff: boolean;
  /** Most of its longer words are capitalised. */
  readonly isTitleCase: boolean;
  readonly isTurn: boolean;
}

const TURN = /^[\p{L}\p{N}_.-]{2,24}(?: [\p{L}\p{N}_.-]{1,20})?: {1,2}["“\p{Lu}]/u;

/** "BREAKING: …", "WATCH: …": how titles are labelled; nobody of that name speaks. */
const LABEL =
  /^(?:breaking(?: news)?|exclusive|update[ds]?|watch|video|photos|live|analysis|opinion|review|podcast|just in|developing|must read|revealed|report): /i;

export const shapeOf = remembered(readShape);

function readShape(line: string): Shape {
  const words = tokens(line.slice(0, LOOK_AT)).filter((token) => token.kind !== "MARK");
  const long = words.filter((word) => word.text.length >= 4 && word.kind === "WORD");
  const capitals = long.filter(isCapitalised).length;
  return {
    words: words.length,
    isSentenceEnd: /[.!?…؟۔]["”’')\]]*$|\/ ?end$/i.test(line.slice(-12)),
    isCutOff: /(?:\.\.\.|…)["”]?$/.test(line.slice(-8)),
    isTitleCase: long.length >= 3 && capitals * 10 >= long.length * 7,
    isTurn: TURN.test(line.slice(0, 60)) && !LABEL.test(line.slice(0, 60)),
  };
}

/** "“The wall stood for ninety years.” - Mayor Ana Idris": words and who said them. */
const SIGNED_QUOTE = /^["“][^"“”]{15,390}[.!?,]["”] ?[-–—] ?\p{Lu}/u;
/** The same behind other sentences: "They met at noon. “It stood for ninety years.” — Mayor Ana Idris". */
const ENDS_SIGNED = /[.!?] ["“][^"“”]{15,390}[.!?,]["”] ?[-–—] ?\p{Lu}[^.!?"“”]{2,60}$/u;
/** "…, and she starts in May (see map)": an aside in place of the full stop. */
const ENDS_ASIDE = /, [^()]{10,200}\([\p{Ll}][^()]{2,40}\)$/u;

/** "The talks ended without a deal. The ministry said in a statement:": behind a whole sentence one opens what stands below. */
const ENDS_ANNOUNCING = /[.!?]["”’)]{0,2} ["“]?\p{Lu}[^.!?]{5,200}:$/u;

/** Running text: whole sentences of some length, a wire's slug, or a turn in a conversation. */
export function isProse(line: string): boolean {
  const shape = shapeOf(line);
  if (shape.isCutOff && shape.words < 40) return false;
  if (shape.words >= 25 && !shape.isTitleCase) return true;
  if (slugOf(line) !== null && shape.words >= 12) return true;
  if (
    !shape.isTitleCase &&
    (SIGNED_QUOTE.test(line) ||
      ENDS_SIGNED.test(line) ||
      (shape.words >= 8 && ENDS_ANNOUNCING.test(line)) ||
      (shape.words >= 12 && ENDS_ASIDE.test(line)))
  )
    return true;
  if (shape.isTurn && shape.words >= 6 && !shape.isTitleCase) return true;
  return shape.isSentenceEnd && !shape.isTitleCase && shape.words >= 8 && !/\?$/.test(line);
}

/** What could be a title: some words, not too many. */
export function isTitleLike(line: string): boolean {
  const { words } = shapeOf(line);
  return words >= 3 && words <= 32 && line.length <= 240;
}
