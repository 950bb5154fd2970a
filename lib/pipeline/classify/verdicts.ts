import type { Sourcing } from "#lib/domain/labels";
import type { Credit, MainCredit } from "#lib/pipeline/attribute/credit";
import { mainCreditFrom, type Resolved } from "#lib/pipeline/attribute/model-credits";
import { carriedCredit } from "#lib/pipeline/attribute/neighbours";
import type { Arbiter, Opinion } from "./arbiter";
import { isClaim } from "./claim-form";
import { LEAST_NO_STATEMENT, SURELY_NO_STATEMENT, sortOf, sortShares } from "./decision";
import type { Draft, DraftPage } from "./drafts";
import { classOf, judgementByModel, MODEL_RULE } from "./model-judgement";
import type { Judgement } from "./rule-judgement";

/** What is made of a sentence in the end. */
export interface Verdict {
  /** Null where the sentence puts forward no claim. */
  readonly judgement: Judgement | null;
  readonly mainCredit: MainCredit | null;
  /** Every attribution that the sentence has a part in; the main credit's own comes first. */
  readonly credits: readonly Credit[];
}

interface Credited extends Draft {
  readonly credits: readonly Credit[];
}

/** Who could vouch for a sentence, and the attribution that this is from. */
interface Candidate {
  readonly mainCredit: MainCredit;
  readonly from: Credit | null;
}

/**
 * Rules that have the last word on whose a statement is: each was right for at least eight in ten of the statements that it spoke
 * on in `sourcing/` (see the model card), or speaks of what hardly occurs there.
 */
const SETTLED: ReadonlySet<string> = new Set([
  "according-to",
  "colon-quote",
  "same-quotation",
  "quotation-goes-on",
  "speaker-follows",
  "in-a-statement",
  "joint-statement",
  "quoted-article",
  "linked-title",
  "lead",
  "own-voice",
  "first-hand",
  "second-hand",
  "common-knowledge",
]);
/** Of these the ones that know by their place that a line is a statement. */
const IN_PLACE: ReadonlySet<string> = new Set(["linked-title", "quoted-article"]);
/** Rules that hear the writer's mind in a line: without a credit, furniture seldom sounds so. */
const MINDS: ReadonlySet<string> = new Set(["forecast", "hedged", "judgement", "evaluation"]);

/** A telling goes on into the next paragraph, and no further without a word of who tells it. */
const FARTHEST_PARAGRAPH = 1;
/** News first, attribution second: a lead can take that of so many sentences after it. */
const LEAD_REACH = 2;

/** What the rules alone come to: teasers, and pages that no models have read. */
export function verdictByRules({ sentence, mainCredit, judgement, credits }: Credited): Verdict {
  return { judgement: isClaim(sentence, mainCredit) ? judgement : null, mainCredit, credits };
}

/** One verdict a draft. A teaser is another post's beginning: the rules have the last word on it. */
export function verdictsOf(
  drafts: readonly Credited[],
  page: Omit<DraftPage, "drafts">,
  arbiter: Arbiter,
): Verdict[] {
  const opinions = arbiter.read({ ...page, drafts });
  const own = drafts.map(ownCandidate);
  const verdicts: Verdict[] = [];
  drafts.forEach((draft, i) => {
    const opinion = opinions[i];
    if (draft.sentence.isTeaser || opinion === undefined) {
      verdicts.push(verdictByRules(draft));
      return;
    }
    if (SETTLED.has(draft.judgement.rule)) {
      verdicts.push(verdictBySettled(draft, opinion, arbiter));
      return;
    }
    const candidate = own[i] ?? (nobodyOf(draft) === null ? carriedOver(drafts, verdicts, own, i) : null);
    const { found, confidence } = arbiter.decide(
      opinion,
      candidate !== null,
      MINDS.has(draft.judgement.rule) ? SURELY_NO_STATEMENT : LEAST_NO_STATEMENT,
    );
    if (found === "NO_STATEMENT") {
      verdicts.push({ judgement: null, mainCredit: draft.mainCredit, credits: draft.credits });
      return;
    }
    const isReported = sortOf(found) === "REPORTED";
    // Whoever is credited has no name: what is like other statements of named people is still told by somebody unnamed.
    const isUnnamed = found === "NAMED" && candidate?.mainCredit.kind === "UNNAMED";
    const settled = judgementByModel(
      draft,
      isReported ? (candidate?.mainCredit ?? null) : nobodyOf(draft),
      isUnnamed ? "UNNAMED_QUALIFIED" : found,
      { score: confidence, version: arbiter.version, word: opinion.heaviest(found) },
    );
    verdicts.push({ ...settled, credits: isReported ? inFront(draft.credits, candidate) : draft.credits });
  });
  return verdicts;
}

