/** In which order the letters of a PDF's page are read. All lengths are in the page's own units, and `y` grows upwards. */

export interface Piece {
  readonly text: string;
  readonly isRtl: boolean;
  /** Does the program that wrote the page go on in another line? */
  readonly endsLine: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of a page in the order in which they were written into it: what most programs write is in order. */
export function linesOf(pieces: readonly Piece[]): string[] {
  return pieces
    .map(({ text, endsLine }) => (endsLine ? `${text}\n` : text))
    .join("")
    .split("\n");
}

/** A piece over most of the page's width stands across its columns. */
const WIDE = 0.6;
/** How wide the empty strip between two columns is at least, as a part of what is written on. */
const GUTTER = 0.015;
const STRIPS = 400;
/** A column holds so many pieces at least. */
const LEAST_IN_COLUMN = 3;

/** The lines of a page as its letters stand on the paper: columns one after the other, lines from above, and what runs from the right from the right. */
export function laidOut(pieces: readonly Piece[]): string[] {
  const shown = pieces.filter(({ text, x, y }) => text !== "" && Number.isFinite(x) && Number.isFinite(y));
  if (shown.length === 0) return [];
  const isRtl = shown.filter((piece) => piece.isRtl).length * 2 > shown.filter(hasLetters).length;
  const left = Math.min(...spread(shown, ({ x }) => x));
  const right = Math.max(...spread(shown, ({ x, width }) => x + width));
  const isWide = ({ width }: Piece) => width > WIDE * (right - left);
  const gutters = guttersOf(
    shown.filter((piece) => !isWide(piece)),
    left,
    right,
  );
  const edges = shown
    .filter(isWide)
    .map(({ y }) => y)
    .sort((a, b) => b - a);
  // Between two pieces that stand across, each column is read to its end.
  const placed = shown.map((piece) => {
    const above = countAbove(edges, piece.y);
    const column = gutters.filter((gutter) => gutter < piece.x + piece.width / 2).length;
    const inOrder = isRtl ? gutters.length - column : column;
    return { piece, part: isWide(piece) ? above * 1000 : above * 1000 + 1 + inOrder };
  });
  placed.sort((a, b) => a.part - b.part || b.piece.y - a.piece.y || a.piece.x - b.piece.x);
  const lines: Piece[][] = [];
  let before: (typeof placed)[number] | undefined;
  for (const one of placed) {
    const isSameLine =
      before?.part === one.part && before.piece.y - one.piece.y < 0.5 * Math.max(one.piece.height, 1);
    if (isSameLine) lines.at(-1)?.push(one.piece);
    else lines.push([one.piece]);
    before = one;
  }
  return lines.map((line) => lineText(line, isRtl));
}

const hasLetters = ({ text }: Piece) => /\p{L}/u.test(text);

/** In chunks, as a page may hold more pieces than a function takes arguments. */
function spread(pieces: readonly Piece[], value: (piece: Piece) => number): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    least = Math.min(least, value(piece));
    most = Math.max(most, value(piece));
  }
  return [least, most];
}

/** How many of these heights, the greatest first, lie above `y`. */
function countAbove(edges: readonly number[], y: number): number {
  let from = 0;
  let to = edges.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((edges[middle] ?? 0) > y) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The middles of the empty strips between columns, from the left. */
function guttersOf(pieces: readonly Piece[], left: number, right: number): number[] {
  const strip = (right - left) / STRIPS;
  if (strip <= 0) return [];
  const change = new Array<number>(STRIPS + 1).fill(0);
  for (const { x, width, text } of pieces) {
    if (text.trim() === "") continue;
    const [from, to] = [x, x + width].map((at) =>
      Math.min(STRIPS - 1, Math.max(0, Math.floor((at - left) / strip))),
    ) as [number, number];
    change[from] = (change[from] ?? 0) + 1;
    change[to + 1] = (change[to + 1] ?? 0) - 1;
  }
  const gutters: number[] = [];
  let over = 0;
  let empty = 0;
  for (let at = 0; at < STRIPS; at += 1) {
    over += change[at] ?? 0;
    if (over === 0) {
      empty += 1;
      continue;
    }
    if (empty >= GUTTER * STRIPS) gutters.push(left + (at - empty / 2) * strip);
    empty = 0;
  }
  return gutters.filter((gutter, i) => {
    const between = (from: number, to: number) =>
      pieces.filter(({ x, text }) => x >= from && x < to && text.trim() !== "").length >= LEAST_IN_COLUMN;
    return between(gutters[i - 1] ?? left, gutter) && between(gutter, gutters[i + 1] ?? right);
  });
}

/** Letters that run from the right. */
const RTL_LETTER =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Where a line runs from the right, its letters do; numbers and Latin words in it run from the left. */
function lineText(line: readonly Piece[], isRtl: boolean): string {
  const texts: string[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { text, x, width, height } of [...line].sort((a, b) => a.x - b.x)) {
    if (x - end > 0.2 * Math.max(height, 1)) texts.push(" ");
    texts.push(text);
    end = x + width;
  }
  return isRtl ? fromTheRight(texts) : texts.join("");
}

function fromTheRight(texts: readonly string[]): string {
  const out: string[] = [];
  let leftwards: string[] = [];
  for (const text of [...texts].reverse()) {
    if (RTL_LETTER.test(text)) {
      out.push(...leftwards.reverse(), text);
      leftwards = [];
    } else leftwards.push(text);
  }
  return [...out, ...leftwards.reverse()].join("");
}

/** So many lines at the top and at the foot of a page may be the same on others. */
const EDGE_LINES = 2;

/** Without what stands at the top or at the foot of several pages, whatever its number: what is read across a page's end goes on behind it. */
export function withoutRunningHeads(pages: readonly (readonly string[])[]): string[][] {
  const seen = new Map<string, number>();
  const written = pages.map((lines) => lines.filter((line) => line.trim() !== ""));
  const keyOf = (line: string) =>
    line
      .replace(/\p{Nd}+/gu, "#")
      .replace(/\s+/g, " ")
      .trim()
      .slice(0, 200);
  const edgesOf = (lines: readonly string[]) =>
    new Set([...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)].map(keyOf));
  for (const lines of written) for (const key of edgesOf(lines)) seen.set(key, (seen.get(key) ?? 0) + 1);
  const recurs = (line: string) => (seen.get(keyOf(line)) ?? 0) > 1;
  return written.map((lines) =>
    lines.filter((line, i) => !((i < EDGE_LINES || i >= lines.length - EDGE_LINES) && recurs(line))),
  );
}
