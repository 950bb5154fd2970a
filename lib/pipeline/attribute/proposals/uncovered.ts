import { IS_SYMBOL, type Page } from "#lib/english/treebank/document";
import { type Candidate, firstFrom, type WordReading } from "#lib/pipeline/attribute/words/word-reader";
import { type Blend, blend } from "./blend";
import { choose, THRESHOLDS, type Thresholds } from "./choose";
import type { RatedProposal } from "./proposal";

const LEAST_WORDS = 2;
/** A dropped proposal comes back where it covers half of what was left out, if it is not quite improbable. */
const LEAST_COVERED = 0.5;

const FARTHEST_CUE = 500;
/** The score of content without a cue, which stands below every proposal's. */
const LONE = 0.25;

const MOST_ASKED = 8;

/** What the cue reader and the rater make of a candidate where the tokens [start, end) are supposed to be reported. */
export type ReadSupposing = (candidate: Candidate, start: number, end: number) => RatedProposal | null;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

/**
 * What the word reader calls content and no chosen attribution covers: give it to the attribution it goes on from,
 * or bring back the proposal that was dropped, or pair it with a cue that is still free.
 */
class UncoveredContent {
  /** For each token: the chosen attribution whose content it is, plus 1; 0 for none. */
  private readonly owner: Int32Array;
  private readonly taken: Uint8Array;
  /** Where a chosen attribution's cue begins -> the attribution, plus 1. */
  private readonly ownerOfCue = new Map<number, number>();
  private readonly out: { rated: RatedProposal; added: number[] }[];

  constructor(
    private readonly page: Page,
    private readonly sure: Blend,
    chosen: readonly RatedProposal[],
    private readonly readSupposing: ReadSupposing,
  ) {
    this.owner = new Int32Array(page.tokens.count);
    this.taken = new Uint8Array(page.tokens.count);
    this.out = [];
    for (const rated of chosen) this.add(rated);
  }

  private add(rated: RatedProposal): void {
    this.out.push({ rated, added: [] });
    const { start } = rated.candidate;
    if (rated.cue.length > 0 && !this.ownerOfCue.has(start)) this.ownerOfCue.set(start, this.out.length);
    for (const i of rated.content) this.owner[i] = this.out.length;
    for (const i of [...rated.content, ...rated.cue, ...rated.source]) this.taken[i] = 1;
  }

  /** The candidates of the dropped proposals, in the order of the text. */
  private places: readonly Candidate[] = [];

  run(
    dropped: readonly RatedProposal[],
    candidates: readonly Candidate[],
    limits: Thresholds = THRESHOLDS,
  ): RatedProposal[] {
    this.places = dropped.map(({ candidate }) => candidate);
    for (const stretch of this.uncovered(limits)) {
      if (stretch.words >= limits.extend && this.extend(stretch)) continue;
      if (this.bringBack(stretch, dropped, limits.back)) continue;
      if (this.goOn(stretch) || this.reachFor(stretch, candidates, limits)) continue;
      if (stretch.words >= limits.lone) this.standAlone(stretch);
    }
    return this.out
      .map(({ rated, added }) => ({
        ...rated,
        // What an earlier stretch brought back may have reached into a later one that was then given to it.
        content: [...new Set([...rated.content, ...added])].sort((a, b) => a - b),
      }))
      .sort((a, b) => a.candidate.start - b.candidate.start);
  }

  private isSymbol(i: number): boolean {
    return ((this.page.lexemes[i]?.traits ?? 0) & IS_SYMBOL) !== 0;
  }

  /** Ascending. A sentence in which nothing is reported yet needs less to hold something. */
  private uncovered(limits: Thresholds): Stretch[] {
    const { content } = this.sure;
    const out: Stretch[] = [];
    const { sentenceOf } = this.page;
    const touched = new Set<number | undefined>();
    this.owner.forEach((owner, i) => {
      if (owner !== 0) touched.add(sentenceOf[i]);
    });
    const least = (i: number) => (touched.has(sentenceOf[i]) ? limits.content : limits.untouched);
    const isOpen = (i: number) => (content[i] ?? 0) >= least(i) && this.taken[i] !== 1;
    for (let i = 0; i < content.length; i++) {
      if (!isOpen(i)) continue;
      const sentence = this.page.sentenceOf[i];
      let end = i + 1;
      while (end < content.length && isOpen(end) && this.page.sentenceOf[end] === sentence) end++;
      let words = 0;
      for (let j = i; j < end; j++) if (!this.isSymbol(j)) words++;
      if (words >= LEAST_WORDS) out.push({ start: i, end, words });
      i = end - 1;
    }
    return out;
  }

  /** The stretch touches a chosen content, marks between them aside. */
  private extend({ start, end }: Stretch): boolean {
    let before = start - 1;
    while (before >= 0 && before > start - 3 && this.owner[before] === 0 && this.isSymbol(before)) before--;
    let after = end;
    while (after < end + 2 && this.owner[after] === 0 && this.isSymbol(after)) after++;
    const owner = this.owner[before] || this.owner[after] || 0;
    if (owner === 0) return false;
    this.give(owner, start, end);
    return true;
  }

