import type { Trees } from "#lib/models/boosted-trees";
import { loadTable, readManifest, verifiedBytes } from "#lib/models/model-file";
import type { PackedRows } from "#lib/models/packed-rows";
import { type PackedTrees, unpackTrees } from "#lib/models/packed-trees";
import { type Scorer, scorerOf, type Table } from "#lib/models/table";
import { calibrated } from "#lib/pipeline/attribute/engine";
import { type Decision, decide, type Sort, sortOf, sortShares, toldOnly } from "./decision";
import type { DraftPage } from "./drafts";
import { EvidenceList, type Wording } from "./evidence/evidence-list";
import { gatherEvidence } from "./evidence/gather";
import { factsOf, type PageFacts } from "./evidence/page-facts";
import { MeaningReader, slotsOf } from "./meaning";
import { SOURCING_CLASSES } from "./model-judgement";
import { secondRows, secondShares } from "./second-look";
import { softmax } from "./shares";

/** A word that weighs less than this is not named as a reason. */
const LEAST_WEIGHT = 0.15;

/** For each sort that is a statement: the share of answers that were right, at even steps of their share from 0 to 1. */
export type Calibration = Readonly<Record<Exclude<Sort, "NO_STATEMENT">, readonly number[]>>;

/** What hears what the words mean, and then looks at the page as a whole: `trees` weigh what was thought of each sentence and its neighbours. */
export interface SecondLook {
  readonly meaning: MeaningReader;
  readonly trees: Trees;
}

/** What the evidence comes to for one sentence. */
export interface Opinion {
  /** In the order of SOURCING_CLASSES; they add up to 1. */
  readonly shares: readonly number[];
  /** The sentence's own word that speaks most for a class, as it is written; null where none weighs much. */
  readonly heaviest: (found: Decision["found"]) => string | null;
}

/**
 * Weighs all that is known of each sentence of a page at once, by weights that were learned from statements read by hand: see
 * the model card.
 */
export class Arbiter {
  private readonly scorer: Scorer;
  private readonly list: EvidenceList;
  private readonly scores = new Float64Array(SOURCING_CLASSES.length);

  /** `second` is null where a sentence's own evidence has the last word. */
  constructor(
    table: Table | PackedRows,
    private readonly calibration: Calibration,
    readonly version: string,
    private readonly second: SecondLook | null = null,
  ) {
    this.scorer = scorerOf(table);
    this.list = new EvidenceList((1 << table.bits) - 1);
  }

  /** One opinion a draft. Time grows with the page. */
  read(page: DraftPage): Opinion[] {
    const facts = factsOf(page);
    const wordings: Wording[] = [];
    const first = page.drafts.map((_, i) => {
      gatherEvidence(this.list, facts, i);
      wordings.push(this.list.wording());
      return sharesBy(this.scorer, this.list);
    });
    const shares = this.second === null ? first : lookAgain(facts, first, this.second);
    return shares.map((own, i) => ({
      shares: own,
      heaviest: (found: Decision["found"]) => this.heaviest(facts, wordings[i], found),
    }));
  }

  decide(
    opinion: Opinion,
    toUnsourced: number | null,
    leastNone?: number,
  ): Decision & { readonly confidence: number } {
    const decision = decide(opinion.shares, toUnsourced, leastNone);
    return { ...decision, confidence: this.confidence(opinion, sortOf(decision.found)) };
  }

  /** The same where it is certain that somebody tells it: which kind of source, and how sure that is. */
  decideTold(opinion: Opinion, leastNone: number): Decision & { readonly confidence: number } {
    const decision = decide(toldOnly(opinion.shares), 0, leastNone);
    return { ...decision, confidence: this.confidence(opinion, sortOf(decision.found)) };
  }

  /** The share of answers of this sort that were right where the evidence spoke for it as it does here. */
  confidence({ shares }: Opinion, sort: Sort): number {
    const steps = sort === "NO_STATEMENT" ? [] : this.calibration[sort];
    return Number(calibrated(steps, sortShares(shares)[sort]).toFixed(3));
  }

  private heaviest(facts: PageFacts, wording: Wording | undefined, found: Decision["found"]): string | null {
    if (wording === undefined) return null;
    const { scores, scorer } = this;
    const { ids, tokenOf } = wording;
    const k = SOURCING_CLASSES.indexOf(found);
    let token = -1;
    let most = LEAST_WEIGHT / scorer.scale;
    for (let from = 0; from < ids.length; ) {
      let to = from + 1;
      while (to < ids.length && tokenOf[to] === tokenOf[from]) to += 1;
      if ((tokenOf[from] ?? -1) >= 0) {
        scores.fill(0);
        scorer.add(ids, from, to, scores, 0);
        if ((scores[k] ?? 0) > most) {
          most = scores[k] ?? 0;
          token = tokenOf[from] ?? -1;
        }
      }
      from = to;
    }
    const { text, tokens } = facts.page.reading;
    return token < 0 ? null : text.slice(tokens.start[token] ?? 0, tokens.end[token] ?? 0);
  }
}

/** The shares of the classes by what is in the list. */
export function sharesBy(scorer: Scorer, { ids, count }: EvidenceList): number[] {
  const scores = new Float64Array(scorer.classes);
  scorer.add(ids, 0, count, scores, 0);
  return softmax(scores, scorer.scale);
}

function lookAgain(facts: PageFacts, evidence: number[][], { meaning, trees }: SecondLook): number[][] {
  const meanings = evidence.map((_, i) => meaning.read(slotsOf(facts, i)));
  const rows = secondRows(facts, { evidence, meanings });
  return rows.map((row, i) => secondShares(trees, row, evidence[i] ?? []));
}

/** Trees as `packTrees` writes them, as JSON. */
export function readTrees(bytes: Buffer): Trees {
  return unpackTrees(JSON.parse(bytes.toString("utf8")) as PackedTrees); // written by the training program, and its hash was checked
}

let known: Arbiter | null = null;

/** The arbiter of this process: its weights are read once, on first use. */
export function arbiter(): Arbiter {
  if (known === null) {
    const manifest = readManifest();
    known = new Arbiter(loadTable(manifest, "sourcing").table, manifest.sourcing, manifest.version, {
      meaning: new MeaningReader(loadTable(manifest, "meaning").table, manifest.meaning),
      trees: readTrees(verifiedBytes("trees", manifest.trees)),
    });
  }
  return known;
}
