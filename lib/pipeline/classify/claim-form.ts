import { tokens } from "#lib/english/tokens";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { hearsayIn, nicknameIn } from "#lib/pipeline/attribute/rules/hearsay";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { shapeOf } from "#lib/pipeline/segment/parts/shape";

const VERBAL =
  /^(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|won't|isn't|aren't|wasn't|can't|don't|didn't|'s|it's|that's|there's|he's|she's|they're|we're|i'm|got|went|came|saw|made|took|led|met|fell|rose|began|kept|held|gave|left|won|lost|paid|put|set|say|says|said|know|knows|play|plays|show|shows|tell|tells|get|gets|stop|stops|build|builds)$|\p{Ll}{3}(?:ed|es)$|n't$/u;
const GREETING =
  /^(?:good (?:morning|evening|afternoon)|hello|hi|thanks|thank you|welcome|praying|congratulations|happy)\b/i;
const IMPERATIVE =
  /^(?:click|read|see|watch|listen|subscribe|sign|follow|join|share|download|register|stay|check out|visit|anyone with|keep|send us|submit)\b/i;
const SIGNATURE = /^[—–-]{1,2} ?\p{Lu}|\(@\w{1,30}\)/u;
const WAIT = /^we(?:'|’)?ll (?:just )?have to wait/i;

/**
 * Whether a sentence puts forward a claim about the world. Questions, greetings, directives, signatures, bare headings and
 * bare titles of other posts don't.
 */
export function isClaim(sentence: Sentence, mainCredit: MainCredit | null): boolean {
  const { text } = sentence;
  if (sentence.isTeaser) return isTeaserClaim(sentence, mainCredit);
  if (/[?؟]["”’)]*$/.test(text.slice(-6)) && mainCredit === null) return false;
  if (GREETING.test(text) || SIGNATURE.test(text.slice(0, 60)) || WAIT.test(text)) return false;
  if (IMPERATIVE.test(text) && mainCredit === null) return false;
  const words = sentence.tokens.filter((token) => token.kind !== "MARK");
  if (words.length < 3) return mainCredit !== null && words.length === 2;
  const isEnded = /[.!…]["”’)]*$|\/ ?end$|["”]$/i.test(text.slice(-12));
  if (isEnded) return words.length >= 6 || hasVerb(sentence) || mainCredit !== null;
  return mainCredit !== null || (words.length >= 8 && hasVerb(sentence) && !shapeOf(text).isTitleCase);
}

function hasVerb(sentence: Sentence): boolean {
  return sentence.tokens.some((token, i) => i > 0 && VERBAL.test(token.lower));
}

/** A teaser claims something where it quotes, passes on, or tells a whole sentence; its bare title claims nothing. */
function isTeaserClaim(sentence: Sentence, mainCredit: MainCredit | null): boolean {
  const [quote] = sentence.quotations;
  const quoted =
    quote === undefined ? 0 : tokens(sentence.text.slice(Math.max(0, quote.start - sentence.start))).length;
  if (
    quoted >= 6 &&
    (quote?.start ?? 0) - sentence.start < 120 &&
    (nicknameIn(sentence) !== null || quote?.isClosed === false || isLabelled(sentence, quote?.start ?? 0))
  )
    return true;
  if (nicknameIn(sentence) !== null && sentence.tokens.length >= 10) return true;
  return mainCredit?.sourcing === "UNNAMED_BARE" || hearsayIn(sentence) !== null;
}

/** "Quayside call notes: “…”": a few words and a colon before what is quoted say under which name it stands. */
function isLabelled({ text, start }: Sentence, quoteAt: number): boolean {
  return /^[^"“:]{2,60}: ?$/u.test(text.slice(0, Math.max(0, Math.min(80, quoteAt - start))));
}
