import { stringify } from "csv-stringify/sync";
import type { z } from "zod";
import { everyClaim, everyCorrection, everyPage, type Told } from "#lib/db/readers/everything";
import { appearanceOf } from "#lib/db/readers/rows";
import { reviewFeedFrame, reviewFeedItem } from "#lib/publish/syndication/review-feed";
import type * as words from "#lib/words";
import { ArticleLine, ClaimLine, CorrectionLine, StatementLine } from "./answers";
import {
  ARTICLE_COLUMNS,
  CLAIM_COLUMNS,
  CORRECTION_COLUMNS,
  type Column,
  STATEMENT_COLUMNS,
} from "./columns";
import type { Where } from "./present";
import * as present from "./present";

/** All that stands as one file, written a part at a time at any size: JSON lines, CSV, and verdicts as a feed of schema.org. */
export interface Export {
  readonly id: string;
  /** Its words. */
  readonly about: keyof typeof words.publicApi.exports;
  /** Behind `/api/v1`. */
  readonly path: string;
  /** The name that a browser keeps it under. */
  readonly file: string;
  readonly type: string;
  /** What each line holds; null for what isn't lines of JSON. */
  readonly line: z.ZodType | null;
  /** The file in pieces, none longer than a part of the archive. */
  pieces(where: Where): AsyncGenerator<string, void>;
}

const TYPES = {
  jsonl: "application/jsonl",
  csv: "text/csv; charset=utf-8",
  feed: "application/ld+json",
} as const;

interface Table<Line> {
  readonly name: "articles" | "claims" | "statements" | "corrections";
  readonly line: z.ZodType<Line>;
  readonly columns: readonly Column<Line>[];
  parts(where: Where): AsyncGenerator<readonly Line[], void>;
}

const articles: Table<z.infer<typeof ArticleLine>> = {
  name: "articles",
  line: ArticleLine,
  columns: ARTICLE_COLUMNS,
  parts: (where) =>
    lines(everyPage(), ({ item, isProven }) => [{ ...present.articleInList(item, where), isProven }]),
};

const statements: Table<StatementLine> = {
  name: "statements",
  line: StatementLine,
  columns: STATEMENT_COLUMNS,
  parts: (where) =>
    lines(everyPage(), ({ item: { content, publishedAt }, isProven }) =>
      content.statements.flatMap(({ number }) => {
        const place = appearanceOf(content, number);
        return place === null ? [] : [{ ...present.statement(place, where), publishedAt, isProven }];
      }),
    ),
};

const claims: Table<ClaimLine> = {
  name: "claims",
  line: ClaimLine,
  columns: CLAIM_COLUMNS,
  parts: (where) => lines(everyClaim(), ({ item, isProven }) => [present.claimLine(item, isProven, where)]),
};

const corrections: Table<z.infer<typeof CorrectionLine>> = {
  name: "corrections",
  line: CorrectionLine,
  columns: CORRECTION_COLUMNS,
  parts: (where) =>
    lines(everyCorrection(), ({ item, isProven }) => [{ ...present.correction(item, where), isProven }]),
};

export const EXPORTS: readonly Export[] = [
  ...filesOf(articles),
  ...filesOf(statements),
  ...filesOf(claims),
  ...filesOf(corrections),
  {
    id: "claimReviews",
    about: "claimReviews",
    path: "/exports/claim-reviews.json",
    file: "onrecord-claim-reviews.json",
    type: TYPES.feed,
    line: null,
    pieces: reviewFeed,
  },
];

async function* lines<Item, Line>(
  parts: AsyncGenerator<readonly Told<Item>[], void>,
  linesOf: (told: Told<Item>) => readonly Line[],
): AsyncGenerator<readonly Line[], void> {
  for await (const part of parts) yield part.flatMap(linesOf);
}

function filesOf<Line>({ name, line, columns, parts }: Table<Line>): Export[] {
  const file = (format: "jsonl" | "csv") => ({
    id: `${name}${format === "csv" ? "Csv" : "Jsonl"}`,
    about: name,
    path: `/exports/${name}.${format}`,
    file: `onrecord-${name}.${format}`,
    type: TYPES[format],
  });
  return [
    {
      ...file("jsonl"),
      line,
      pieces: async function* (where) {
        for await (const part of parts(where)) {
          if (part.length > 0) yield `${part.map((one) => JSON.stringify(one)).join("\n")}\n`;
        }
      },
    },
    {
      ...file("csv"),
      line: null,
      pieces: async function* (where) {
        yield csv([columns.map(({ name: title }) => title)]);
        for await (const part of parts(where)) yield csv(part.map((one) => columns.map(({ of }) => of(one))));
      },
    },
  ];
}

/** Rows of a table. A cell that a spreadsheet would take for a formula gets an apostrophe before it. Source: RFC 4180. */
function csv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => (typeof cell === "boolean" ? String(cell) : cell))),
    { escape_formulas: true, record_delimiter: "windows" },
  );
}

type Cell = ReturnType<Column<never>["of"]>;

/** Verdicts that can't be verified are told to no machine, as on a claim's page. */
async function* reviewFeed({ origin }: Where): AsyncGenerator<string, void> {
  const [before, after] = reviewFeedFrame(origin);
  yield before;
  let comma = "";
  for await (const part of everyClaim()) {
    const items = part.flatMap(({ item, isProven }) =>
      isProven ? (reviewFeedItem(item, origin) ?? []) : [],
    );
    if (items.length === 0) continue;
    yield comma + items.join(",\n");
    comma = ",\n";
  }
  yield after;
}
