import { drawPages, interval } from "./bootstrap";
import { type GoldPage, loadScorer, type Predicted, redrawn } from "./data";

export const CLAIMS_GOLD = "claims/dev.jsonl";

interface Report {
  readonly segments: { readonly accuracy: number; readonly macroF1: number };
  readonly statements: {
    readonly macroF1: number;
    readonly confusion: { readonly UNSOURCED_SPECULATION: { readonly REPORTED: number } };
    readonly per: { readonly UNSOURCED_SPECULATION: { readonly r: number; readonly gold: number } };
    readonly sourcing_accuracy_on_matched: number;
  };
}

export interface ClaimFigures {
  readonly pages: number;
  readonly macroF1: number;
  /** 95 % interval of the macro-F1, over pages. */
  readonly interval: readonly [number, number];
  /** Unsourced statements that were called reported, and how many there are. */
  readonly leaked: number;
  readonly unsourced: number;
  /** Share of the unsourced ones that was found. */
  readonly recall: number;
  readonly sourcing: number;
  readonly segments: { readonly accuracy: number; readonly macroF1: number };
}

type Score = (gold: readonly GoldPage[], predicted: readonly Predicted[]) => Report;

/** The three classes, the leak, the sourcing codes and the segments on pages with truth. */
export async function measureClaims(
  gold: readonly GoldPage[],
  predicted: readonly Predicted[],
): Promise<ClaimFigures> {
  const { score } = await loadScorer<{ score: Score }>("claims/score-claims.mjs");
  const byId = new Map(predicted.map((row) => [row.id, row]));
  const own = gold.flatMap(({ id }) => byId.get(id) ?? []);
  const { segments, statements } = score(gold, own);
  const samples = drawPages(gold.length).map((draw) => {
    const sample = redrawn(draw, gold, own);
    return score(sample.gold, sample.predicted).statements.macroF1;
  });
  return {
    pages: gold.length,
    macroF1: statements.macroF1,
    interval: interval(samples),
    leaked: statements.confusion.UNSOURCED_SPECULATION.REPORTED,
    unsourced: statements.per.UNSOURCED_SPECULATION.gold,
    recall: statements.per.UNSOURCED_SPECULATION.r,
    sourcing: statements.sourcing_accuracy_on_matched,
    segments: { accuracy: segments.accuracy, macroF1: segments.macroF1 },
  };
}
