import type { Program } from "./program";

/** What a search came to: where the expression matched, and how many instructions that took. */
export interface Search {
  readonly matches: readonly (readonly [start: number, end: number])[];
  readonly steps: number;
  /** False where the search was broken off at its limit of steps. */
  readonly isWhole: boolean;
}

/**
 * All matches in `text`, from left to right, as `matchAll` finds them, counting the steps of a plain backtracking engine: one
 * that skips nothing. An engine that is in use may be cleverer, so this is the most that it takes.
 */
export function search(program: Program, text: string, limit: number): Search {
  const run = new Run(program, text, limit);
  const matches: [number, number][] = [];
  for (let at = 0; at <= text.length && run.steps < limit; ) {
    const end = run.from(0, at);
    if (end !== null) matches.push([at, end]);
    else if (program.flags.includes("y")) break;
    at = end !== null && end > at ? end : at + (run.forward(at)?.length ?? 1);
  }
  return { matches, steps: run.steps, isWhole: run.steps < limit };
}

/** A way that was not taken yet. Slots are never changed in place, so that ways can share them. */
interface Way {
  readonly pc: number;
  readonly at: number;
  readonly slots: readonly number[];
}

const WORD = /^\w$/;

class Run {
  steps = 0;
  private readonly isUnicode: boolean;
  private readonly isMultiline: boolean;
  private readonly isFolded: boolean;

  constructor(
    private readonly program: Program,
    private readonly text: string,
    private readonly limit: number,
  ) {
    this.isUnicode = program.flags.includes("u");
    this.isMultiline = program.flags.includes("m");
    this.isFolded = program.flags.includes("i");
  }

  /** The end of the match that begins at `at`, or null. `pc` is the instruction to begin with. */
  from(
    pc: number,
    at: number,
    slots: readonly number[] = new Array(this.program.slots).fill(-1),
  ): number | null {
    const ways: Way[] = [{ pc, at, slots }];
    for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
      const end = this.follow(way, ways);
      if (end !== null || this.steps >= this.limit) return end;
    }
    return null;
  }

  /** One way to its end: the end of a match, or null where it fails. Other ways that it passes are put on `ways`. */
  private follow(way: Way, ways: Way[]): number | null {
    let { pc, at, slots } = way;
    while (this.steps < this.limit) {
      this.steps += 1;
      const instruction = this.program.code[pc];
      pc += 1;
      if (instruction === undefined || instruction.op === "done") return at;
      switch (instruction.op) {
        case "one": {
          const character = instruction.back ? this.backward(at) : this.forward(at);
          if (character === null || !instruction.holds(character)) return null;
          at += instruction.back ? -character.length : character.length;
          break;
        }
        case "fork":
          ways.push({ pc: instruction.or, at, slots });
          pc = instruction.to;
          break;
        case "jump":
          pc = instruction.to;
          break;
        case "save":
          slots = slots.with(instruction.slot, at);
          break;
        case "moved":
          if (slots[instruction.slot] === at) return null;
          break;
        case "edge":
          if (this.isEdge(instruction.kind, at) === instruction.negate) return null;
          break;
        case "look":
          if ((this.from(pc, at, slots) === null) !== instruction.negate) return null;
          pc = instruction.to;
          break;
        case "again": {
          const again = this.text.slice(slots[instruction.slot], slots[instruction.slot + 1]);
          this.steps += again.length;
          if (!this.isSame(again, this.text.slice(at, at + again.length))) return null;
          at += again.length;
        }
      }
    }
    return null;
  }

  /** The character that begins at `at`; null at the end. */
  forward(at: number): string | null {
    if (at >= this.text.length) return null;
    return this.isUnicode ? String.fromCodePoint(this.text.codePointAt(at) ?? 0) : this.text.charAt(at);
  }

  private backward(at: number): string | null {
    if (at <= 0) return null;
    const isPair = this.isUnicode && at > 1 && (this.text.codePointAt(at - 2) ?? 0) > 0xffff;
    return this.text.slice(isPair ? at - 2 : at - 1, at);
  }

  private isSame(one: string, other: string): boolean {
    return one === other || (this.isFolded && one.toLowerCase() === other.toLowerCase());
  }

  private isEdge(kind: "start" | "end" | "word", at: number): boolean {
    const isWord = (i: number) => WORD.test(this.text.charAt(i));
    if (kind === "word") return isWord(at - 1) !== isWord(at);
    const isOutside = kind === "start" ? at === 0 : at === this.text.length;
    return isOutside || (this.isMultiline && this.text.charAt(kind === "start" ? at - 1 : at) === "\n");
  }
}
