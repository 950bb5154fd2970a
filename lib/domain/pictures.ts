import type { Line, Tone } from "./labels";

/** A picture of a page or a claim, for programs that show a link: what is drawn where stands in `scripts/draw.ts`. Plain data with its sentences in words. */
export interface Picture {
  /** Above the words, in one line. */
  readonly kicker: string;
  /** A page's headline or a claim's wording; from outside. */
  readonly text: string;
  readonly direction: "ltr" | "rtl";
  /** Of all other words, which are ours. */
  readonly ours: "ltr" | "rtl";
  /** Below the words: 0 to 624 user units, as a page's strip has them; one stroke for a claim, none where nothing is said of it. */
  readonly strokes: readonly {
    readonly path: string;
    readonly width: string;
    readonly dashes: string | null;
    readonly isRound: boolean;
    readonly tone: Tone;
  }[];
  /** Paths of the bars between posts. */
  readonly breaks: readonly string[];
  /** The label of a claim; null for a page, and where no page makes the claim. */
  readonly label: { readonly word: string; readonly line: Line; readonly tone: Tone } | null;
  /** The answer in one or two sentences. */
  readonly answer: string;
  /** Who made the picture: the name at its foot. */
  readonly name: string;
}

/** Letters that there are fonts for. */
const DRAWN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Whether all letters of a text can be drawn; single signs that can't be are left out of a picture. */
export function isDrawable(text: string): boolean {
  return DRAWN.test(text);
}

/** Whether a text runs from right to left: by its first letter that has a direction. Source: Unicode UAX #9, P2 and P3. */
export function directionOf(text: string): "ltr" | "rtl" {
  const first = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first)
    ? "rtl"
    : "ltr";
}
