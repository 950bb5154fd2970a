import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import type { Question, Respelt, SearchFacets, SearchPage, SearchResult, Sought } from "#lib/domain/search";
import { WORD } from "#lib/domain/search";
import { claimsById } from "./claims";
import { listPart } from "./lists";
import { askedTwice, Shown } from "./shown";

/**
 * The search over pages and claims that stand. It asks `StandingText`, whose rows only say where words are: what is shown comes from the
 * publications, by `Shown`. How a word is folded and stemmed is told by the database, by the functions that made the index.
 */

const RESULTS_ON_A_PAGE = 20;
const MOST_MEANT = 5;
const MOST_LOOKED_AT = 100;
/** Of each page as many words are looked at for what to mark. */
const MOST_MARKED = 4_000;

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly kind: "ARTICLE" | "CLAIM";
  readonly publicationId: string;
  /** How much of what was looked for is said there, and how close together: PostgreSQL's `ts_rank`. */
  readonly rank: number;
}

export interface SearchAsked extends SearchFacets {
  readonly question: Question;
  readonly place: ListPlace | null;
}

/** Everything of the question has to be found, each word as it is, by its English stem, or as a word that is like it where nothing holds it. */
export function searchPublished(asked: SearchAsked): Promise<SearchPage> {
  return askedTwice(() => searchOnce(asked));
}

/** All of these terms, as a tsquery; null where nothing is left of them, or one isn't found anywhere. */
export function queryOf(terms: readonly Term[]): string | null {
  return terms.length === 0 || terms.some(({ isFound }) => !isFound)
    ? null
    : terms.map(({ term }) => term).join(" & ");
}

async function searchOnce({ question, place, kind }: SearchAsked): Promise<SearchPage> {
  const { terms, respelt } = await termsOf(question.parts);
  const query = queryOf(terms);
  const empty = { results: [], older: null, newer: null, hits: new Set<string>(), isProven: true };
  if (query === null) {
    return { ...empty, respelt, alone: terms.filter(({ isFound }) => isFound).map(({ typed }) => typed) };
  }
  const part = await listPart(place, RESULTS_ON_A_PAGE, (from, take) => rowsOf(query, { kind }, from, take));
  const { older, newer } = part;
  const rows = [...part.rows].sort(byDayAndRank);
  if (rows.length === 0) return { ...empty, respelt, alone: alone(terms) };
  const { results, isProven } = await resultsOf(rows);
  const hits = await hitsAmong(results, terms);
  return { results, older, newer, respelt, alone: [], hits, isProven };
}

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

/** The rows of a part of the list. Each facet is a condition more. */
function rowsOf(
  query: string,
  { kind }: SearchFacets,
  place: ListPlace | null,
  take: number,
): Promise<Row[]> {
  const isBack = place?.way === "before";
  const conditions = [
    Prisma.sql`t.words @@ ${query}::tsquery`,
    ...(kind === null ? [] : [Prisma.sql`t.kind = ${kind === "pages" ? "ARTICLE" : "CLAIM"}::"ReviewKind"`]),
    ...(place === null
      ? []
      : [
          Prisma.sql`(t."publishedAt", t."subjectId") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
            (${place.cursor.at}::timestamptz, ${place.cursor.id}::uuid)`,
        ]),
  ];
  const order = isBack
    ? Prisma.sql`t."publishedAt", t."subjectId"`
    : Prisma.sql`t."publishedAt" DESC, t."subjectId" DESC`;
  return database().$queryRaw<Row[]>`
    SELECT t."subjectId" AS id, t."publishedAt" AS at, t.kind::text, t."publicationId",
      ts_rank(t.words, ${query}::tsquery)::float8 AS rank FROM "StandingText" t
    WHERE ${Prisma.join(conditions, " AND ")} ORDER BY ${order} LIMIT ${take}`;
}

async function resultsOf(rows: readonly Row[]): Promise<{ results: SearchResult[]; isProven: boolean }> {
  const pages = rows.filter(({ kind }) => kind === "ARTICLE");
  const [shown, claims] = await Promise.all([
    Shown.of(pages.map(({ publicationId }) => publicationId)),
    claimsById(rows.filter(({ kind }) => kind === "CLAIM").map(({ id }) => id)),
  ]);
  const results = rows.flatMap(({ id, at, kind, publicationId }): SearchResult[] => {
    if (kind === "CLAIM") {
      const claim = claims.byId.get(id);
      return claim === undefined ? [] : [{ kind: "claims", id, claim }];
    }
    const content = shown.article(publicationId);
    return content === null ? [] : [{ kind: "pages", id, content, publishedAt: at.toISOString() }];
  });
  return { results, isProven: shown.isProven && claims.isProven && results.length === rows.length };
}

export interface Term {
  /** As it was typed. */
  readonly typed: string;
  /** A part of a tsquery, of folded words alone. */
  readonly term: string;
  readonly isFound: boolean;
}

