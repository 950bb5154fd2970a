import type { Sourcing } from "#lib/domain/labels";
import type { Edge, Way } from "./word-spans";

/** What a key asks for. Every one of these has a button as well. */
export type KeyCommand =
  | { readonly kind: "sentence"; readonly way: "next" | "previous" }
  | { readonly kind: "statement"; readonly way: "next" | "previous" }
  | { readonly kind: "sourcing"; readonly sourcing: Sourcing }
  | { readonly kind: "end"; readonly edge: Edge; readonly way: Way }
  | {
      readonly kind:
        | "new"
        | "whose"
        | "unit"
        | "leave-out"
        | "certainty"
        | "promise"
        | "speaker"
        | "claim"
        | "evidence"
        | "part"
        | "verdict"
        | "next-suggestion"
        | "accept"
        | "edit"
        | "reject"
        | "save"
        | "undo"
        | "help"
        | "leave"
        | "all";
    };

/** In the order of the keys 1 to 9 and 0. */
export const SOURCING_KEYS: readonly Sourcing[] = [
  "NAMED_PERSON",
  "NAMED_ORGANIZATION",
  "DOCUMENT",
  "MEDIA_REPORT",
  "UNNAMED_QUALIFIED",
  "UNNAMED_BARE",
  "SECOND_HAND",
  "FIRST_HAND",
  "NONE",
  "NOT_NEEDED",
];

export function keyOfSourcing(sourcing: Sourcing): string {
  return String((SOURCING_KEYS.indexOf(sourcing) + 1) % 10);
}

const LETTERS: Readonly<Record<string, KeyCommand>> = {
  j: { kind: "sentence", way: "next" },
  k: { kind: "sentence", way: "previous" },
  "]": { kind: "statement", way: "next" },
  "[": { kind: "statement", way: "previous" },
  n: { kind: "new" },
  "<": { kind: "end", edge: "start", way: "earlier" },
  ">": { kind: "end", edge: "start", way: "later" },
  ",": { kind: "end", edge: "end", way: "earlier" },
  ".": { kind: "end", edge: "end", way: "later" },
  u: { kind: "unit" },
  o: { kind: "whose" },
  l: { kind: "leave-out" },
  c: { kind: "certainty" },
  f: { kind: "promise" },
  s: { kind: "speaker" },
  m: { kind: "claim" },
  e: { kind: "evidence" },
  p: { kind: "part" },
  v: { kind: "verdict" },
  g: { kind: "next-suggestion" },
  a: { kind: "accept" },
  x: { kind: "reject" },
  h: { kind: "help" },
  "?": { kind: "all" },
};

/** Where the keyboard's focus is: it decides which keys are the page's and which are typing. */
export type FocusPlace = "row" | "typing" | "control" | "elsewhere";

export interface KeyPress {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** The key is held down. */
  readonly repeat?: boolean;
}

/** What a key that is held down may go on asking. What changes something is asked once a press. */
const REPEATS: ReadonlySet<KeyCommand["kind"]> = new Set(["sentence", "statement", "next-suggestion", "end"]);

/**
 * What a key press asks for, or null where it belongs to the browser. While somebody types, only Ctrl+Enter and Escape are
 * ours. Arrow keys and Enter act on a row alone, so that radio buttons, links and buttons keep theirs. With `letters` off
 * (WCAG 2.2, 2.1.4) no key that is a single character does anything.
 */
export function commandOf(press: KeyPress, place: FocusPlace, letters: boolean): KeyCommand | null {
  const command = commandOfKey(press, place, letters);
  return press.repeat && command !== null && !REPEATS.has(command.kind) ? null : command;
}

function commandOfKey(press: KeyPress, place: FocusPlace, letters: boolean): KeyCommand | null {
  if (press.alt) return null;
  if (press.ctrl) {
    if (press.key === "Enter") return { kind: "save" };
    if (press.key.toLowerCase() === "z" && !press.shift && place !== "typing") return { kind: "undo" };
    return null;
  }
  if (press.key === "Escape") return { kind: "leave" };
  if (place === "typing") return null;
  if (place === "row") {
    if (press.key === "ArrowDown") return { kind: "sentence", way: "next" };
    if (press.key === "ArrowUp") return { kind: "sentence", way: "previous" };
    if (press.key === "Enter") return { kind: "edit" };
  }
  if (!letters) return null;
  const digit = /^[0-9]$/.test(press.key) ? SOURCING_KEYS[(Number(press.key) + 9) % 10] : undefined;
  if (digit) return { kind: "sourcing", sourcing: digit };
  return Object.hasOwn(LETTERS, press.key) ? (LETTERS[press.key] ?? null) : null;
}
