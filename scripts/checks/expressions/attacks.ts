import { type AST, visitRegExpAST } from "@eslint-community/regexpp";
import { membership, type Program } from "./program";

/** A text made to cost an expression as much as it can: `before`, then `pump` over and over, then `after`, at which it fails. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

/** The attack's text with as many pumps as make `length` units. */
export function attackText({ before, pump, after }: Attack, length: number): string {
  return before + pump.repeat(Math.ceil(length / pump.length)) + after;
}

/**
 * Attacks on one expression, made from its own parts:
 * a pump of each kind of character that it tells apart, of each two of them, of each word that one of its loops goes round on,
 * and of each beginning of a match. Before it stands nothing, or what no match begins with, or what leads into the loop; behind
 * it what stops a match.
 */
export function attacksOn(program: Program): Attack[] {
  const words = new Words(program);
  const beginnings = words.beginnings();
  const pumps = new Map<string, string>();
  for (const { before, pump } of words.rounds()) pumps.set(pump, before);
  for (const pump of [...words.kinds, ...words.pairs(), ...beginnings]) {
    if (!pumps.has(pump)) pumps.set(pump, "");
  }
  const after = words.stopper();
  const attacks = [...pumps].flatMap(([pump, before]) => [
    { before: "", pump, after },
    { before: after, pump, after },
    ...(before === "" ? [] : [{ before, pump, after }]),
  ]);
  return attacks.filter(({ pump }) => pump !== "");
}

/** Characters that texts are made of, beside those that the expression names itself. */
const COMMON = [..."\u0000☃\n \u00A0aAzZéßſ0٣.,:;-–—_/'’\"“”()|<é中ة\u0301😀", "\uD800"];
/** With more kinds of characters than this, only those that a loop takes are paired. */
const FEW = 9;
const MOST_PAIRS = 150;

/** Sample words of an expression and of its parts. */
class Words {
  /** One character of each kind: two characters are of one kind if every class of the expression has both or neither. */
  readonly kinds: readonly string[];
  private readonly inLoops = new Set<string>();
  private readonly stoppers: readonly string[];

  constructor(private readonly program: Program) {
    const sets: ((character: string) => boolean)[] = [];
    const loops: ((character: string) => boolean)[] = [];
    const known = new Map<string, (character: string) => boolean>();
    const named = new Set(COMMON);
    const member = (node: AST.Character | AST.CharacterSet | AST.CharacterClass) => {
      const one = known.get(node.raw) ?? membership(node, program.flags);
      if (!known.has(node.raw)) sets.push(one);
      known.set(node.raw, one);
      if (isInLoop(node)) loops.push(one);
    };
    visitRegExpAST(program.tree, {
      onCharacterEnter: (node) => {
        named.add(String.fromCodePoint(node.value));
        if (node.parent.type !== "CharacterClass" && node.parent.type !== "CharacterClassRange") member(node);
      },
      onCharacterSetEnter: (node) => {
        if (node.parent.type !== "CharacterClass") member(node);
      },
      onCharacterClassEnter: member,
    });
    const kinds = new Map<string, string>();
    for (const character of named) {
      const kind = `${/\w/.test(character)}${sets.map((holds) => (holds(character) ? 1 : 0)).join("")}`;
      if (!kinds.has(kind)) kinds.set(kind, character);
    }
    this.kinds = [...kinds.values()];
    for (const kind of this.kinds) if (loops.some((holds) => holds(kind))) this.inLoops.add(kind);
    const hits = (kind: string) => sets.filter((holds) => holds(kind)).length;
    this.stoppers = [...this.kinds].sort((a, b) => hits(a) - hits(b));
  }

  /** What fits least of the expression. */
  stopper(): string {
    return this.stoppers[0] ?? "\u0000";
  }

  pairs(): string[] {
    const chosen = this.kinds.length <= FEW ? this.kinds : [...this.inLoops];
    return chosen.flatMap((a) => chosen.filter((b) => a !== b).map((b) => a + b)).slice(0, MOST_PAIRS);
  }

  /** What each loop goes round on, with a beginning of a match that leads into it. */
  rounds(): { before: string; pump: string }[] {
    const found: { before: string; pump: string }[] = [];
    const walk = (alternatives: readonly AST.Alternative[], before: string) => {
      for (const { elements } of alternatives) {
        let lead = before;
        for (const element of elements) {
          const inner = element.type === "Quantifier" ? element.element : element;
          if (element.type === "Quantifier") {
            for (const pump of this.samples(inner)) found.push({ before: lead, pump });
          }
          if ("alternatives" in inner) walk(inner.alternatives, lead);
          lead += this.samples(element)[0] ?? "";
        }
      }
    };
    walk(this.program.tree.alternatives, "");
    return found;
  }

  /** Every beginning of a match, cut after each element of each alternative. */
  beginnings(): string[] {
    return this.program.tree.alternatives.flatMap(({ elements }) => {
      let leads = [""];
      return elements.flatMap((element) => {
        const first = leads[0] ?? "";
        const samples = this.samples(element);
        leads = [
          ...samples.map((word) => first + word),
          ...leads.slice(1).map((l) => l + (samples[0] ?? "")),
        ];
        return leads;
      });
    });
  }

  /** Words that a part matches, one for each of its alternatives and kinds of characters. */
  private samples(node: AST.Element): string[] {
    switch (node.type) {
      case "Character":
        return [String.fromCodePoint(node.value)];
      case "CharacterSet":
      case "CharacterClass":
        return this.kinds.filter(membership(node, this.program.flags)).slice(0, 4);
      case "Quantifier":
        return this.samples(node.element).map((word) => word.repeat(Math.max(1, node.min)));
      case "Group":
      case "CapturingGroup":
        return node.alternatives.flatMap(({ elements }) => this.samplesOf(elements));
      case "Backreference": {
        const group = Array.isArray(node.resolved) ? node.resolved[0] : node.resolved;
        return group === undefined ? [""] : this.samples(group).slice(0, 1);
      }
      default:
        return [""];
    }
  }

  /** Each element's samples in turn, with the first of every other element. */
  private samplesOf(elements: readonly AST.Element[]): string[] {
    const each = elements.map((element) => this.samples(element));
    const plain = each.map((samples) => samples[0] ?? "");
    const varied = each.flatMap((samples, i) => samples.slice(1).map((word) => plain.with(i, word).join("")));
    return [plain.join(""), ...varied];
  }
}

function isInLoop(node: AST.Node): boolean {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type === "Quantifier" && above.max > 9) return true;
  }
  return false;
}
