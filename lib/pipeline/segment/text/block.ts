import type { Block } from "#lib/pipeline/segment/parts/block-type";
import { isDateline } from "#lib/pipeline/segment/parts/dateline";
import type { Span } from "#lib/text/span";
import { isSignedComment } from "./signed";

/** More lines than this are no article: refused rather than cut up for minutes. */
export const MAX_BLOCKS = 50_000;

/** The lines of a text, or of the part under `within`, as blocks; the lines of a hard-wrapped paragraph are one block. */
export function blocksOf(text: string, within: Span = { start: 0, end: text.length }): Block[] {
  const lines = linesOf(text, within);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    while (end < lines.length && lines[end]?.isApart === false) end += 1;
    for (const block of unwrapped(text, lines.slice(i, end))) blocks.push(block);
    i = end;
  }
  return blocks;
}

function linesOf(text: string, within: Span): Block[] {
  const lines: Block[] = [];
  let isApart = true;
  for (let from = within.start; from <= within.end; ) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 || newline > within.end ? within.end : newline;
    const line = text.slice(from, to);
    const trimmed = line.trim();
    if (trimmed === "") isApart = true;
    else {
      const start = from + line.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, text: trimmed, isApart });
      isApart = false;
    }
    from = to + 1;
  }
  return lines;
}

/** Joins lines that a mail or a terminal broke at a column: a line that goes on in lower case, or even widths throughout. */
function unwrapped(text: string, lines: readonly Block[]): Block[] {
  const isEven = isHardWrapped(lines);
  const joined: Block[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      (isEven ||
        (isOpenEnded(last.text) &&
          /^\p{Ll}/u.test(line.text) &&
          !isSignedComment(line.text) &&
          !isDateline(line.text)));
    if (last === undefined || !goesOn) joined.push(line);
    else joined[joined.length - 1] = { ...last, end: line.end, text: text.slice(last.start, line.end) };
  }
  return joined;
}

const MIN_WRAP = 55;
const MAX_WRAP = 100;

function isHardWrapped(lines: readonly Block[]): boolean {
  if (lines.length < 3) return false;
  const full = lines.slice(0, -1).map((line) => line.text.length);
  const isEven = Math.max(...full.slice(0, 50)) <= MAX_WRAP && Math.min(...full.slice(0, 50)) >= MIN_WRAP;
  const openEnded = lines.slice(0, -1).filter((line) => isOpenEnded(line.text)).length;
  return isEven && openEnded * 3 >= (lines.length - 1) * 2;
}

function isOpenEnded(text: string): boolean {
  return text.length > 40 && !/[.!?:;…"”)\]]$/.test(text);
}
