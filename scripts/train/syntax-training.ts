import type { Page } from "#lib/english/treebank/document";
import {
  NAME_LABELS,
  NameFinder,
  type NameMemory,
  nameFeatures,
  remember,
} from "#lib/english/treebank/names";
import { moveFeatures, relationFeatures } from "#lib/english/treebank/parse-features";
import { LEFT, MOVES, ParseState, RIGHT, SHIFT } from "#lib/english/treebank/parse-state";
import { Parser, RELATIONS } from "#lib/english/treebank/parser";
import type { LanguageModels } from "#lib/english/treebank/syntax";
import { NO_TAG, TAGS, Tagger, tagFeatures } from "#lib/english/treebank/tagger";
import { FeatureList } from "#lib/models/features";
import type { WordClusters } from "#lib/models/model-file";
import { best, sumRows, type Table } from "#lib/models/table";
import { kept } from "./cache";
import type { Article, SilverSentence } from "./corpus";
import { AveragedPerceptron } from "./perceptron";
import { randomFrom, shuffle } from "./random";

interface Example {
  readonly page: Page;
  readonly sentence: SilverSentence;
  readonly words: Int32Array;
  predicted: Uint8Array;
}

export interface SyntaxTables {
  readonly tags: Table;
  readonly moves: Table;
  readonly relations: Table;
  readonly names: Table;
}

export const BITS = { tags: 18, moves: 20, relations: 17, names: 19 };

function examplesOf(articles: readonly Article[]): Example[] {
  return articles.flatMap((article) => {
    const words = Int32Array.from(article.page.lexemes, (lexeme) => lexeme.lower);
    return article.silver.map((sentence) => ({
      page: article.page,
      sentence,
      words: words.subarray(sentence.from, sentence.to),
      predicted: new Uint8Array(sentence.to - sentence.from),
    }));
  });
}

export function trainTagger(examples: Example[], rounds: number, seed: number): AveragedPerceptron {
  const model = new AveragedPerceptron(BITS.tags, TAGS.length);
  const list = new FeatureList((1 << BITS.tags) - 1);
  const scores = new Float64Array(TAGS.length);
  const random = randomFrom(seed);
  for (let round = 0; round < rounds; round++) {
    shuffle(examples, random);
    for (const { page, sentence } of examples) {
      let last = NO_TAG;
      let beforeLast = NO_TAG;
      for (let i = sentence.from; i < sentence.to; i++) {
        tagFeatures(list, page, i, sentence.from, sentence.to, last, beforeLast);
        sumRows(model, list.ids, list.count, scores);
        const guess = best(scores, TAGS.length);
        const truth = sentence.tags[i - sentence.from] ?? 0;
        model.tick();
        if (guess !== truth) model.update(list.ids, list.count, truth, guess);
        beforeLast = last;
        last = guess;
      }
    }
  }
  model.finish();
  return model;
}

/** What each move would lose for good (Goldberg & Nivre 2013, dynamic oracle of the arc-hybrid system). */
function costs(state: ParseState, gold: Int32Array, out: Int32Array): void {
  const { length: n, next: b, depth, stack } = state;
  const s0 = depth > 0 ? (stack[depth - 1] ?? -1) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] ?? -1) : -1;
  out.fill(1e6);
  if (state.may(SHIFT)) {
    let cost = 0;
    for (let i = 0; i < depth; i++) {
      const x = stack[i] ?? 0;
      if (gold[x] === b) cost++;
      if (i < depth - 1 && gold[b] === x) cost++;
    }
    out[SHIFT] = cost;
  }
  if (s0 < 0) return;
  const headOf0 = gold[s0] ?? n;
  let lost = 0;
  for (let i = b; i < n; i++) if (gold[i] === s0) lost++;
  if (state.may(LEFT)) out[LEFT] = lost + (headOf0 !== b && (headOf0 > b || headOf0 === s1) ? 1 : 0);
  if (state.may(RIGHT)) out[RIGHT] = lost + (headOf0 >= b ? 1 : 0);
}

class ParserTraining {
  readonly moves = new AveragedPerceptron(BITS.moves, MOVES);
  readonly relations = new AveragedPerceptron(BITS.relations, RELATIONS.length);
  private readonly state = new ParseState(256);
  private readonly list = new FeatureList((1 << BITS.moves) - 1);
  private readonly relationList = new FeatureList((1 << BITS.relations) - 1);
  private readonly scores = new Float64Array(MOVES);
  private readonly relationScores = new Float64Array(RELATIONS.length);
  private readonly cost = new Int32Array(MOVES);

  constructor(private readonly random: () => number) {}

  sentence(example: Example, explores: boolean): void {
    const { state } = this;
    const n = example.words.length;
    state.words.set(example.words);
    state.tags.set(example.predicted);
    state.begin(n);
    while (!state.isDone()) state.apply(this.move(example.sentence.heads, explores));
    for (let i = 0; i < n; i++) this.relation(i, example.sentence);
  }

