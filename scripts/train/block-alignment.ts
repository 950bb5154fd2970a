/** Which blocks of a page are its body, by comparing them with the body that a person or a program wrote down. */

const TOKEN = /[\p{L}\p{N}\p{M}_]+/gu;
const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

interface Truth {
  readonly counts: Map<string, number>;
}

const N = 4;

function shinglesOf(tokens: readonly string[]): string[] {
  const found: string[] = [];
  for (let i = 0; i + N <= tokens.length; i += 1) found.push(tokens.slice(i, i + N).join("\u0000"));
  return found;
}

function truthOf(body: string): Truth {
  const counts = new Map<string, number>();
  for (const key of shinglesOf(tokensOf(body))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { counts };
}

/**
 * One number a block, 0 to 1: how much of it the true body holds. A block of fewer than four words is judged together with
 * the last words of the body so far and the first words of what follows, so that "Home" in a menu doesn't count.
 */
export function bodyShares(blocks: readonly { readonly text: string }[], body: string): number[] {
  const { counts } = truthOf(body);
  const tokens = blocks.map((block) => tokensOf(block.text));
  const shares = tokens.map((list) => {
    const keys = shinglesOf(list);
    return keys.length === 0 ? -1 : keys.filter((key) => counts.has(key)).length / keys.length;
  });
  settleRepeats(tokens, shares, counts);
  settleShort(tokens, shares, counts);
  return shares.map((share) => Math.max(0, share));
}

/** A text that the page shows more often than the body has it: the one among other body blocks is meant. */
function settleRepeats(
  tokens: readonly string[][],
  shares: number[],
  counts: ReadonlyMap<string, number>,
): void {
  const places = new Map<string, number[]>();
  tokens.forEach((list, i) => {
    if ((shares[i] ?? 0) < 0.5) return;
    const key = list.join(" ");
    places.set(key, [...(places.get(key) ?? []), i]);
  });
  for (const list of places.values()) {
    if (list.length < 2) continue;
    const first = shinglesOf(tokens[list[0] ?? 0] ?? [])[0] ?? "";
    const allowed = counts.get(first) ?? 1;
    const ranked = list.map((i) => ({ i, around: around(shares, i) })).sort((a, b) => b.around - a.around);
    for (const { i } of ranked.slice(allowed)) shares[i] = 0;
  }
}

function around(shares: readonly number[], at: number): number {
  let sum = 0;
  for (let d = 1; d <= 6; d += 1)
    sum += (Math.max(0, shares[at - d] ?? 0) + Math.max(0, shares[at + d] ?? 0)) / d;
  return sum;
}

function settleShort(
  tokens: readonly string[][],
  shares: number[],
  counts: ReadonlyMap<string, number>,
): void {
  let tail: string[] = [];
  tokens.forEach((list, i) => {
    if ((shares[i] ?? 0) >= 0.5) tail = [...tail, ...list].slice(-(N - 1));
    if (shares[i] !== -1) return;
    if (list.length === 0) {
      shares[i] = (shares[i - 1] ?? 0) >= 0.5 && (nextKnown(shares, i) ?? 0) >= 0.5 ? 1 : 0;
      return;
    }
    const next = nextWords(tokens, shares, i);
    const nearby = (tokens[i + 1] ?? []).slice(0, N - 1);
    const keys = [
      ...shinglesOf([...tail, ...list]),
      ...shinglesOf([...list, ...next]),
      ...shinglesOf([...list, ...nearby]),
    ];
    const hits = keys.filter((key) => counts.has(key)).length;
    shares[i] = hits > 0 && keys.length > 0 ? 1 : 0;
    if (shares[i] === 1) tail = [...tail, ...list].slice(-(N - 1));
  });
}

function nextKnown(shares: readonly number[], at: number): number | null {
  for (let i = at + 1; i < shares.length; i += 1) if ((shares[i] ?? -1) >= 0) return shares[i] ?? null;
  return null;
}

function nextWords(tokens: readonly string[][], shares: readonly number[], at: number): string[] {
  const words: string[] = [];
  for (let i = at + 1; i < tokens.length && words.length < N - 1 && i < at + 12; i += 1)
    if ((shares[i] ?? 0) >= 0.5) words.push(...(tokens[i] ?? []).slice(0, N - 1));
  return words.slice(0, N - 1);
}
