import { overlap, type Span } from "#lib/text/span";

/** What two readers marked in one text, laid side by side. */

export interface SpanPair<Left, Right> {
  readonly left: Left | null;
  readonly right: Right | null;
}

/**
 * Pair the spans of two readers where they mean the same words. Each span stands in one pair; one that has no partner stands alone.
 *
 * Two spans may be partners where what they share is at least half of all that both cover; the closest are paired first.
 *
 * Returns  pairs in the order of the text.
 */
export function pairSpans<Left extends Span, Right extends Span>(
  lefts: readonly Left[],
  rights: readonly Right[],
): SpanPair<Left, Right>[] {
  const candidates = lefts.flatMap((left) =>
    rights
      .map((right) => ({ left, right, share: sharedPart(left, right) }))
      .filter(({ share }) => share >= 0.5),
  );
  candidates.sort(
    (a, b) => b.share - a.share || a.left.start - b.left.start || a.right.start - b.right.start,
  );
  const taken = new Set<Left | Right>();
  const pairs: SpanPair<Left, Right>[] = [];
  for (const { left, right } of candidates) {
    if (taken.has(left) || taken.has(right)) continue;
    taken.add(left).add(right);
    pairs.push({ left, right });
  }
  const alone = [
    ...lefts.filter((left) => !taken.has(left)).map((left) => ({ left, right: null })),
    ...rights.filter((right) => !taken.has(right)).map((right) => ({ left: null, right })),
  ];
  return [...pairs, ...alone].sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b));
}

const startOf = ({ left, right }: SpanPair<Span, Span>): number =>
  Math.min(left?.start ?? Number.POSITIVE_INFINITY, right?.start ?? Number.POSITIVE_INFINITY);
const endOf = ({ left, right }: SpanPair<Span, Span>): number => Math.max(left?.end ?? 0, right?.end ?? 0);

/** The part of all that two spans cover that they share: 0 to 1. */
function sharedPart(a: Span, b: Span): number {
  return overlap(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/**
 * Do two spans mark the same words? Their ends may differ by white space and signs, and by no letter and no number.
 *
 * This is the tolerance of span agreement. A number of characters would let "not" slip through, and gamma (Y. Mathet and others, 2015) needs
 * a price for each kind of difference and a drawn sample of chance, which nobody could work out again by hand.
 */
export function sameWords(text: string, a: Span, b: Span): boolean {
  return overlap(a, b) > 0 && isWordless(text, a.start, b.start) && isWordless(text, a.end, b.end);
}

function isWordless(text: string, from: number, to: number): boolean {
  return !/[\p{L}\p{M}\p{N}]/u.test(text.slice(Math.min(from, to), Math.max(from, to)));
}
