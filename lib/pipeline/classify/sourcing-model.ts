import { loadTable, readManifest } from "#lib/models/model-file";
import type { PackedRows } from "#lib/models/packed-rows";
import { type Scorer, scorerOf, type Table } from "#lib/models/table";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import { mainCreditFrom, type Resolved } from "#lib/pipeline/attribute/model-credits";
import { classOf, judgementByModel, SOURCING_CLASSES, type SourcingClass } from "./model-judgement";
import type { Judgement } from "./rule-judgement";
import { type Draft, type DraftPage, SourcingFeatures } from "./sourcing-features";

const REPORTED: ReadonlySet<SourcingClass> = new Set([
  "NAMED",
  "DOCUMENT",
  "MEDIA_REPORT",
  "UNNAMED_QUALIFIED",
]);

/** Rules that have the last word: they read what the model does not see, or what its examples hardly hold. */
const SETTLED: ReadonlySet<string> = new Set([
  "teaser-claim",
  "second-hand",
  "first-hand",
  "common-knowledge",
  "quoted-article",
  "linked-title",
  "in-a-statement",
  "joint-statement",
  "lead",
]);

/** That nobody stands behind a statement is the cheaper mistake: it is reported only from this probability on. */
const LEAST_REPORTED = 0.5;
/** The same where the rules found nobody behind it: to call a rumour reported is the worst mistake. See the model card. */
const LEAST_AGAINST_RULES = 0.9;
/**
 * How many times likelier the rules' own class is held to be than the labelled statements alone make it. On these a lower one
 * would do better; on real rumour pages, which the labels lack, it finds too few of the unsourced. See the model card.
 */
export const PRIOR = 5;
/** A word that weighs less than this is not named as a reason. */
const LEAST_WEIGHT = 0.15;

export interface Revised {
  /** Null where the sentence puts forward no claim. */
  readonly judgement: Judgement | null;
  readonly mainCredit: MainCredit | null;
}

/** Judges sentences by weights that were learned from statements read by hand; see the model card. */
export class SourcingModel {
  private readonly features: SourcingFeatures;
  private readonly scorer: Scorer;
  private readonly scores = new Float64Array(SOURCING_CLASSES.length);

  constructor(
    table: Table | PackedRows,
    private readonly version: string,
  ) {
    this.scorer = scorerOf(table);
    this.features = new SourcingFeatures(table.bits);
  }

  /** Judge every draft of a page anew. */
  revise(page: DraftPage): Revised[] {
    return page.drafts.map((draft, i) => {
      if (isSettledByRules(draft)) return draft;
      return this.decide(page, i, draft);
    });
  }

  private probabilities(page: DraftPage, index: number): number[] {
    this.features.read(page, index);
    const { ids, count } = this.features.list;
    return this.sharesOf(ids.subarray(0, count));
  }

  /** How probable each class is by the features `ids`, in the order of SOURCING_CLASSES. */
  sharesOf(ids: Int32Array): number[] {
    this.scores.fill(0);
    this.scorer.add(ids, 0, ids.length, this.scores, 0);
    const scaled = Array.from(this.scores, (score) => score * this.scorer.scale);
    const high = Math.max(...scaled);
    const raised = scaled.map((score) => Math.exp(score - high));
    const sum = raised.reduce((total, value) => total + value, 0);
    return raised.map((value) => value / sum);
  }

  private decide(page: DraftPage, index: number, draft: Draft): Revised {
    const shares = withPrior(this.probabilities(page, index), classOf(draft.judgement));
    const mainCredit = draft.mainCredit ?? candidate(draft, index);
    const chosen = choose(shares, classOf(draft.judgement), mainCredit !== null && mainCredit.kind !== null);
    // Whoever is credited has no name: what is like other statements of named people is still told by somebody unnamed.
    const found = chosen === "NAMED" && mainCredit?.kind === "UNNAMED" ? "UNNAMED_QUALIFIED" : chosen;
    if (found === "NO_STATEMENT") return { judgement: null, mainCredit: draft.mainCredit };
    const score = Number((shares[SOURCING_CLASSES.indexOf(found)] ?? 0).toFixed(3));
    const version = this.version;
    return judgementByModel(draft, mainCredit, found, { score, version, word: this.heaviest(page, found) });
  }

  /** The sentence's own word that speaks most for a class, as it is written; null where none weighs much. */
  private heaviest(page: DraftPage, found: SourcingClass): string | null {
    const { list, tokenOf } = this.features;
    const k = SOURCING_CLASSES.indexOf(found);
    let token = -1;
    let most = LEAST_WEIGHT / this.scorer.scale;
    for (let from = 0; from < list.count; ) {
      let to = from + 1;
      while (to < list.count && tokenOf[to] === tokenOf[from]) to++;
      if ((tokenOf[from] ?? -1) >= 0) {
        this.scores.fill(0);
        this.scorer.add(list.ids, from, to, this.scores, 0);
        const weight = this.scores[k] ?? 0;
        if (weight > most) {
          most = weight;
          token = tokenOf[from] ?? -1;
        }
      }
      from = to;
    }
    const { text, tokens } = page.reading;
    return token < 0 ? null : text.slice(tokens.start[token] ?? 0, tokens.end[token] ?? 0);
  }
}

/** The shares, with more belief in the class that the rules came to. */
export function withPrior(shares: readonly number[], ruled: SourcingClass, prior = PRIOR): number[] {
  const raised = shares.map((share, k) => (SOURCING_CLASSES[k] === ruled ? share * prior : share));
  const sum = raised.reduce((total, share) => total + share, 0);
  return raised.map((share) => share / sum);
}

/** Whether the rules have the last word on a sentence. */
export function isSettledByRules({ sentence, judgement }: Draft): boolean {
  return sentence.isTeaser || SETTLED.has(judgement.rule);
}

/** The attribution that would vouch if the sentence is reported after all: the surest whose speaker is known. */
function candidate({ touching }: Draft, index: number): MainCredit | null {
  let best: Resolved | null = null;
  for (const one of touching) {
    if (one.speaker !== null && (best === null || one.found.confidence > best.found.confidence)) best = one;
  }
  return best?.speaker ? mainCreditFrom(best, index, best.speaker.sourcing) : null;
}

const UNSOURCED: ReadonlySet<SourcingClass> = new Set(["UNNAMED_BARE", "FORECAST", "OPINION"]);

/** The likeliest class, of those by which somebody stands behind it only where these together are likely enough. */
export function choose(shares: readonly number[], ruled: SourcingClass, hasSpeaker: boolean): SourcingClass {
  let reported = 0;
  SOURCING_CLASSES.forEach((found, k) => {
    if (REPORTED.has(found)) reported += shares[k] ?? 0;
  });
  const isReported = hasSpeaker && reported >= (UNSOURCED.has(ruled) ? LEAST_AGAINST_RULES : LEAST_REPORTED);
  let best: SourcingClass = isReported ? "NAMED" : "NARRATION";
  let most = -1;
  SOURCING_CLASSES.forEach((found, k) => {
    const share = shares[k] ?? 0;
    if (REPORTED.has(found) !== isReported || share <= most) return;
    most = share;
    best = found;
  });
  return best;
}

let model: SourcingModel | null = null;

/** The model of this process: its weights are read once, on first use. */
export function sourcingModel(): SourcingModel {
  if (model === null) {
    const manifest = readManifest();
    model = new SourcingModel(loadTable(manifest, "sourcing").table, manifest.version);
  }
  return model;
}
