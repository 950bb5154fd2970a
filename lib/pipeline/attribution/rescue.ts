import { IS_SYMBOL } from "#lib/pipeline/language/document";
import type { Judged } from "./assemble";
import type { Candidate, FirstReading } from "./candidates";
import type { SpanPage } from "./span-features";

const CONTENT_BEGINS = 5;
const LEAST_WORDS = 2;
/** A stretch must be this probable, on average, to be added without a proposal of its own. */
const LEAST_CONTENT = 0.5;
/** A dropped proposal comes back where it covers half of what was left out, if it is not quite improbable. */
const LEAST_COVERED = 0.5;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What the first model calls content and no chosen attribution covers: give it to the attribution it goes on from,
 * or bring back the proposal that was dropped, or pair it with a cue that is still free.
 */
export class Rescue {
  /** For each token: the chosen attribution whose content it is, plus 1; 0 for none. */
  private readonly owner: Int32Array;
  private readonly taken: Uint8Array;
  private readonly out: { judged: Judged; added: number[] }[];

  constructor(
    private readonly page: SpanPage,
    private readonly reading: FirstReading,
    chosen: readonly Judged[],
  ) {
    this.owner = new Int32Array(page.tokens.count);
    this.taken = new Uint8Array(page.tokens.count);
    this.out = [];
    for (const judged of chosen) this.add(judged);
  }

  private add(judged: Judged): void {
    this.out.push({ judged, added: [] });
    for (const i of judged.content) this.owner[i] = this.out.length;
    for (const i of [...judged.content, ...judged.cue, ...judged.source]) this.taken[i] = 1;
  }

  run(dropped: readonly Judged[], candidates: readonly Candidate[], least: number): Judged[] {
    for (const stretch of this.uncovered()) {
      if (this.extend(stretch)) continue;
      if (this.bringBack(stretch, dropped, least)) continue;
      if (this.goOn(stretch)) continue;
      this.pair(stretch, candidates);
    }
    return this.out
      .map(({ judged, added }) => ({ ...judged, content: [...judged.content, ...added].sort((a, b) => a - b) }))
      .sort((a, b) => a.candidate.start - b.candidate.start);
  }

  private isSymbol(i: number): boolean {
    return ((this.page.lexemes[i]?.traits ?? 0) & IS_SYMBOL) !== 0;
  }

  private uncovered(): Stretch[] {
    const { best } = this.reading;
    const out: Stretch[] = [];
    for (let i = 0; i < best.length; i++) {
      if ((best[i] ?? 0) < CONTENT_BEGINS || this.taken[i] === 1) continue;
      let end = i + 1;
      while ((best[end] ?? 0) > CONTENT_BEGINS && this.taken[end] !== 1) end++;
      let words = 0;
      let sum = 0;
      for (let j = i; j < end; j++) {
        if (!this.isSymbol(j)) words++;
        sum += this.reading.content[j] ?? 0;
      }
      if (words >= LEAST_WORDS && sum / (end - i) >= LEAST_CONTENT) out.push({ start: i, end });
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

  private bringBack(stretch: Stretch, dropped: readonly Judged[], least: number): boolean {
    let best: Judged | null = null;
    for (const judged of dropped) {
      if (judged.probability < least || judged.probability <= (best?.probability ?? 0)) continue;
      if (judged.cue.some((i) => this.taken[i] === 1)) continue;
      const free = judged.content.filter((i) => this.taken[i] !== 1);
      const inside = free.filter((i) => i >= stretch.start && i < stretch.end).length;
      if (inside >= LEAST_COVERED * (stretch.end - stretch.start) && inside >= LEAST_COVERED * judged.content.length) {
        best = judged;
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

  /** Pair the stretch with the likeliest free cue of its sentence. */
  private pair({ start, end }: Stretch, candidates: readonly Candidate[]): void {
    const { page, reading } = this;
    let best: Candidate | null = null;
    for (const candidate of candidates) {
      if (page.sentenceOf[candidate.start] !== page.sentenceOf[start] || this.taken[candidate.head] === 1) continue;
      if (candidate.start >= start && candidate.start < end) continue;
      if (!best || (reading.cue[candidate.head] ?? 0) > (reading.cue[best.head] ?? 0)) best = candidate;
    }
    if (!best) return;
    const cue = range(best.start, best.end).filter((i) => this.taken[i] !== 1);
    const content = range(start, end);
    const score = { contentSureness: 0, cueSureness: 0, sourceSureness: 0, probability: 0.3 };
    if (cue.length > 0) this.add({ candidate: best, source: [], cue, content, ...score });
  }
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
