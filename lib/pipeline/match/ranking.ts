import { CandidateIndex } from "./candidates";
import type { Facts } from "./facts";
import { type Judgement, judge } from "./judge";
import { type MatchModel, matchModel } from "./match-model";

export interface Ranked {
  /** The place of the candidate in the collection. */
  readonly at: number;
  readonly judgement: Judgement;
  /** 0 to 1; ranks candidates: the same claim first, then its template, then what is near. */
  readonly score: number;
}

/** How many candidates of the index the judge looks at: more than are wanted, since it orders them anew. */
const LOOKED_AT = 40;

/** Find, then judge. The order of the collection has no say but between equals. */
export class Ranking {
  private readonly index = new CandidateIndex();

  constructor(private readonly collection: readonly Facts[]) {
    for (const facts of collection) this.index.add(facts);
  }

  /** The best `k` others of the statement at place `at`, best first. */
  of(at: number, k: number, model: MatchModel = matchModel()): Ranked[] {
    const own = this.collection[at];
    if (own === undefined) return [];
    const found: Ranked[] = [];
    for (const { at: other, share } of this.index.near(at, Math.max(LOOKED_AT, 2 * k))) {
      const facts = this.collection[other];
      if (facts === undefined) continue;
      const judgement = judge(own, facts, model);
      const [same = 0, template = 0, contradiction = 0, similar = 0] = judgement.chances;
      const kin = same + 0.35 * template + 0.2 * contradiction + 0.15 * similar;
      found.push({ at: other, judgement, score: Math.min(1, 0.75 * kin + 0.25 * Math.min(1, share)) });
    }
    return found.sort((x, y) => y.score - x.score || x.at - y.at).slice(0, k);
  }
}
