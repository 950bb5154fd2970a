import type { Facts } from "./facts";
import { type Signature, signatureOf } from "./signature";

/** What a key must not be found in, as a share of all statements, to be looked up at all; no key is left out of a small collection. */
const COMMONEST = 0.2;
const SMALL = 200;

/** An index of statements by the keys of their signatures. Asking costs what the statements that share a rare key cost, no more. */
export class CandidateIndex {
  private readonly postings = new Map<string, number[]>();
  private readonly signatures: Signature[] = [];
  private readonly lengths: number[] = [];

  add(facts: Facts): void {
    const signature = signatureOf(facts);
    const at = this.signatures.push(signature) - 1;
    let length = 0;
    for (const [key, weight] of signature) {
      length += weight;
      const list = this.postings.get(key);
      if (list === undefined) this.postings.set(key, [at]);
      else list.push(at);
    }
    this.lengths.push(length);
  }

  /**
   * The places, in the order in which they were added, of the `most` statements that share most with the one at place `at`, best first; equal ones in
   * the order of their places.
   */
  near(at: number, most: number): { readonly at: number; readonly share: number }[] {
    const total = this.signatures.length;
    const scores = new Map<number, number>();
    let whole = 0;
    for (const [key, weight] of this.signatures[at] ?? []) {
      const list = this.postings.get(key) ?? [];
      const rarity = weight * Math.log(1 + total / list.length);
      whole += rarity;
      if (total > SMALL && list.length > COMMONEST * total) continue;
      for (const other of list) if (other !== at) scores.set(other, (scores.get(other) ?? 0) + rarity);
    }
    const mean = this.lengths.reduce((sum, length) => sum + length, 0) / Math.max(total, 1);
    const shares = [...scores].map(([other, score]) => {
      const long = 0.6 + (0.4 * (this.lengths[other] ?? 0)) / Math.max(mean, 1e-9);
      return { at: other, share: score / Math.max(whole, 1e-9) / long };
    });
    return shares.sort((x, y) => y.share - x.share || x.at - y.at).slice(0, most);
  }
}
