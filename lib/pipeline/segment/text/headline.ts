import type { Block } from "#lib/pipeline/segment/parts/block-type";
import { isDateline } from "#lib/pipeline/segment/parts/dateline";
import { isTitleLike, shapeOf } from "#lib/pipeline/segment/parts/shape";

/** Menus can be long; a headline stands within this many lines above the article. */
const MOST_LINES = 200;

/**
 * Which of the lines before the first running text are this page's headline (title and standfirst): indexes into `head`,
 * neighbours of each other. A title stands next to the date line, is repeated, or is simply the last title-like line.
 */
export function headlineIn(head: readonly Block[], isCandidate: (index: number) => boolean): number[] {
  const from = Math.max(0, head.length - MOST_LINES);
  const candidates = head
    .map((_, i) => i)
    .slice(from)
    .filter((i) => isCandidate(i) && isTitleLike(head[i]?.text ?? ""));
  const repeated = candidates.filter((i) =>
    candidates.some((other) => other !== i && isSameTitle(head[i]?.text ?? "", head[other]?.text ?? "")),
  );
  if (repeated.length > 1) return repeated;
  const best = candidates.toSorted((a, b) => score(head, b) - score(head, a) || a - b)[0];
  if (best === undefined) return [];
  const before = candidates.includes(best - 1) && !(head[best]?.isApart ?? true) ? [best - 1] : [];
  const isTagline = before.length > 0 && / - /.test(head[best - 1]?.text ?? "");
  return isTagline ? [best] : [...before, best];
}

function score(head: readonly Block[], at: number): number {
  const line = head[at]?.text ?? "";
  const shape = shapeOf(line);
  const isDated = (i: number) => head[i] !== undefined && isDateline(head[i]?.text ?? "");
  let points = shape.words >= 5 ? 2 : 0;
  if (isDated(at + 1)) points += 2;
  if (isDated(at - 1)) points += 1;
  if (shape.isTitleCase || /\?/.test(line)) points += 1;
  if (/\||^welcome| - your /i.test(line)) points -= 3;
  return points + at / (head.length * 2);
}

function isSameTitle(a: string, b: string): boolean {
  const fold = (line: string) =>
    line
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  const [x, y] = [fold(a), fold(b)];
  return x.length >= 15 && y.length >= 15 && (x.endsWith(y) || y.endsWith(x));
}
