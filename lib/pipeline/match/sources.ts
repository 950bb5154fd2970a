import { baseForm } from "#lib/english/base-forms";
import { SAYING } from "#lib/english/sayings";
import type { Token } from "#lib/english/tokens";

const LONGEST_SOURCE = 9;

/** Token ranges, both ends inclusive, of who is said to have said it: "…, the club said", "Club: …", "according to …", "… - Anna". */
export function sourceSpans(list: readonly Token[]): [number, number][] {
  const found: [number, number][] = [];
  const last = list.length - 1;
  const colon = list.findIndex(({ text }) => text === ":");
  if (colon > 0 && colon <= 4) found.push([0, colon - 1]);
  list.forEach(({ lower, kind, text }, i) => {
    if (lower === "according" && list[i + 1]?.lower === "to") found.push([i + 2, stretchEnd(list, i + 2)]);
    else if (lower === "per" || lower === "via") found.push([i + 1, stretchEnd(list, i + 1)]);
    else if (/^[-–—]$/u.test(text) && i > 2 && last - i <= 4 && i < last) found.push([i + 1, last]);
    else if (kind === "WORD" && SAYING.has(baseForm(lower))) {
      const from = stretchStart(list, i - 1);
      const isClause = from === 0 || list[from - 1]?.kind === "MARK";
      if (isClause && from < i) found.push([from, i - 1]);
    }
  });
  return found;
}

function stretchEnd(list: readonly Token[], from: number): number {
  let at = from;
  while (at + 1 < list.length && at - from < LONGEST_SOURCE && list[at + 1]?.kind !== "MARK") at += 1;
  return at;
}

function stretchStart(list: readonly Token[], to: number): number {
  let at = to;
  while (at > 0 && to - at < LONGEST_SOURCE && list[at - 1]?.kind !== "MARK") at -= 1;
  return at;
}