/** What a rule with the last word comes to; how sure it is, the arbiter says. */
function verdictBySettled(draft: Credited, opinion: Opinion, arbiter: Arbiter): Verdict {
  const { judgement, mainCredit, credits } = draft;
  const isLine =
    IN_PLACE.has(judgement.rule) || sortShares(opinion.shares).NO_STATEMENT < SURELY_NO_STATEMENT;
  const score = arbiter.confidence(opinion, sortOf(classOf(judgement)));
  const isStatement = isLine && isClaim(draft.sentence, mainCredit);
  return { judgement: isStatement ? { ...judgement, score } : null, mainCredit, credits };
}

/** The credit of the sentence's own words: the main one, or the surest of the models' whose speaker can be found. */
function ownCandidate({ mainCredit, touching, credits }: Credited, index: number): Candidate | null {
  if (mainCredit !== null && mainCredit.kind !== null && canBeFound(mainCredit))
    return { mainCredit, from: null };
  let best: Resolved | null = null;
  for (const one of touching) {
    if (one.speaker === null || !canBeFound(one.speaker)) continue;
    if (best === null || one.found.confidence > best.found.confidence) best = one;
  }
  if (best === null || best.speaker === null) return null;
  const { credit } = best;
  const from = credits.find(({ content }) => content === credit.content) ?? null;
  return { mainCredit: mainCreditFrom(best, index, best.speaker.sourcing), from };
}

/** Of a sentence whose own words credit nobody: what was told before it goes on, or is told after it. */
function carriedOver(
  drafts: readonly Credited[],
  verdicts: readonly Verdict[],
  own: readonly (Candidate | null)[],
  index: number,
): Candidate | null {
  return goesOn(drafts, verdicts, index) ?? leads(drafts, own, index);
}

/** What the sentence before it tells goes on here. */
function goesOn(drafts: readonly Credited[], verdicts: readonly Verdict[], index: number): Candidate | null {
  const [here, before] = [drafts[index]?.sentence, drafts[index - 1]?.sentence];
  const verdict = verdicts[index - 1];
  if (here === undefined || before === undefined || before.post !== here.post || before.isTeaser) return null;
  if (here.paragraph - before.paragraph > FARTHEST_PARAGRAPH) return null;
  const credit = verdict?.judgement === null ? null : (verdict?.mainCredit ?? null);
  if (credit === null || credit.kind === null || !canBeFound(credit)) return null;
  return { mainCredit: carriedCredit(credit, here, MODEL_RULE), from: verdict?.credits[0] ?? null };
}

/** A lead whose news the next sentences credit. */
function leads(
  drafts: readonly Credited[],
  own: readonly (Candidate | null)[],
  index: number,
): Candidate | null {
  const here = drafts[index]?.sentence;
  if (here === undefined || !here.isFirstOfBody) return null;
  for (let next = index + 1; next <= index + LEAD_REACH; next += 1) {
    const other = drafts[next];
    const candidate = own[next];
    if (other?.sentence.post !== here.post || other.sentence.isTeaser) return null;
    if (candidate === null || candidate === undefined) continue;
    const from = candidate.from ?? other.credits[0] ?? null;
    return { mainCredit: carriedCredit(candidate.mainCredit, here, MODEL_RULE), from };
  }
  return null;
}

/** The credit that a rumour keeps: one that leaves nobody to ask. */
function nobodyOf({ mainCredit }: Draft): MainCredit | null {
  return mainCredit !== null && (mainCredit.kind === null || !canBeFound(mainCredit)) ? mainCredit : null;
}

/** Nobody can ask "a source": what only such a one stands behind is never reported. */
const canBeFound = ({ sourcing }: { readonly sourcing: Sourcing }): boolean => sourcing !== "UNNAMED_BARE";

function inFront(credits: readonly Credit[], candidate: Candidate | null): readonly Credit[] {
  const first = candidate?.from ?? null;
  return first === null || credits[0] === first
    ? credits
    : [first, ...credits.filter((one) => one !== first)];
}
