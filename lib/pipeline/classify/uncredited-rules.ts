import type { Factuality, Sourcing } from "#lib/domain/labels";
import type { ReasonParameters, SourceRule } from "#lib/domain/reasons";
import { EVALUATIVE, FORECAST, JUDGEMENT, OWN_VOICE, SCHEDULED } from "#lib/english/claim-wordings";
import type { PhraseBook } from "#lib/english/phrases";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { isCommonKnowledge, ownVersionIn, witnessedIn } from "./nearness";

/** Rules for a sentence that is credited to nobody: is it the writer's mind, the writer's forecast, or plain narration? */

export interface Context {
  readonly hasPrediction: boolean;
}

/** What a rule found. Left out: NONE for the sourcing, no flag and no parameters. */
interface Finding {
  readonly rule: SourceRule;
  readonly score: number;
  readonly sourcing?: Sourcing;
  readonly flag?: "opinion" | "forecast";
  readonly parameters?: ReasonParameters;
}

/** `writer` is how certain the writer puts it. */
type Rule = (sentence: Sentence, writer: Factuality, context: Context) => Finding | null;

/** A phrase outside quotation marks: the writer's own words. */
function says(sentence: Sentence, book: PhraseBook): string | null {
  for (const hit of book.all(sentence.tokens)) {
    if (sentence.quoted[hit.first] !== true) return hit.phrase;
  }
  return null;
}

const ownPage: Rule = (sentence) => {
  const wording = ownVersionIn(sentence);
  return wording === null ? null : { rule: "own-page", score: 0.8, parameters: { wording } };
};

const firstHand: Rule = (sentence) => {
  const wording = witnessedIn(sentence);
  if (wording === null) return null;
  return { rule: "first-hand", score: 0.65, sourcing: "FIRST_HAND", parameters: { wording } };
};

const commonKnowledge: Rule = (sentence) =>
  isCommonKnowledge(sentence) ? { rule: "common-knowledge", score: 0.6, sourcing: "NOT_NEEDED" } : null;

const ownVoice: Rule = (sentence) => {
  const wording = says(sentence, OWN_VOICE);
  if (wording === null) return null;
  return { rule: "own-voice", score: 0.8, flag: "opinion", parameters: { wording } };
};

const judgement: Rule = (sentence) => {
  const wording = says(sentence, JUDGEMENT);
  if (wording === null) return null;
  return { rule: "judgement", score: 0.7, flag: "opinion", parameters: { wording } };
};

const evaluation: Rule = ({ tokens, quoted }) => {
  const loaded = tokens.find((token, i) => quoted[i] !== true && EVALUATIVE.has(token.lower));
  if (loaded === undefined) return null;
  return { rule: "evaluation", score: 0.6, flag: "opinion", parameters: { wording: loaded.text } };
};

const forecast: Rule = (sentence, _, { hasPrediction }) => {
  // "Expect price rises": what opens so foretells.
  const wording = sentence.tokens[0]?.lower === "expect" ? "expect" : says(sentence, FORECAST);
  if (wording === null || hasPrediction || says(sentence, SCHEDULED) !== null) return null;
  return { rule: "forecast", score: 0.65, flag: "forecast", parameters: { wording } };
};

const hedged: Rule = (_, writer) => (/^P[RS]/.test(writer) ? { rule: "hedged", score: 0.65 } : null);

/** In this order: the first that finds something decides. */
const RULES: readonly Rule[] = [
  ownPage,
  firstHand,
  commonKnowledge,
  ownVoice,
  judgement,
  evaluation,
  forecast,
  hedged,
];

/** What the first rule finds; the publisher's own narration where none does. */
export function uncreditedFinding(sentence: Sentence, writer: Factuality, context: Context): Finding {
  for (const rule of RULES) {
    const found = rule(sentence, writer, context);
    if (found !== null) return found;
  }
  return { rule: "narration", score: 0.6 };
}
