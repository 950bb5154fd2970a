import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sentences } from "#lib/english/sentences";
import {
  ARTICLE_LABELS,
  type ArticleLabels,
  digestOf,
  joinLabels,
  parseArticleLabels,
  readLabelledArticles,
} from "./article-labels";
import { EVAL } from "./page-corpus";

const TEXT = "The ferry “Ana” will sail on 3 May, the harbour master said.\nIt may well be late.";
const ROW: ArticleLabels = {
  id: "n:1",
  set: "fnc",
  digest: digestOf(TEXT),
  segments: [{ start: 0, end: TEXT.length, type: "body" }],
  statements: [
    {
      start: 0,
      end: 60,
      sourcing: "named_source",
      source: [36, 54],
      prediction: { start: 26, end: 34, due: "2026-05-03" },
    },
    { start: 61, end: TEXT.length, sourcing: "author_opinion_or_prediction", hard: "unsure" },
  ],
};

function lineSpans(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

const lineOf = (row: object) => JSON.stringify(row);

describe("labels on their text", () => {
  test("a statement has its class, its source's words and its prediction's text", () => {
    const { articles, refused } = joinLabels([ROW], new Map([["n:1", TEXT]]));
    expect(refused).toEqual([]);
    const [first, second] = articles[0]?.gold.statements ?? [];
    expect(TEXT.slice(...(first?.source ?? [0, 0]))).toBe("the harbour master");
    expect(first).toMatchObject({ label: "REPORTED", prediction: { text: "on 3 May", due: "2026-05-03" } });
    expect(second).toEqual({
      start: 61,
      end: TEXT.length,
      sourcing: "author_opinion_or_prediction",
      label: "UNSOURCED_SPECULATION",
      hard: "unsure",
    });
  });

  test("an article is refused where its text has changed, and where there is none", () => {
    const other = { ...ROW, id: "n:2" };
    const texts = new Map([["n:1", TEXT.replace("ferry", "barge")]]);
    expect(joinLabels([ROW, other], texts)).toEqual({ articles: [], refused: ["n:1", "n:2"] });
  });
});

describe("the file's rows", () => {
  test("a row is read as it was written", () => {
    expect(parseArticleLabels(`${lineOf(ROW)}\n`)).toEqual([ROW]);
  });

  test.each([
    ["a text", { ...ROW, text: TEXT }],
    ["an unknown code", { ...ROW, statements: [{ start: 0, end: 9, sourcing: "gossip" }] }],
    ["an unknown type of segment", { ...ROW, segments: [{ start: 0, end: 9, type: "advert" }] }],
    [
      "words in place of a span",
      { ...ROW, statements: [{ ...ROW.statements[0], source: "the harbour master" }] },
    ],
  ])("a row with %s is refused", (_, row) => {
    expect(() => parseArticleLabels(lineOf(row))).toThrow();
  });
});

describe("the labels that are kept", () => {
  const rows = parseArticleLabels(readFileSync(ARTICLE_LABELS, "utf8"));

  test("each article is there once", () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test.each(rows.map((row) => [row.id, row] as const))(
    "%s: spans are in order and lie where they belong",
    (_, row) => {
      let last = 0;
      for (const { start, end, source, prediction } of row.statements) {
        expect(start).toBeGreaterThanOrEqual(last);
        const within = row.segments.find((segment) => segment.start <= start && end <= segment.end);
        expect(within?.type).toMatch(/^(body|teaser_other_post)$/);
        const spans = [source, prediction && ([prediction.start, prediction.end] as const)];
        for (const [from, to] of spans.filter((span) => span !== undefined)) {
          expect([start <= from, from < to, to <= end]).toEqual([true, true, true]);
        }
        last = end;
      }
      row.segments.forEach(({ start, end }, i) => {
        expect(start).toBeGreaterThanOrEqual(row.segments[i - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
      });
    },
  );

  test.skipIf(!existsSync(join(EVAL, "sourcing/unlabelled.jsonl")))(
    "the evaluation set still holds each text as it was read, and each statement is one of its sentences",
    () => {
      const log: string[] = [];
      const articles = readLabelledArticles((line) => log.push(line));
      expect(log).toEqual([`${rows.length} labelled articles, 0 refused`]);
      const strays = articles.flatMap(({ id, text, gold }) => {
        const bounds = new Set(
          lineSpans(text)
            .flatMap((line) => sentences(text, line))
            .map(({ start, end }) => `${start} ${end}`),
        );
        return gold.statements
          .filter(({ start, end }) => !bounds.has(`${start} ${end}`))
          .map(({ start }) => `${id} ${start}`);
      });
      expect(strays).toEqual([]);
    },
  );
});
