import { type Proposal, propose } from "./assemble";
import type { Candidate, FirstReading } from "./candidates";
import { Chain, type ChainModel, type Encoded } from "./chain";
import { CUE_LABELS, type CueFeatures, regionOf } from "./cue-features";
import type { SpanContext } from "./span-features";

/** Encode the region of one candidate; offsets count from the region's start. */
export function encodeRegion(features: CueFeatures, from: number, to: number, room: { ids: Int32Array }): Encoded {
  const offset = new Int32Array(to - from + 1);
  let size = 0;
  for (let i = from; i < to; i++) {
    offset[i - from] = size;
    features.read(i);
    const { list } = features;
    if (size + list.count > room.ids.length) {
      const more = new Int32Array(room.ids.length * 2 + list.count);
      more.set(room.ids);
      room.ids = more;
    }
    for (let k = 0; k < list.count; k++) room.ids[size++] = list.ids[k] ?? 0;
  }
  offset[to - from] = size;
  return { offset, ids: room.ids };
}

/** Reads a page once for each candidate cue: who is its source, and what its content. */
export class SecondReader {
  private readonly chain: Chain;
  private readonly room = { ids: new Int32Array(1 << 16) };

  constructor(
    model: ChainModel,
    private readonly features: CueFeatures,
    private readonly bias?: Float64Array,
  ) {
    this.chain = new Chain(model);
  }

  read(context: SpanContext, reading: FirstReading, candidates: readonly Candidate[]): Proposal[] {
    this.features.open(context, reading, candidates);
    const out: Proposal[] = [];
    for (const candidate of candidates) {
      this.features.turnTo(candidate);
      const { from, to } = regionOf(context, candidate);
      const encoded = encodeRegion(this.features, from, to, this.room);
      const n = to - from;
      const labels = new Uint8Array(n);
      const probabilities = new Float32Array(n * CUE_LABELS);
      this.chain.score(encoded, 0, n);
      this.chain.best(n, labels, 0, this.bias);
      this.chain.marginals(n, probabilities, 0);
      const proposal = propose(candidate, from, labels, n, probabilities);
      if (proposal) out.push(proposal);
    }
    return out;
  }
}
