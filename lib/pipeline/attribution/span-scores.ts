import type { Scorer } from "#lib/pipeline/language/table";
import type { Emissions } from "./chain";
import type { SpanContext, SpanFeatures } from "./span-features";

/** Scores the first model's labels of a page's tokens, and keeps no features. */
export class SpanScores implements Emissions {
  constructor(
    private readonly scorer: Scorer,
    private readonly features: SpanFeatures,
    private readonly context: SpanContext,
  ) {}

  add(i: number, out: Float64Array, at: number): void {
    const { list } = this.features;
    this.features.read(this.context, i);
    this.scorer.add(list.ids, 0, list.count, out, at);
  }
}
