import { mix } from "./hash";

/**
 * The active features of one decision, as buckets of a weight table. `kind` numbers the template, so that the same
 * value under two templates falls into two buckets. Nothing is kept but the hash.
 */
export class FeatureList {
  readonly ids = new Int32Array(320);
  count = 0;

  constructor(private readonly mask: number) {}

  clear(): void {
    this.count = 0;
  }

  one(kind: number, a: number): void {
    this.ids[this.count++] = mix(kind, a) & this.mask;
  }

  two(kind: number, a: number, b: number): void {
    this.ids[this.count++] = mix(mix(kind, a), b) & this.mask;
  }

  three(kind: number, a: number, b: number, c: number): void {
    this.ids[this.count++] = mix(mix(mix(kind, a), b), c) & this.mask;
  }
}
