import { clustersOf, type ParsedPage, parsePage } from "#lib/english/treebank/syntax";
import type { WordClusters } from "#lib/models/model-file";
import { keep, kept } from "./cache";
import { type Article, readArticles } from "./corpus";
import { SyntaxScores } from "./syntax-scores";
import { modelsFrom, type SyntaxTables, trainSyntax } from "./syntax-training";

export const FOLDS = 4;
const ROUNDS = { tags: 5, parse: 8, names: 5 };
const FOLD_ROUNDS = { tags: 3, parse: 5, names: 3 };

interface KeptSyntax {
  readonly tags: Uint8Array;
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  readonly names: Uint8Array;
}

function parseAll(
  articles: readonly Article[],
  tables: SyntaxTables,
): { rows: [string, KeptSyntax][]; scores: string } {
  const models = modelsFrom(tables);
  const scores = new SyntaxScores();
  const rows = articles.map((article): [string, KeptSyntax] => {
    const parsed = parsePage(article.page, models);
    scores.add(article, parsed);
    const { tags, heads, relations, names } = parsed;
    return [article.id, { tags, heads, relations, names }];
  });
  return { rows, scores: scores.toString() };
}

/**
 * Parse each quarter of the training articles with models trained on the other three: the span models must learn
 * on trees with the mistakes they will meet.
 */
export function jackknifeSyntax(seed: number, log: (line: string) => void): void {
  const articles = readArticles("train");
  const rows: [string, KeptSyntax][] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = articles.filter((_, i) => i % FOLDS !== fold);
    const held = articles.filter((_, i) => i % FOLDS === fold);
    const result = parseAll(held, trainSyntax(rest, FOLD_ROUNDS, seed + fold * 10, log));
    rows.push(...result.rows);
    log(`fold ${fold + 1} of ${FOLDS}: ${result.scores}`);
  }
  keep("syntax-train", rows);
}

/** Train the shipped models on all training articles and measure them on dev. */
export function fullSyntax(seed: number, log: (line: string) => void): void {
  const tables = trainSyntax(readArticles("train"), ROUNDS, seed, log);
  keep("syntax-tables", tables);
  const result = parseAll(readArticles("dev"), tables);
  keep("syntax-dev", result.rows);
  log(`dev: ${result.scores}`);
}

export interface ParsedArticle extends Omit<Article, "page" | "silver"> {
  readonly page: ParsedPage;
}

export function parsedArticles(part: "train" | "dev"): ParsedArticle[] {
  const rows = new Map(kept<[string, KeptSyntax][]>(`syntax-${part}`));
  const clusters = kept<WordClusters>("clusters");
  return readArticles(part).flatMap((article) => {
    const syntax = rows.get(article.id);
    if (!syntax) return [];
    const words = Int32Array.from(article.page.lexemes, (lexeme) => lexeme.lower);
    const { silver: _, ...rest } = article;
    return [{ ...rest, page: { ...article.page, ...syntax, words, ...clustersOf(words, clusters) } }];
  });
}