interface Folded {
  readonly part: number;
  readonly typed: string;
  /** Null where nothing of it is left. */
  readonly term: string | null;
  readonly words: readonly string[];
  readonly isFound: boolean;
}

/** What is asked of the index for each part, and which of them nothing published holds as they were typed. */
export async function termsOf(parts: readonly Sought[]): Promise<{ terms: Term[]; respelt: Respelt[] }> {
  const folded = await foldedOf(parts);
  const unknown = folded.filter(({ isFound, words }) => !isFound && words.length === 1);
  const meant = await meantBy(unknown.flatMap(({ words }) => words));
  const respelt: Respelt[] = [];
  const terms = folded.flatMap(({ typed, term, words, isFound }): Term[] => {
    if (term === null) return [];
    if (isFound) return [{ typed, term, isFound }];
    const read = words.length === 1 ? (meant.get(words[0] ?? "") ?? []) : [];
    respelt.push({ typed, read });
    const others = read.map((word) => `'${word}'`).join(" | ");
    return [{ typed, term: read.length === 0 ? term : `(${others})`, isFound: read.length > 0 }];
  });
  return { terms, respelt };
}

/** Each part as the index has its words: folded, with their stems; words between quotation marks one behind the other. */
async function foldedOf(parts: readonly Sought[]): Promise<Folded[]> {
  const rows = await database().$queryRaw<
    { part: number; term: string | null; words: string[] | null; isFound: boolean }[]
  >`
    SELECT said.part::int, made.term, made.words,
      coalesce(made."isKnown", false) AS "isFound"
    FROM unnest(${parts.map((part) => part.join(" "))}::text[]) WITH ORDINALITY AS said(text, part)
    CROSS JOIN LATERAL (
      SELECT string_agg(forms.any_of, ' <-> ' ORDER BY w.place) AS term, array_agg(w.word ORDER BY w.place) AS words,
        bool_and(EXISTS (SELECT 1 FROM "StandingWord" k WHERE k.stem = search_stem(w.word))) AS "isKnown"
      FROM search_words(said.text) w CROSS JOIN LATERAL (
        SELECT '(' || string_agg('''' || lexeme || '''', ' | ') || ')' AS any_of FROM unnest(search_vector(w.word))
      ) forms
    ) made
    ORDER BY said.part`;
  return rows.map(({ part, term, words, isFound }) => ({
    part,
    typed: (parts[part - 1] ?? []).join(" "),
    term: term === null ? null : `(${term})`,
    words: words ?? [],
    isFound,
  }));
}

/**
 * For each of these words the published ones that it may stand for: first those that differ in one letter (one more, one less, another, or
 * moved: what two words share that were each left a letter out), then those that begin with it. Mistakes are rare in a word's first letter.
 */
async function meantBy(words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (words.length === 0) return new Map();
  const rows = await database().$queryRaw<{ asked: string; read: string[] }[]>`
    SELECT asked.word AS asked, array_agg(near.word ORDER BY near.rank, near.texts DESC, near.word) AS read
    FROM unnest(${words}::text[]) asked(word) CROSS JOIN LATERAL (
      (SELECT w.word, w.texts, CASE WHEN left(w.word, 1) = left(asked.word, 1) THEN 0 ELSE 1 END AS rank FROM "StandingWord" w
        WHERE w.near && search_near(asked.word) LIMIT ${MOST_LOOKED_AT})
      UNION ALL
      (SELECT w.word, w.texts, 2 FROM "StandingWord" w
        WHERE length(asked.word) >= 4 AND w.word >= asked.word AND w.word < asked.word || chr(1114111)
          AND length(w.word) > length(asked.word) + 1 LIMIT ${MOST_LOOKED_AT})
    ) near GROUP BY asked.word`;
  return new Map(rows.map(({ asked, read }) => [asked, read.slice(0, MOST_MEANT)]));
}

/** Which words of these results are what was looked for. */
async function hitsAmong(
  results: readonly SearchResult[],
  terms: readonly Term[],
): Promise<ReadonlySet<string>> {
  const said = new Set<string>();
  for (const result of results) for (const word of wordsOf(result)) said.add(word);
  const query = terms.map(({ term }) => term.replaceAll("<->", "|")).join(" | ");
  const rows = await database().$queryRaw<{ word: string }[]>`
    SELECT word FROM unnest(${[...said]}::text[]) word WHERE search_vector(word) @@ ${query}::tsquery`;
  return new Set(rows.map(({ word }) => word));
}

function wordsOf(result: SearchResult): readonly string[] {
  const texts =
    result.kind === "claims"
      ? [result.claim.wording]
      : [result.content.article.title, ...result.content.statements.map(({ exact }) => exact)];
  return (texts.join(" ").toLowerCase().match(WORD) ?? []).slice(0, MOST_MARKED);
}
