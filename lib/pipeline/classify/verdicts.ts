import type { Credit, MainCredit } from "#lib/pipeline/attribute/credit";
import { isPlainlyTold } from "#lib/pipeline/attribute/rules/plain-telling";
import type { Arbiter, Opinion } from "./arbiter";
import { type Candidate, Candidates, type Credited, nobodyOf } from "./candidates";
import { isClaim } from "./claim-form";
import {
  FORMLESS_NO_STATEMENT,
  GOES_ON_TO_UNSOURCED,
  LEAST_NO_STATEMENT,
  REPORTED_TO_UNSOURCED,
  SURELY_NO_STATEMENT,
  sortOf,
  sortShares,
} from "./decision";
import type { DraftPage } from "./drafts";
import { classOf, judgementByModel, type SourcingClass } from "./model-judgement";
import type { Judgement } from "./rule-judgement";

/** What is made of a sentence in the end. */
export interface Verdict {
  /** Null where the sentence puts forward no claim. */
  readonly judgement: Judgement | null;
  readonly mainCredit: MainCredit | null;
  /** Every attribution that the sentence has a part in; the main credit's own comes first. */
  readonly credits: readonly Credit[];
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
  "announced",
  "signed",
  "turn",
  "in-a-statement",
  "joint-statement",
  "quoted-article",
  "linked-title",
  "lead",
  "own-page",
  "own-voice",
  "first-hand",
  "second-hand",
  "common-knowledge",
]);
/** Of these the ones that know by their place that a line is a statement. */
const IN_PLACE: ReadonlySet<string> = new Set(["linked-title", "quoted-article"]);
/** Rules that hear the writer's mind in a line: without a credit, furniture seldom sounds so. */
const MINDS: ReadonlySet<string> = new Set(["forecast", "hedged", "judgement", "evaluation"]);

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
  const candidates = new Candidates(drafts, page);
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
    const candidate = candidates.for(i, verdicts);
    const leastNone = goesOnStating(drafts, verdicts) ? NEVER : leastNoneOf(draft);
    const { found, confidence } = isTold(draft)
      ? arbiter.decideTold(opinion, leastNone)
      : arbiter.decide(opinion, toUnsourced(candidate, verdicts.at(-1)), leastNone);
    if (found === "NO_STATEMENT") {
      verdicts.push({ judgement: null, mainCredit: draft.mainCredit, credits: draft.credits });
      return;
    }
    const isReported = sortOf(found) === "REPORTED";
    const settled = judgementByModel(
      draft,
      isReported ? (candidate?.mainCredit ?? null) : (nobodyOf(draft) ?? groupOf(draft)),
      asCredited(found, candidate),
      { score: confidence, version: arbiter.version, word: opinion.heaviest(found) },
    );
    verdicts.push({ ...settled, credits: isReported ? inFront(draft.credits, candidate) : draft.credits });
  });
  return verdicts;
}

/**
 * Whoever is credited has no name: what is like other statements of named people is still told by somebody unnamed, or by the outlet that
 * they told.
 */
function asCredited(found: SourcingClass, candidate: Candidate | null): SourcingClass {
  if (candidate?.mainCredit.kind !== "UNNAMED" || (found !== "NAMED" && found !== "UNNAMED_QUALIFIED"))
    return found;
  return candidate.mainCredit.sourcing === "MEDIA_REPORT" ? "MEDIA_REPORT" : "UNNAMED_QUALIFIED";
}

/** "Campaigners warn …", where the arbiter hears a group that nobody can ask: it is still what the sentence says who warns. */
function groupOf({ mainCredit }: Credited): MainCredit | null {
  return mainCredit?.kind === "UNNAMED" && mainCredit.scope === "SENTENCE" ? mainCredit : null;
}

/** The sentence's form says that all of it is told: only what kind of source tells it is asked. */
const isTold = ({ sentence, mainCredit }: Credited): boolean =>
  mainCredit !== null && isPlainlyTold(sentence, mainCredit);

/** How many times likelier a report must be than that it is unsourced: null where nobody could vouch for it. */
function toUnsourced(candidate: Candidate | null, before: Verdict | undefined): number | null {
  if (candidate === null) return null;
  const { speaker, scope } = candidate.mainCredit;
  const isTold = before !== undefined && before.judgement !== null && before.mainCredit?.speaker === speaker;
  return isTold && speaker !== null && scope === "SENTENCE" ? GOES_ON_TO_UNSOURCED : REPORTED_TO_UNSOURCED;
}

/** No share is as large. */
const NEVER = 2;

/** A sentence that was too long goes on in the next one, and what goes on from a statement is one. */
function goesOnStating(drafts: readonly Credited[], verdicts: readonly Verdict[]): boolean {
  const before = drafts[verdicts.length - 1];
  return before?.sentence.isCut === true && verdicts.at(-1)?.judgement !== null;
}

/** From which share on a line is no statement. */
function leastNoneOf({ sentence, mainCredit, judgement }: Credited): number {
  if (!isClaim(sentence, mainCredit)) return FORMLESS_NO_STATEMENT;
  return MINDS.has(judgement.rule) ? SURELY_NO_STATEMENT : LEAST_NO_STATEMENT;
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

function inFront(credits: readonly Credit[], candidate: Candidate | null): readonly Credit[] {
  const first = candidate?.from ?? null;
  return first === null || credits[0] === first
    ? credits
    : [first, ...credits.filter((one) => one !== first)];
}
