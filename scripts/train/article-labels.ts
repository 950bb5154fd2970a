import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { linesOf } from "./page-corpus";

/** The three classes of who stands behind a statement, by the code of its sourcing. */
export const CLASS_OF = {
  named_source: "REPORTED",
  official_unnamed: "REPORTED",
  document: "REPORTED",
  media_report: "REPORTED",
  anonymous_hearsay: "UNSOURCED_SPECULATION",
  author_opinion_or_prediction: "UNSOURCED_SPECULATION",
  author_assertion: "OTHER",
} as const;

export const SourcingCode = z.enum(Object.keys(CLASS_OF) as [keyof typeof CLASS_OF]); // the keys are the codes
export type SourcingCode = keyof typeof CLASS_OF;

const place = { start: z.int().min(0), end: z.int().min(1) };

const statementRow = z.strictObject({
  ...place,
  sourcing: SourcingCode,
  hard: z.literal("unsure").optional(),
  source: z.tuple([z.int(), z.int()]).optional(),
  prediction: z.strictObject({ ...place, due: z.iso.date().optional() }).optional(),
});

const segmentRow = z.strictObject({
  ...place,
  type: z.enum([
    "headline",
    "dateline_or_byline",
    "body",
    "caption_or_credit",
    "site_chrome",
    "teaser_other_post",
    "reader_comment",
  ]),
});

/** One article's labels. `digest` is the start of the SHA-256 of its text, 16 hexadecimal digits. */
const articleRow = z.strictObject({
  id: z.string().regex(/^[\w:-]{1,80}$/),
  set: z.enum(["fnc", "horne"]),
  digest: z.string().regex(/^[0-9a-f]{16}$/),
  segments: z.array(segmentRow),
  statements: z.array(statementRow),
});

export type ArticleLabels = z.infer<typeof articleRow>;

export interface LabelledStatement {
  readonly start: number;
  readonly end: number;
  readonly sourcing: SourcingCode;
  readonly label: (typeof CLASS_OF)[SourcingCode];
  /** Present where two careful readers could differ. */
  readonly hard?: "unsure" | undefined;
  /** The words on the statement's own line that name its source. */
  readonly source?: readonly [number, number] | undefined;
  /** What lies ahead of the article's own day: the words of its time; the last day it is due, if it can be told. */
  readonly prediction?: { readonly text: string; readonly due?: string };
}

/** An article in the shape of the evaluation set's `sourcing/labelled.jsonl`. Spans are UTF-16 units, end-exclusive. */
export interface LabelledArticle {
  readonly id: string;
  readonly set: string;
  /** Hold out by this: articles of one domain are never on both sides. An article of these sets is its own. */
  readonly domain: string;
  readonly text: string;
  readonly gold: {
    readonly segments: ArticleLabels["segments"];
    readonly statements: readonly LabelledStatement[];
  };
}

export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The file's rows, each checked: throws a ZodError for a row with a field, a code or a type that isn't known. */
export function parseArticleLabels(file: string): ArticleLabels[] {
  return file
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => articleRow.parse(JSON.parse(line)));
}

/**
 * The labels on their texts. An article whose text isn't there, or is no longer the one that was read, is refused whole:
 * its offsets would point at other words.
 */
export function joinLabels(
  rows: readonly ArticleLabels[],
  texts: ReadonlyMap<string, string>,
): { articles: LabelledArticle[]; refused: string[] } {
  const refused: string[] = [];
  const articles = rows.flatMap(({ id, set, digest, segments, statements }): LabelledArticle[] => {
    const text = texts.get(id);
    if (text === undefined || digestOf(text) !== digest) {
      refused.push(id);
      return [];
    }
    const gold = {
      segments,
      statements: statements.map(({ prediction, ...statement }) => ({
        ...statement,
        label: CLASS_OF[statement.sourcing],
        ...(prediction && {
          prediction: {
            text: text.slice(prediction.start, prediction.end),
            ...(prediction.due !== undefined && { due: prediction.due }),
          },
        }),
      })),
    };
    return [{ id, set, domain: id, text, gold }];
  });
  return { articles, refused };
}

/** Kept beside this file; without text. */
export const ARTICLE_LABELS = join(import.meta.dirname, "article-labels.jsonl");

/** The project's own labels of whole articles, on the texts of the evaluation set. `log` hears what was refused. */
export function readLabelledArticles(log: (line: string) => void): LabelledArticle[] {
  const texts = new Map<string, string>(
    linesOf("sourcing/unlabelled.jsonl").map((line) => {
      const { id, text } = JSON.parse(line); // the evaluation set's README tells the shape
      return [id, text];
    }),
  );
  const { articles, refused } = joinLabels(parseArticleLabels(readFileSync(ARTICLE_LABELS, "utf8")), texts);
  log(
    `${articles.length} labelled articles, ${refused.length} refused${refused.map((id) => ` ${id}`).join("")}`,
  );
  return articles;
}
