import { NO_TAG } from "./tagger";

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export const MOVES = 3;
export const NO_WORD = 7;

/** One sentence on its way to a tree: stack, next word, arcs so far. Word `length` is the artificial root. */
export class ParseState {
  length = 0;
  readonly words: Int32Array;
  readonly tags: Int32Array;
  readonly heads: Int32Array;
  readonly stack: Int32Array;
  depth = 0;
  next = 0;
  readonly leftmost: Int32Array;
  readonly rightmost: Int32Array;
  readonly left2: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;

  constructor(most: number) {
    const ints = () => new Int32Array(most + 2);
    this.words = ints();
    this.tags = ints();
    this.heads = ints();
    this.stack = ints();
    this.leftmost = ints();
    this.rightmost = ints();
    this.left2 = ints();
    this.right2 = ints();
    this.leftCount = ints();
    this.rightCount = ints();
  }

  /** Begin a sentence whose `words` and `tags` the caller has filled in up to `length`. */
  begin(length: number): void {
    this.length = length;
    this.words[length] = 99;
    this.tags[length] = NO_TAG - 2;
    this.depth = 0;
    this.next = 0;
    for (const list of [this.heads, this.leftmost, this.rightmost, this.left2, this.right2]) {
      list.fill(-1, 0, length + 1);
    }
    this.leftCount.fill(0, 0, length + 1);
    this.rightCount.fill(0, 0, length + 1);
  }

  isDone(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  may(move: number): boolean {
    if (move === SHIFT) return this.next < this.length;
    return move === LEFT ? this.depth > 0 : this.depth > 1;
  }

  /** The move that is left where no other may be made; -1 where there is a choice. */
  onlyMove(): number {
    if (this.depth === 0) return SHIFT;
    return this.depth === 1 && this.next === this.length ? LEFT : -1;
  }

  apply(move: number): void {
    if (move === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const child = this.stack[this.depth - 1] ?? 0;
    this.attach(move === LEFT ? this.next : (this.stack[this.depth - 2] ?? 0), child);
    this.depth--;
  }

  private attach(head: number, child: number): void {
    this.heads[child] = head;
    if (head > child) {
      const first = this.leftmost[head] ?? -1;
      this.left2[head] = first;
      if (first < 0 || child < first) this.leftmost[head] = child;
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
    } else {
      this.right2[head] = this.rightmost[head] ?? -1;
      this.rightmost[head] = child;
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
    }
  }
}
