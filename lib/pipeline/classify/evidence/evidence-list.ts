import { hashText, mix } from "#lib/models/hash";

/** Longer lists are cut: no sentence that is one has so much to say. */
const MOST = 768;

const hashes = new Map<string, number>();

/** The hash of a short name or code; each is computed once. */
export function codeOf(name: string): number {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  const hash = hashText(name);
  hashes.set(name, hash);
  return hash;
}

/** What is the wording of some tokens: a bucket each, and the token whose it is (-1 for none). */
export interface Wording {
  readonly ids: Int32Array;
  readonly tokenOf: Int32Array;
}

/**
 * What is known of one sentence, as buckets of a weight table. `kind` names the question, so that the same answer to two
 * questions falls into two buckets. Nothing is kept but the hash.
 */
export class EvidenceList {
  readonly ids = new Int32Array(MOST);
  /** For each bucket the token whose wording it is, or -1: by it a reason can name what weighed most. */
  readonly tokenOf = new Int32Array(MOST);
  count = 0;
  private token = -1;

  constructor(private readonly mask: number) {}

  clear(): void {
    this.count = 0;
    this.token = -1;
  }

  /** What is added from here on is the wording of this token; -1 for none. */
  about(token: number): void {
    this.token = token;
  }

  /** A copy of what is here from the first bucket that is a token's wording to the last. */
  wording(): Wording {
    let from = 0;
    let to = this.count;
    while (from < to && (this.tokenOf[from] ?? -1) < 0) from += 1;
    while (to > from && (this.tokenOf[to - 1] ?? -1) < 0) to -= 1;
    return { ids: this.ids.slice(from, to), tokenOf: this.tokenOf.slice(from, to) };
  }

  add(kind: string, a = 0, b = 0, c = 0): void {
    if (this.count >= MOST) return;
    this.tokenOf[this.count] = this.token;
    this.ids[this.count++] = mix(mix(mix(codeOf(kind), a), b), c) & this.mask;
  }
}

const STEPS = [0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.9];

/** A share from 0 to 1 in eight steps, finer at both ends. */
export function step(share: number): number {
  let at = 0;
  while (at < STEPS.length && share >= (STEPS[at] ?? 1)) at += 1;
  return at;
}