  private give(owner: number, start: number, end: number): void {
    const entry = this.out[owner - 1];
    for (let i = start; i < end; i++) {
      entry?.added.push(i);
      this.owner[i] = owner;
      this.taken[i] = 1;
    }
  }

  private bringBack(stretch: Stretch, dropped: readonly RatedProposal[], least: number): boolean {
    let best: RatedProposal | null = null;
    for (const rated of this.near(dropped, stretch)) {
      if (rated.probability < least || rated.probability <= (best?.probability ?? 0)) continue;
      if (rated.cue.some((i) => this.taken[i] === 1)) continue;
      const free = rated.content.filter((i) => this.taken[i] !== 1);
      const inside = free.filter((i) => i >= stretch.start && i < stretch.end).length;
      if (
        inside >= LEAST_COVERED * (stretch.end - stretch.start) &&
        inside >= LEAST_COVERED * rated.content.length
      ) {
        best = rated;
      }
    }
    if (!best) return false;
    const { content, source } = best;
    this.add({
      ...best,
      content: content.filter((i) => this.taken[i] !== 1),
      source: source.filter((i) => this.owner[i] === 0),
    });
    return true;
  }

  /** Dropped proposals whose cue stands near enough to have the stretch in its region; `dropped` is in text order. */
  private near(dropped: readonly RatedProposal[], stretch: Stretch): readonly RatedProposal[] {
    const places = dropped.length > 0 ? this.places : [];
    const from = firstFrom(places, stretch.start - FARTHEST_CUE);
    const to = firstFrom(places, stretch.end + FARTHEST_CUE);
    return dropped.slice(from, to);
  }

  /** A further quotation of the same paragraph goes to the attribution whose quotation came last before it. */
  private goOn({ start, end }: Stretch): boolean {
    const { page } = this;
    if ((page.quotations.of[start] ?? -1) < 0) return false;
    for (let i = start - 1; i >= 0 && page.paragraphOf[i] === page.paragraphOf[start]; i--) {
      const owner = this.owner[i] ?? 0;
      if (owner === 0) continue;
      if ((page.quotations.of[i] ?? -1) < 0) return false;
      this.give(owner, start, end);
      return true;
    }
    return false;
  }

  /** Ask the cue reader, for each possible cue around, what it would make of the stretch if it were reported. */
  private reachFor(stretch: Stretch, candidates: readonly Candidate[], limits: Thresholds): boolean {
    let best: RatedProposal | null = null;
    for (const candidate of this.around(stretch, candidates)) {
      if (this.taken[candidate.head] === 1 && this.cueOwner(candidate) === 0) continue;
      const rated = this.readSupposing(candidate, stretch.start, stretch.end);
      if (!rated || rated.probability < limits.reach || rated.probability <= (best?.probability ?? 0))
        continue;
      const inside = rated.content.filter((i) => i >= stretch.start && i < stretch.end).length;
      if (inside >= LEAST_COVERED * (stretch.end - stretch.start)) best = rated;
    }
    if (!best) return false;
    const owner = this.cueOwner(best.candidate);
    if (owner > 0) {
      this.give(owner, stretch.start, stretch.end);
      return true;
    }
    const content = best.content.filter((i) => this.taken[i] !== 1);
    const cue = best.cue.filter((i) => this.taken[i] !== 1);
    if (cue.length === 0) return false;
    this.add({ ...best, content, cue, source: best.source.filter((i) => this.owner[i] === 0) });
    return true;
  }

  /** The chosen attribution that has this cue, plus 1; 0 for none. */
  private cueOwner(candidate: Candidate): number {
    return this.ownerOfCue.get(candidate.start) ?? 0;
  }

  /** Candidates of the stretch's own sentence, the one before and the two after. */
  private around({ start, end }: Stretch, candidates: readonly Candidate[]): readonly Candidate[] {
    const { sentences } = this.page.layout;
    const sentence = this.page.sentenceOf[start] ?? 0;
    const from = firstFrom(candidates, sentences[Math.max(0, sentence - 1)] ?? 0);
    const to = firstFrom(candidates, sentences[Math.min(sentences.length - 1, sentence + 3)] ?? 0);
    return candidates
      .slice(from, to)
      .filter((candidate) => candidate.end <= start || candidate.start >= end)
      .slice(0, MOST_ASKED);
  }

  /** A last resort: reported speech of which neither the cue nor the source is plain. */
  private standAlone({ start, end }: Stretch): void {
    const content = range(start, end);
    const score = { contentSureness: 0, cueSureness: 0, sourceSureness: 0, probability: LONE };
    this.add({ candidate: { start, end: start + 1, head: start }, source: [], cue: [], content, ...score });
  }
}

/** From rated proposals to attributions that don't contradict each other, with what both readers agree on. */
export function chooseAttributions(
  page: Page,
  reading: WordReading,
  rated: readonly RatedProposal[],
  candidates: readonly Candidate[],
  readSupposing: ReadSupposing,
  limits: Thresholds = THRESHOLDS,
): RatedProposal[] {
  const sure = blend(reading, rated);
  const chosen = choose(rated, sure, limits);
  const used = new Set(chosen.map(({ candidate }) => candidate));
  const dropped = rated.filter(({ candidate }) => !used.has(candidate));
  return new UncoveredContent(page, sure, chosen, readSupposing).run(dropped, candidates, limits);
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
