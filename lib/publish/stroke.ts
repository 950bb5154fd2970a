import type { StripView } from "#lib/domain/reader-view";
import { wave } from "#lib/text/strokes";

/** How one stroke of a page is drawn: attributes of an SVG path, in user units. */

const MIDDLE = 10;

export interface StrokeShape {
  readonly path: string;
  readonly width: string;
  /** Null for a stroke without gaps. */
  readonly dashes: string | null;
  readonly isRound: boolean;
}

const LOOKS: Readonly<Record<StripView["strokes"][number]["line"], Omit<StrokeShape, "path">>> = {
  reported: { width: "2.5", dashes: null, isRound: false },
  unnamed: { width: "2.5", dashes: "6 3", isRound: false },
  unsourced: { width: "2.2", dashes: null, isRound: false },
  opinion: { width: "3", dashes: "0 6", isRound: true },
  plain: { width: "1", dashes: null, isRound: false },
};

export function strokeShape({ line, from, to }: StripView["strokes"][number]): StrokeShape {
  const path =
    line === "unsourced"
      ? wave({ from, to, y: MIDDLE, halfPeriod: 5, height: 5.2 })
      : `M${from} ${MIDDLE}H${to}`;
  return { path, ...LOOKS[line] };
}

/** The bar before another post. */
export function breakPath(x: number): string {
  return `M${x} 1V19`;
}
