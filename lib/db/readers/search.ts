import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { statementCursor, timeCursor } from "#lib/domain/cursors";
import type { SearchPage, SearchResult } from "#lib/domain/search";
import { WORD } from "#lib/domain/search";
import type { SearchAsked, SearchPlace } from "#lib/domain/search-filter";
import { claimsById } from "./claims";
import { listPart } from "./lists";
import { placesAt } from "./places";
import { latestFound, type Sifted } from "./search-sift";
import { queryOf, type Term, termsOf, textsOf } from "./search-words";
import { askedTwice, Shown } from "./shown";

/**
 * The search over pages, claims and statements that stand. It asks `StandingText` and `StandingSaid`, whose rows only say where words are: what is
 * shown comes from the publications, by `Shown`.
 */

const RESULTS_ON_A_PAGE = 20;
/** Of each page as many words are looked at for what to mark. */
const MOST_MARKED = 4_000;

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: "ARTICLE" | "CLAIM" | "STATEMENT";
  readonly publicationId: string;
  /** Of a statement; 0 for all else. */
  readonly number: number;
  /** How much of what was looked for is said there, and how close together: PostgreSQL's `ts_rank`. */
  readonly rank: number;
}

/** Everything of the question has to be found, each word as it is, by its English stem, or as a word that is like it where nothing holds it. */
export function searchPublished(asked: SearchAsked, place: SearchPlace | null): Promise<SearchPage> {
  return askedTwice(() => searchOnce(asked, place));
}

async function searchOnce(
  { question, kind, facets }: SearchAsked,
  place: SearchPlace | null,
): Promise<SearchPage> {
  const { terms, respelt } = await termsOf(question?.parts ?? []);
  const query = queryOf(terms);
  const empty = { results: [], older: null, newer: null, hits: new Set<string>(), isProven: true };
  if (query === null && question !== null) {
    return { ...empty, respelt, alone: terms.filter(({ isFound }) => isFound).map(({ typed }) => typed) };
  }
  const sifted = { query, texts: textsOf(terms), kind, facets };
  const part = await listPart(place, RESULTS_ON_A_PAGE, (from, take) => rowsOf(sifted, from, take), cursorOf);
  const { older, newer } = part;
  const rows = [...part.rows].sort(byDayAndRank);
  if (rows.length === 0) return { ...empty, respelt, alone: alone(terms) };
  const { results, isProven } = await resultsOf(rows);
  const hits = await hitsAmong(results, terms);
  return { results, older, newer, respelt, alone: [], hits, isProven };
}

const cursorOf = ({ kind, at, publicationId, number, id }: Row): string =>
  kind === "STATEMENT" ? statementCursor({ at, id: publicationId, number }) : timeCursor({ at, id });

/**
 * The latest day first; of one day what says most of it, then the latest. The list is read by time, so that it is read by an index whatever stands
 * in it: a day that goes over two parts of the list is in this order in each of them.
 */
function byDayAndRank(a: Row, b: Row): number {
  const [day, other] = [calendarDay(a.at), calendarDay(b.at)];
  if (day !== other) return day < other ? 1 : -1;
  return b.rank - a.rank || b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);
}

const alone = (terms: readonly Term[]): string[] => (terms.length < 2 ? [] : terms.map(({ typed }) => typed));

/** The rows of a part of the list. */
function rowsOf(sifted: Sifted, place: SearchPlace | null, take: number): Promise<Row[]> {
  const { query, kind } = sifted;
  const columns =
    kind === "statements"
      ? Prisma.sql`t."publicationId" || ' ' || t.number AS id, 'STATEMENT' AS kind, t.number`
      : Prisma.sql`t."subjectId" AS id, t.kind::text, 0 AS number`;
  const rank = query === null ? Prisma.sql`0` : Prisma.sql`ts_rank(t.words, ${query}::tsquery)`;
  return latestFound<Row>(
    { sifted, place, take },
    Prisma.sql`${columns}, t."publishedAt" AS at, t."publicationId", ${rank}::float8 AS rank`,
  );
}

async function resultsOf(rows: readonly Row[]): Promise<{ results: SearchResult[]; isProven: boolean }> {
  const [shown, claims, places] = await Promise.all([
    Shown.of(rows.filter(({ kind }) => kind !== "CLAIM").map(({ publicationId }) => publicationId)),
    claimsById(rows.filter(({ kind }) => kind === "CLAIM").map(({ id }) => id)),
    placesAt(rows.filter(({ kind }) => kind === "STATEMENT")),
  ]);
  const placeOf = new Map(places.map((row) => [`${row.publicationId} ${row.number}`, row]));
  const results = rows.flatMap(({ id, at, kind, publicationId }): SearchResult[] => {
    if (kind === "CLAIM") {
      const claim = claims.byId.get(id);
      return claim === undefined ? [] : [{ kind: "claims", id, claim }];
    }
    const publishedAt = at.toISOString();
    if (kind === "STATEMENT") {
      const row = placeOf.get(id);
      const place = row === undefined ? null : shown.place(row);
      return place === null ? [] : [{ kind: "statements", id, place, publishedAt }];
    }
    const content = shown.article(publicationId);
    return content === null ? [] : [{ kind: "pages", id, content, publishedAt }];
  });
  return { results, isProven: shown.isProven && claims.isProven && results.length === rows.length };
}

/** Which words of these results are what was looked for. */
async function hitsAmong(
  results: readonly SearchResult[],
  terms: readonly Term[],
): Promise<ReadonlySet<string>> {
  if (terms.length === 0) return new Set();
  const said = new Set<string>();
  for (const result of results) for (const word of wordsOf(result)) said.add(word);
  const query = terms.map(({ term }) => term.replaceAll("<->", "|")).join(" | ");
  const rows = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${[...said]}::text[]) word WHERE search_vector(word) @@ ${query}::tsquery`;
  return new Set(rows.map(({ word }) => word));
}

function saidIn(result: SearchResult): readonly (string | undefined)[] {
  if (result.kind === "claims") return [result.claim.wording, result.claim.own?.content.verdict.explanation];
  if (result.kind === "statements") {
    const { statement, article } = result.place;
    return [statement.exact, statement.speaker?.name, article.title];
  }
  return [result.content.article.title, ...result.content.statements.map(({ exact }) => exact)];
}

function wordsOf(result: SearchResult): readonly string[] {
  return (saidIn(result).join(" ").toLowerCase().match(WORD) ?? []).slice(0, MOST_MARKED);
}
