import { LABELS, type Line, labelsBy, type Tone } from "#lib/domain/labels";
import { type Bucket, type LabelCounts, sumOf } from "#lib/domain/track-records";
import { round } from "#lib/text/strokes";
import * as words from "#lib/words";
import { periodInWords } from "./track-words";

/** Statements over time as rows of strokes: as long as there are statements, in the lines of their labels. */

/** User units. A row is as wide as this where it has the most statements. */
export const CHART_WIDTH = 300;
const GAP = 3;
/** However few there are of a label, it is seen: two half waves long. */
const SHORTEST = 10;

export interface ChartRow {
  readonly period: string;
  readonly name: string;
  readonly total: number;
  readonly strokes: readonly {
    readonly line: Line;
    readonly tone: Tone;
    readonly from: number;
    readonly to: number;
  }[];
}

export interface TrackChart {
  readonly rows: readonly ChartRow[];
  /** The picture in words. */
  readonly words: string;
  readonly caption: string;
}

const w = words.trackRecords;

/** Null where no statement has a day. */
export function trackChart(buckets: readonly Bucket[]): TrackChart | null {
  const dated = buckets.filter(({ period }) => period !== "none");
  const most = Math.max(0, ...dated.map(({ labels }) => sumOf(labels)));
  if (most === 0) return null;
  const rows = dated.map(({ period, labels }): ChartRow => {
    const name = periodInWords(period);
    return { period, name, total: sumOf(labels), strokes: strokesOf(labels, most) };
  });
  const told = dated.map(({ period, labels }) =>
    w.bar(periodInWords(period), sumOf(labels), inWords(labels)),
  );
  return { rows, words: w.chart(told), caption: `${w.caption} ${lines(dated).join(" ")}` };
}

/** Lengths go by numbers; what would be too short to be seen takes its length from the others. */
function strokesOf(labels: LabelCounts, most: number): ChartRow["strokes"] {
  const drawn = labelsBy("placeInStrip").filter((label) => labels[label] > 0);
  const total = sumOf(labels);
  const least = drawn.length * SHORTEST + (drawn.length - 1) * GAP;
  const width = Math.max(least, (CHART_WIDTH * total) / most);
  const forLengths = width - (drawn.length - 1) * GAP;
  const wanted = drawn.map((label) => Math.max(SHORTEST, (forLengths * labels[label]) / total));
  const spare = wanted.reduce((sum, length) => sum + length - SHORTEST, 0);
  const scale = spare === 0 ? 1 : (forLengths - drawn.length * SHORTEST) / spare;
  let x = 0;
  return drawn.map((label, i) => {
    const { line, tone } = LABELS[label];
    const from = x;
    const to = from + SHORTEST + ((wanted[i] ?? SHORTEST) - SHORTEST) * scale;
    x = to + GAP;
    return { line, tone, from: round(from), to: round(to) };
  });
}

function inWords(labels: LabelCounts): string {
  return labelsBy("placeInStrip")
    .filter((label) => labels[label] > 0)
    .map((label) => `${labels[label]} ${words.labels[label].name}`)
    .join(words.lists.comma);
}

/** "Blue and straight: reported." for each line that is drawn. */
function lines(buckets: readonly Bucket[]): string[] {
  const names = new Map<Line, string[]>();
  for (const label of labelsBy("placeInStrip")) {
    const { line } = LABELS[label];
    if (buckets.some(({ labels }) => labels[label] > 0))
      names.set(line, [...(names.get(line) ?? []), words.labels[label].name]);
  }
  return [...names].map(([line, list]) => words.article.strip.stroke(line, list));
}