  private move(gold: Int32Array, explores: boolean): number {
    const { state, list, scores, cost } = this;
    moveFeatures(list, state);
    sumRows(this.moves, list.ids, list.count, scores);
    costs(state, gold, cost);
    const least = Math.min(...cost);
    let guess = -1;
    let right = -1;
    for (let move = 0; move < MOVES; move++) {
      if (!state.may(move)) continue;
      if (guess < 0 || (scores[move] ?? 0) > (scores[guess] ?? 0)) guess = move;
      if (cost[move] === least && (right < 0 || (scores[move] ?? 0) > (scores[right] ?? 0))) right = move;
    }
    this.moves.tick();
    if (cost[guess] === least) return guess;
    this.moves.update(list.ids, list.count, right, guess);
    return explores && this.random() < 0.9 ? guess : right;
  }

  private relation(child: number, gold: SilverSentence): void {
    const { state, relationList: list } = this;
    const head = state.heads[child] ?? 0;
    if (head !== gold.heads[child] || head >= state.length) return;
    relationFeatures(list, state, child);
    sumRows(this.relations, list.ids, list.count, this.relationScores);
    const guess = best(this.relationScores, RELATIONS.length);
    const truth = gold.relations[child] ?? 0;
    this.relations.tick();
    if (guess !== truth) this.relations.update(list.ids, list.count, truth, guess);
  }
}

function trainParser(examples: Example[], rounds: number, seed: number): ParserTraining {
  const random = randomFrom(seed);
  const training = new ParserTraining(random);
  for (let round = 0; round < rounds; round++) {
    shuffle(examples, random);
    for (const example of examples) training.sentence(example, round > 0);
  }
  training.moves.finish();
  training.relations.finish();
  return training;
}

/** Train the name finder article by article, so that its memory of a page fills as it will at run time. */
function trainNames(articles: readonly Article[], examples: Example[], rounds: number, seed: number): Table {
  const model = new AveragedPerceptron(BITS.names, NAME_LABELS.length);
  const list = new FeatureList((1 << BITS.names) - 1);
  const scores = new Float64Array(NAME_LABELS.length);
  const random = randomFrom(seed);
  const byPage = new Map<Page, Example[]>(articles.map((article) => [article.page, []]));
  for (const example of examples) byPage.get(example.page)?.push(example);
  const pages = [...byPage];
  for (const [, list] of pages) list.sort((a, b) => a.sentence.from - b.sentence.from);
  for (let round = 0; round < rounds; round++) {
    shuffle(pages, random);
    for (const [page, sentences] of pages) {
      const memory: NameMemory = new Map();
      const tags = new Uint8Array(page.tokens.count);
      const labels = new Uint8Array(page.tokens.count);
      for (const { sentence, predicted } of sentences) {
        tags.set(predicted, sentence.from);
        let last = 0;
        let beforeLast = 0;
        for (let i = sentence.from; i < sentence.to; i++) {
          nameFeatures(list, page, tags, i, sentence.from, sentence.to, last, beforeLast, memory);
          sumRows(model, list.ids, list.count, scores);
          const guess = best(scores, NAME_LABELS.length);
          const truth = sentence.names[i - sentence.from] ?? 0;
          model.tick();
          if (guess !== truth) model.update(list.ids, list.count, truth, guess);
          labels[i] = guess;
          beforeLast = last;
          last = guess;
        }
        remember(page, labels, sentence.from, sentence.to, memory);
      }
    }
  }
  model.finish();
  return model;
}

/** Train tagger, parser and name finder on the articles; the parser learns on tags as the tagger gives them. */
export function trainSyntax(
  articles: readonly Article[],
  rounds: { tags: number; parse: number; names: number },
  seed: number,
  log: (line: string) => void,
): SyntaxTables {
  const examples = examplesOf(articles);
  const tags = trainTagger(examples, rounds.tags, seed);
  log(`  tagger trained on ${examples.length} sentences`);
  const tagger = new Tagger(tags);
  for (const example of examples) {
    const all = new Uint8Array(example.page.tokens.count);
    tagger.tag(example.page, example.sentence.from, example.sentence.to, all);
    example.predicted = all.slice(example.sentence.from, example.sentence.to);
  }
  const parser = trainParser(examples, rounds.parse, seed + 1);
  log("  parser trained");
  const names = rounds.names > 0 ? trainNames(articles, examples, rounds.names, seed + 2) : tags;
  log("  name finder trained");
  return { tags, moves: parser.moves, relations: parser.relations, names };
}

export function modelsFrom(tables: SyntaxTables): LanguageModels {
  return {
    tagger: new Tagger(tables.tags),
    parser: new Parser(tables.moves, tables.relations),
    nameFinder: new NameFinder(tables.names),
    clusters: kept<WordClusters>("clusters"),
  };
}
