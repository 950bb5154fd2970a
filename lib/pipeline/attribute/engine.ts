import type { AttributionType, QuoteMode } from "#lib/domain/labels";
import type { ReasonParameters } from "#lib/domain/reasons";
import { readPage } from "#lib/english/treebank/document";
import { NameFinder } from "#lib/english/treebank/names";
import { Parser } from "#lib/english/treebank/parser";
import { type LanguageModels, parsePage } from "#lib/english/treebank/syntax";
import { Tagger } from "#lib/english/treebank/tagger";
import { loadClusters, loadLexicon, loadTable, type Manifest, readManifest } from "#lib/models/model-file";
import { loadReader } from "#lib/models/reader-file";
import type { Span } from "#lib/text/span";
import { contentQuoteMode, groundsOf, isSilent, isVoiced, typeOf } from "./description";
import { CueFeatures } from "./proposals/cue-features";
import { CueReader } from "./proposals/cue-reader";
import type { RatedProposal } from "./proposals/proposal";
import { ProposalRater } from "./proposals/proposal-rater";
import { chooseAttributions, type ReadSupposing } from "./proposals/uncovered";
import { type NamedSpeaker, PageSpeakers, type PersonMention } from "./speakers/page-speakers";
import { impliedPhrase, phraseIn } from "./speakers/source-phrase";
import { type CueLexicon, lemmaHashes } from "./words/cue-lexicon";
import { SpanContext, type SpanPage } from "./words/span-context";
import { WordReader, type WordReading } from "./words/word-reader";

/**
 * Who said what, as the models see it. Spans count UTF-16 units of the text; each list is ascending and its spans
 * don't touch. `source` may be empty; `cue` and `content` never are.
 */
export interface ModelAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The words that name who speaks, by the tree: of the source, or where there is none the cue's subject. May be empty. */
  readonly naming: readonly Span[];
  /** These words are the cue's own subject. */
  readonly hasSubject: boolean;
  readonly speaker: NamedSpeaker | null;
  readonly type: AttributionType;
  readonly quoteMode: QuoteMode;
  /** The share of attributions with a score like this one's that hold up against annotators (0 to 1). */
  readonly confidence: number;
  /** Why, as parameters of a reason. */
  readonly grounds: ReasonParameters;
  /** Somebody says it or believes it, rather than wants it, does it or finds it out. */
  readonly isVoiced: boolean;
  /** Its cue says that somebody didn't speak. */
  readonly isSilent: boolean;
}

export interface ModelReading {
  readonly page: SpanPage;
  /** Which words are a source, a cue, a content, to the word reader. */
  readonly words: WordReading;
  readonly attributions: readonly ModelAttribution[];
  readonly persons: readonly PersonMention[];
}

/** Reads pages with the models of the manifest. Make one and keep it: `attributionEngine`. */
export class AttributionEngine {
  private readonly language: LanguageModels;
  private readonly lexicon: CueLexicon;
  private readonly wordReader: WordReader;
  private readonly cueReader: CueReader;
  private readonly rater: ProposalRater;
  readonly version: string;

  constructor(private readonly manifest: Manifest = readManifest()) {
    this.version = manifest.version;
    this.language = {
      tagger: new Tagger(loadTable(manifest, "tags").table),
      parser: new Parser(loadTable(manifest, "moves").table, loadTable(manifest, "relations").table),
      nameFinder: new NameFinder(loadTable(manifest, "names").table),
      clusters: loadClusters(manifest),
    };
    this.lexicon = loadLexicon(manifest);
    const cues = loadTable(manifest, "cues");
    const { model, vocabulary } = loadReader(manifest);
    this.wordReader = new WordReader(model, vocabulary);
    this.cueReader = new CueReader(cues, new CueFeatures(cues.table.bits));
    this.rater = new ProposalRater(loadTable(manifest, "judge").table);
  }

  /** Read a text of any length and kind; never throws, and takes time linear in its length. */
  read(text: string): ModelReading {
    const parsed = parsePage(readPage(text), this.language);
    const lemmas = lemmaHashes(parsed);
    const page: SpanPage = {
      ...parsed,
      lemmas,
      cues: Uint8Array.from(lemmas, (lemma) => this.lexicon.get(lemma) ?? 0),
    };
    const context = new SpanContext(page);
    const { reading, candidates } = this.wordReader.read(context);
    const proposals = this.cueReader.read(context, reading, candidates);
    const rated = this.rater.rate(context, reading, proposals, candidates);
    const readSupposing: ReadSupposing = (candidate, start, end) => {
      const proposal = this.cueReader.readSupposing(context, candidate, start, end);
      return proposal && (this.rater.rate(context, reading, [proposal], candidates)[0] ?? null);
    };
    const chosen = chooseAttributions(page, reading, rated, candidates, readSupposing);
    const speakers = new PageSpeakers(page);
    return {
      page,
      words: reading,
      persons: speakers.persons(),
      attributions: chosen.map((proposal) => this.describe(page, speakers, proposal)),
    };
  }

  private describe(page: SpanPage, speakers: PageSpeakers, proposal: RatedProposal): ModelAttribution {
    const { source, candidate } = proposal;
    const phrase =
      source.length > 0 ? phraseIn(page, source, candidate.head) : impliedPhrase(page, candidate.head);
    const speaker = phrase === null ? speakers.speakerOf(source) : speakers.speakerIn(phrase);
    return {
      naming: spansOf(page, phrase?.tokens ?? []),
      hasSubject: phrase?.isSubject ?? false,
      source: spansOf(page, source),
      cue: spansOf(page, proposal.cue),
      content: spansOf(page, proposal.content),
      speaker,
      type: typeOf(page, proposal),
      quoteMode: contentQuoteMode(page, proposal.content),
      confidence: calibrated(this.manifest.calibration, proposal.probability),
      isVoiced: isVoiced(page, proposal),
      isSilent: isSilent(page, proposal),
      grounds: groundsOf(page, proposal, speaker?.name ?? null),
    };
  }
}

/** Runs of neighbouring tokens as spans of the text. */
export function spansOf(page: SpanPage, tokens: readonly number[]): Span[] {
  const out: { start: number; end: number }[] = [];
  let last = -2;
  for (const i of tokens) {
    const current = out[out.length - 1];
    if (current && i === last + 1) current.end = page.tokens.end[i] ?? 0;
    else out.push({ start: page.tokens.start[i] ?? 0, end: page.tokens.end[i] ?? 0 });
    last = i;
  }
  return out;
}

/** Between the measured shares, at even steps of the score from 0 to 1, a straight line. */
export function calibrated(shares: readonly number[], score: number): number {
  const at = Math.max(0, Math.min(1, score)) * (shares.length - 1);
  const low = Math.floor(at);
  const below = shares[low] ?? 0;
  const above = shares[Math.min(low + 1, shares.length - 1)] ?? below;
  return below + (above - below) * (at - low);
}

let engine: AttributionEngine | null = null;

/** The engine of this process: its weights are read once, on first use. */
export function attributionEngine(): AttributionEngine {
  engine ??= new AttributionEngine();
  return engine;
}

export function attributeWithModel(text: string): readonly ModelAttribution[] {
  return attributionEngine().read(text).attributions;
}
