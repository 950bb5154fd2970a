import { diffArrays } from "diff";
import type { PreparedText } from "./prepared-text";

/** Words `[from, to)` of one text beside those of the other. `SAME` runs are of one length. */
export interface Run {
  readonly kind: "SAME" | "CHANGED";
  readonly older: readonly [from: number, to: number];
  readonly newer: readonly [from: number, to: number];
  /** True where the words were not compared one by one, because there were too many changes. */
  readonly isCoarse: boolean;
}

/** Edits beyond which sentences are not lined up any more. The work grows with its square. */
const MOST_SENTENCE_EDITS = 1500;
/** The same for the words between two sentences that stand, and the work that all of them together may make. */
const MOST_WORD_EDITS = 1500;
const MOST_WORK = 8_000_000;

/**
 * Line two texts up: sentences first, then the words between those that stand. So a word never finds its partner at the
 * other end of the page, and the work stays small where little changed. Beyond a bound a stretch counts as changed as a whole.
 */
export function align(older: PreparedText, newer: PreparedText): Run[] {
  const sentenceRuns = difference(
    older.units.map(({ key }) => key),
    newer.units.map(({ key }) => key),
    MOST_SENTENCE_EDITS,
  );
  const inWords = (run: PlainRun): PlainRun => ({
    isSame: run.isSame,
    older: [wordAt(older, run.older[0]), wordAt(older, run.older[1])],
    newer: [wordAt(newer, run.newer[0]), wordAt(newer, run.newer[1])],
  });
  let left = MOST_WORK;
  const runs: Run[] = [];
  const whole: PlainRun = { isSame: false, older: [0, older.units.length], newer: [0, newer.units.length] };
  for (const run of (sentenceRuns ?? [whole]).map(inWords)) {
    if (run.isSame) {
      runs.push(runOf(run, false));
      continue;
    }
    const within = wordsWithin(older, newer, run, Math.min(MOST_WORD_EDITS, Math.floor(Math.sqrt(left))));
    if (within === null) runs.push(runOf(run, true));
    else for (const part of within) runs.push(runOf(part, false));
    const edits = (within ?? [run]).reduce((sum, part) => sum + (part.isSame ? 0 : sizeOf(part)), 0);
    left = Math.max(0, left - Math.min(edits, MOST_WORD_EDITS) ** 2);
  }
  return joined(runs);
}

interface PlainRun {
  readonly isSame: boolean;
  readonly older: readonly [number, number];
  readonly newer: readonly [number, number];
}

const sizeOf = ({ older, newer }: PlainRun) => older[1] - older[0] + newer[1] - newer[0];
const runOf = ({ isSame, older, newer }: PlainRun, isCoarse: boolean): Run => ({
  kind: isSame ? "SAME" : "CHANGED",
  older,
  newer,
  isCoarse,
});

function wordAt({ units, words }: PreparedText, unit: number): number {
  return units[unit]?.from ?? words.length;
}

function wordsWithin(
  older: PreparedText,
  newer: PreparedText,
  run: PlainRun,
  limit: number,
): PlainRun[] | null {
  const keys = ({ words }: PreparedText, [from, to]: readonly [number, number]) =>
    words.slice(from, to).map(({ key }) => key);
  const found = difference(keys(older, run.older), keys(newer, run.newer), limit);
  return (
    found?.map(({ isSame, older: [a, b], newer: [c, d] }) => ({
      isSame,
      older: [run.older[0] + a, run.older[0] + b] as const,
      newer: [run.newer[0] + c, run.newer[0] + d] as const,
    })) ?? null
  );
}

/** What two lists have in common, in runs that cover both; null beyond `limit` edits. */
function difference(older: readonly string[], newer: readonly string[], limit: number): PlainRun[] | null {
  if (older.length === 0 || newer.length === 0) {
    const nothing = older.length + newer.length === 0;
    return nothing ? [] : [{ isSame: false, older: [0, older.length], newer: [0, newer.length] }];
  }
  const changes = diffArrays([...older], [...newer], { maxEditLength: limit });
  if (changes === undefined) return null;
  const runs: PlainRun[] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, count } of changes) {
    const [olderTo, newerTo] = [a + (added ? 0 : count), b + (removed ? 0 : count)];
    const isSame = !added && !removed;
    const last = runs.at(-1);
    // What was removed and what was added between two that stand is one run.
    if (last !== undefined && !last.isSame && !isSame) {
      runs[runs.length - 1] = { isSame, older: [last.older[0], olderTo], newer: [last.newer[0], newerTo] };
    } else runs.push({ isSame, older: [a, olderTo], newer: [b, newerTo] });
    [a, b] = [olderTo, newerTo];
  }
  return runs;
}

/** Neighbours of one kind become one run. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last !== undefined && last.kind === run.kind && last.isCoarse === run.isCoarse) {
      found[found.length - 1] = {
        ...last,
        older: [last.older[0], run.older[1]],
        newer: [last.newer[0], run.newer[1]],
      };
    } else found.push(run);
  }
  return found;
}
