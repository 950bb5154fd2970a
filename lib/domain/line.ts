import type { ReaderLabel } from "./labels";

/** The five ways a statement is drawn: four lines and none. A line never stands without its word. */
export type Line = "reported" | "unnamed" | "unsourced" | "opinion" | "plain";

const LINES: Readonly<Record<ReaderLabel, Line>> = {
  REPORTED: "reported",
  REPORTED_UNNAMED: "unnamed",
  UNSOURCED_SPECULATION: "unsourced",
  OPINION: "opinion",
  UNSOURCED_ASSERTION: "plain",
  BACKGROUND: "plain",
};

export function lineOf(label: ReaderLabel): Line {
  return LINES[label];
}

/** Where `/method` explains a label. */
export function labelAnchor(label: ReaderLabel): string {
  return label === "UNSOURCED_ASSERTION" ? "plain-narration" : label.toLowerCase().replaceAll("_", "-");
}

/** Class of the colour that the label's word has: Reported with an unnamed source shares the hue of Reported. */
export function toneOf(label: ReaderLabel): "reported" | "unsourced" | "opinion" | "plain" {
  const line = lineOf(label);
  return line === "unnamed" ? "reported" : line;
}
