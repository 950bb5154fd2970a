import type { Facts } from "./facts";
import { type Signature, signatureOf } from "./signature";

/** A key that more statements than this share, and more than a fifth of them, says little: it is read only where rarer ones found too few, and not to its end. */
const LONGEST_LIST = 1000;
const COMMONEST = 0.2;

/** An index of statements by the keys of their signatures. Asking costs what the statements that share a rare key cost, no more. */
export class CandidateIndex {
  private readonly postings = new Map<string, number[]>();
  private readonly signatures: Signature[] = [];
  private readonly lengths: number[] = [];
  private length = 0;

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
    this.length += length;
  }

  /**
   * The places, in the order in which they were added, of the `most` statements that share most with the one at place `at`, best first; equal ones in
   * the order of their places.
   */
  near(at: number, most: number): { readonly at: number; readonly share: number }[] {
    const total = this.signatures.length;
    const scores = new Map<number, number>();
    let whole = 0;
    const keys = [...(this.signatures[at] ?? [])].map(([key, weight]) => ({
      list: this.postings.get(key) ?? [],
      weight,
    }));
    keys.sort((x, y) => x.list.length - y.list.length);
    for (const { list, weight } of keys) {
      const rarity = weight * Math.log(1 + total / list.length);
      whole += rarity;
      const isCommon = list.length > LONGEST_LIST && list.length > COMMONEST * total;
      if (isCommon && scores.size >= most) continue;
      const end = isCommon ? LONGEST_LIST : list.length;
      for (let i = 0; i < end; i += 1) {
        const other = list[i];
        if (other !== undefined && other !== at) scores.set(other, (scores.get(other) ?? 0) + rarity);
      }
    }
    const mean = this.length / Math.max(total, 1);
    const shares = [...scores].map(([other, score]) => {
      const long = 0.6 + (0.4 * (this.lengths[other] ?? 0)) / Math.max(mean, 1e-9);
      return { at: other, share: score / Math.max(whole, 1e-9) / long };
    });
    return shares.sort((x, y) => y.share - x.share || x.at - y.at).slice(0, most);
  }
}
