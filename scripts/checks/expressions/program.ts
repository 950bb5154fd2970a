import { type AST, RegExpParser } from "@eslint-community/regexpp";

/** One instruction of a backtracking matcher; `to` and `or` are indexes of instructions. */
export type Instruction =
  /** One character, of which `holds` must be true. */
  | { readonly op: "one"; readonly holds: (character: string) => boolean; readonly back: boolean }
  /** Go on at `to`; when that fails, at `or`. */
  | { readonly op: "fork"; to: number; or: number }
  | { readonly op: "jump"; to: number }
  /** Keep the position in `slot`. */
  | { readonly op: "save"; readonly slot: number }
  /** Fail where nothing was consumed since `slot` was saved: a round of a loop that matched the empty string. */
  | { readonly op: "moved"; readonly slot: number }
  | { readonly op: "edge"; readonly kind: "start" | "end" | "word"; readonly negate: boolean }
  /** The instructions up to `to` are looked for from here, and nothing is consumed. */
  | { readonly op: "look"; readonly negate: boolean; to: number }
  /** What the group in slots `slot` and `slot + 1` matched, again. */
  | { readonly op: "again"; readonly slot: number }
  | { readonly op: "done" };

export interface Program {
  readonly code: readonly Instruction[];
  readonly slots: number;
  readonly flags: string;
  readonly tree: AST.Pattern;
}

/**
 * The instructions that a backtracking engine follows for an expression, as ECMAScript describes them, written out plainly.
 *
 * Throws   TypeError for what no expression of this project has: flag `v`, `(?i:…)`, back references inside lookbehinds.
 */
export function compile(source: string, flags: string): Program {
  if (/v/.test(flags)) throw new TypeError(`flags ${flags} are not understood`);
  const isUnicode = flags.includes("u");
  const tree = new RegExpParser().parsePattern(source, 0, source.length, { unicode: isUnicode });
  const compiler = new Compiler(flags);
  compiler.alternatives(tree.alternatives, false);
  compiler.code.push({ op: "done" });
  return { code: compiler.code, slots: compiler.slots, flags, tree };
}

/** Whether a character on its own is what `node` (a character, a class, a set) stands for. The engine itself is asked, once each. */
export function membership(node: AST.Node, flags: string): (character: string) => boolean {
  const pattern = new RegExp(`^${node.raw}$`, flags.replace(/[^isu]/g, ""));
  const known = new Map<string, boolean>();
  return (character) => {
    const before = known.get(character);
    if (before !== undefined) return before;
    const holds = pattern.test(character);
    known.set(character, holds);
    return holds;
  };
}

class Compiler {
  readonly code: Instruction[] = [];
  slots = 0;
  private readonly groups = new Map<AST.CapturingGroup, number>();
  private readonly members = new Map<string, (character: string) => boolean>();

  constructor(private readonly flags: string) {}

  alternatives(alternatives: readonly AST.Alternative[], back: boolean): void {
    const ends: { to: number }[] = [];
    alternatives.forEach((alternative, i) => {
      const fork = { op: "fork" as const, to: this.code.length + 1, or: 0 };
      const isLast = i === alternatives.length - 1;
      if (!isLast) this.code.push(fork);
      const elements = back ? [...alternative.elements].reverse() : alternative.elements;
      for (const element of elements) this.element(element, back);
      if (isLast) return;
      const end = { op: "jump" as const, to: 0 };
      this.code.push(end);
      ends.push(end);
      fork.or = this.code.length;
    });
    for (const end of ends) end.to = this.code.length;
  }

  private element(node: AST.Element, back: boolean): void {
    switch (node.type) {
      case "Character":
      case "CharacterSet":
      case "CharacterClass":
        this.code.push({ op: "one", holds: this.memberOf(node), back });
        return;
      case "Quantifier":
        this.quantifier(node, back);
        return;
      case "Group":
        if (node.modifiers !== null) throw new TypeError("modifiers are not understood");
        this.alternatives(node.alternatives, back);
        return;
      case "CapturingGroup":
        this.group(node, back);
        return;
      case "Assertion":
        this.assertion(node);
        return;
      case "Backreference":
        this.backreference(node, back);
        return;
      default:
        throw new TypeError(`${node.raw} is not understood`);
    }
  }

  private memberOf(node: AST.Node): (character: string) => boolean {
    const known = this.members.get(node.raw) ?? membership(node, this.flags);
    this.members.set(node.raw, known);
    return known;
  }

  private group(node: AST.CapturingGroup, back: boolean): void {
    const slot = this.groups.get(node) ?? this.newSlots(2);
    this.groups.set(node, slot);
    this.code.push({ op: "save", slot: back ? slot + 1 : slot });
    this.alternatives(node.alternatives, back);
    this.code.push({ op: "save", slot: back ? slot : slot + 1 });
  }

  private assertion(node: AST.Assertion): void {
    if ("alternatives" in node) {
      const look = { op: "look" as const, negate: node.negate, to: 0 };
      this.code.push(look);
      this.alternatives(node.alternatives, node.kind === "lookbehind");
      this.code.push({ op: "done" });
      look.to = this.code.length;
    } else {
      this.code.push({ op: "edge", kind: node.kind, negate: node.kind === "word" && node.negate });
    }
  }

  private backreference(node: AST.Backreference, back: boolean): void {
    const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
    const slot = group === undefined ? undefined : this.groups.get(group);
    if (slot === undefined || back) throw new TypeError(`${node.raw} is not understood`);
    this.code.push({ op: "again", slot });
  }

  /** `min` rounds in a row; then, for `max` rounds, a way out before each; for no end of rounds, a loop. */
  private quantifier(node: AST.Quantifier, back: boolean): void {
    for (let i = 0; i < node.min; i += 1) this.element(node.element, back);
    if (node.max === Number.POSITIVE_INFINITY) {
      this.loop(node, back);
      return;
    }
    const exits: (() => void)[] = [];
    for (let i = node.min; i < node.max; i += 1) {
      exits.push(this.exit(node.greedy));
      this.element(node.element, back);
    }
    for (const close of exits) close();
  }

  private loop(node: AST.Quantifier, back: boolean): void {
    const begin = this.code.length;
    const close = this.exit(node.greedy);
    const slot = this.newSlots(1);
    this.code.push({ op: "save", slot });
    this.element(node.element, back);
    this.code.push({ op: "moved", slot }, { op: "jump", to: begin });
    close();
  }

  /** A fork between what follows and a place that the returned function sets. */
  private exit(isGreedy: boolean): () => void {
    const fork = { op: "fork" as const, to: this.code.length + 1, or: this.code.length + 1 };
    this.code.push(fork);
    return () => {
      if (isGreedy) fork.or = this.code.length;
      else fork.to = this.code.length;
    };
  }

  private newSlots(count: number): number {
    this.slots += count;
    return this.slots - count;
  }
}
