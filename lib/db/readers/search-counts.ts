import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { PublicationContent } from "#lib/domain/publications";
import { publisherSubject } from "#lib/domain/publisher-subject";
import {
  FACET_NAMES,
  type FacetCount,
  type FacetName,
  type Facets,
  type FoundName,
  NAMED_FACETS,
  SAID_FACETS,
  type SearchAsked,
  type SearchCounts,
} from "#lib/domain/search-filter";
import { latestFound, type Sifted, saidKeys } from "./search-sift";
import { queryOf, type Term, termsOf, textsOf } from "./search-words";
import { askedTwice, Shown } from "./shown";

/**
 * How much a search finds, by each facet. Counting goes no further than the latest rows of the list, however many there are; what a facet is
 * called comes from the publications, as all that readers see.
 */

/** Counting goes no further. */
export const MOST_COUNTED = 500;
/** Of publishers, speakers and topics. */
const MOST_NAMES = 8;
/** Of all else: years and months are the most. */
const MOST_VALUES = 150;
const MOST_VALUES_SHOWN = 12;

export function searchCounts(asked: SearchAsked): Promise<SearchCounts> {
  return askedTwice(() => countOnce(asked));
}

async function countOnce({ question, kind, facets }: SearchAsked): Promise<SearchCounts> {
  const { terms } = await termsOf(question?.parts ?? []);
  const query = queryOf(terms);
  if (query === null && question !== null) return NOTHING;
  const sifted = { query, texts: textsOf(terms), facets };
  const [pages, claims, statements] = await Promise.all([
    latestOf({ ...sifted, kind: "pages" }),
    latestOf({ ...sifted, kind: "claims" }),
    latestOf({ ...sifted, kind: "statements" }),
  ]);
  const all = [...pages, ...claims].sort(latestFirst).slice(0, MOST_COUNTED + 1);
  const found = { pages, claims, statements, all };
  const rows = await facetRows({ ...sifted, kind }, terms, found[kind ?? "all"].slice(0, MOST_COUNTED));
  const { named, isProven } = await namesOf(rows);
  return {
    most: MOST_COUNTED,
    kinds: {
      all: all.length,
      pages: pages.length,
      claims: claims.length,
      statements: statements.length,
    },
    facets: facetCounts(rows, named, facets),
    names: foundNames(rows, named),
    isProven,
  };
}

const NO_COUNTS = Object.fromEntries(FACET_NAMES.map((name) => [name, []]));
const NOTHING: SearchCounts = {
  most: MOST_COUNTED,
  kinds: { all: 0, pages: 0, claims: 0, statements: 0 },
  // Each facet has its list.
  facets: NO_COUNTS as unknown as SearchCounts["facets"],
  names: [],
  isProven: true,
};

/** A row of the index that is counted: of StandingText its subject, of StandingSaid its publication and number. */
interface Counted {
  readonly id: string;
  readonly number: number;
  readonly at: Date;
}

function latestOf(sifted: Sifted): Promise<Counted[]> {
  const key =
    sifted.kind === "statements"
      ? Prisma.sql`t."publicationId" AS id, t.number`
      : Prisma.sql`t."subjectId" AS id, 0 AS number`;
  return latestFound(
    { sifted, place: null, take: MOST_COUNTED + 1 },
    Prisma.sql`${key}, t."publishedAt" AS at`,
  );
}

const latestFirst = (a: Counted, b: Counted): number =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

interface FacetRow {
  readonly facet: FacetName;
  /** Of a name as the index has it. */
  readonly value: string;
  readonly n: number;
  /** It is a name that has all that was looked for. */
  readonly isNamed: boolean;
  /** The latest publication that has it. */
  readonly publicationId: string;
}

/**
 * The facets of the latest rows of the list, each value with how many rows have it. A page has of what its statements have by themselves only what stands
 * on those that the filters leave.
 */
function facetRows(
  { kind, facets }: Sifted,
  terms: readonly Term[],
  counted: readonly Counted[],
): Promise<FacetRow[]> {
  const said = kind === "statements" ? null : saidKeys(facets);
  const ofStatements = [...SAID_FACETS];
  const names = [...NAMED_FACETS];
  const keys =
    said === null
      ? Prisma.sql`SELECT f FROM unnest(found.facets) f`
      : Prisma.sql`
        SELECT f FROM unnest(found.facets) f WHERE split_part(f, ':', 1) <> ALL (${ofStatements}::text[])
        UNION
        SELECT f FROM "StandingSaid" s CROSS JOIN LATERAL unnest(s.facets) f
        WHERE s."publicationId" = found.id AND s.facets @> ${said} AND split_part(f, ':', 1) = ANY (${ofStatements}::text[])`;
  const ids = Prisma.sql`${counted.map(({ id }) => id)}::uuid[]`;
  const found =
    kind === "statements"
      ? Prisma.sql`unnest(${ids}, ${counted.map(({ number }) => number)}::int[]) WITH ORDINALITY AS key(id, number, place)
        JOIN "StandingSaid" t ON t."publicationId" = key.id AND t.number = key.number`
      : Prisma.sql`unnest(${ids}) WITH ORDINALITY AS key(id, place) JOIN "StandingText" t ON t."subjectId" = key.id`;
  return database().$queryRaw<FacetRow[]>`
    WITH found AS MATERIALIZED (
      SELECT key.place, t."publicationId" AS id, t.facets FROM ${found}
    ), counted AS (
      SELECT split_part(f, ':', 1) AS facet, substr(f, strpos(f, ':') + 1) AS value, count(*)::int AS n, min(place) AS place
      FROM found CROSS JOIN LATERAL (${keys}) keys GROUP BY f
    ), named AS (
      SELECT *, facet IN ('publisher', 'speaker') AND ${isNamed(terms)} AS "isNamed" FROM counted
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY facet ORDER BY "isNamed" DESC, n DESC, value) AS rank FROM named
    )
    SELECT facet, value, n, "isNamed", (SELECT found.id FROM found WHERE found.place = ranked.place) AS "publicationId"
    FROM ranked WHERE rank <= CASE WHEN facet = ANY (${names}::text[]) THEN ${MOST_NAMES}::int ELSE ${MOST_VALUES}::int END
    ORDER BY facet, n DESC, value`;
}

/** Whether a folded name has all that was looked for. Words hold letters and digits alone, so that none is an operator. */
function isNamed(terms: readonly Term[]): Prisma.Sql {
  const patterns = terms.map(({ forms }) => ` (${forms.join("|")}) `);
  return patterns.length === 0
    ? Prisma.sql`false`
    : Prisma.sql`' ' || value || ' ' ~ ALL (${patterns}::text[])`;
}

interface Named {
  readonly name: string;
  readonly recordId: string | null;
}

const isName = ({ facet }: Pick<FacetRow, "facet">): boolean => NAMED_FACETS.some((name) => name === facet);

const keyOf = ({ facet, value }: Pick<FacetRow, "facet" | "value">): string => `${facet}:${value}`;

/** By facet and value what a name is called in the latest publication that has it. */
async function namesOf(
  rows: readonly FacetRow[],
): Promise<{ named: ReadonlyMap<string, Named>; isProven: boolean }> {
  const names = rows.filter(isName);
  const shown = await Shown.of(names.map(({ publicationId }) => publicationId));
  const told = names.flatMap((row) => {
    const content = shown.content(row.publicationId);
    return content === null
      ? []
      : namesIn(content, row.facet).map((one) => ({ ...one, key: keyOf(row), facet: row.facet }));
  });
  const folded = await database().$queryRaw<{ name: string; value: string | null }[]>`
    SELECT name, promise_name(name) AS value FROM unnest(${[...new Set(told.map(({ name }) => name))]}::text[]) name`;
  const keys = new Map(folded.map(({ name, value }) => [name, value]));
  const named = new Map<string, Named>();
  for (const { key, facet, name, recordId } of told)
    if (`${facet}:${keys.get(name)}` === key && !named.has(key)) named.set(key, { name, recordId });
  return { named, isProven: shown.isProven && names.every((row) => named.has(keyOf(row))) };
}

function namesIn(content: PublicationContent, facet: FacetName): Named[] {
  if (facet === "topic") return (content.topics ?? []).map(({ name }) => ({ name, recordId: null }));
  if (content.kind === "CLAIM") return [];
  const { article, statements, sources } = content;
  if (facet === "publisher")
    return article.publisher === null
      ? []
      : [{ name: article.publisher, recordId: publisherSubject(article.publisher) }];
  const ids = new Map(sources?.speakers.map(({ number, id }) => [number, id]));
  return statements.flatMap(({ number, speaker }) =>
    speaker === null ? [] : [{ name: speaker.name, recordId: ids.get(number) ?? null }],
  );
}

/** The values that a reader may choose. What is chosen already isn't offered again, but for the months of its year. */
function facetCounts(
  rows: readonly FacetRow[],
  named: ReadonlyMap<string, Named>,
  facets: Facets,
): SearchCounts["facets"] {
  const counts = (facet: FacetName): FacetCount[] => {
    const chosen = facets[facet];
    const isDays = facet === "date" || facet === "due";
    const isOffered = ({ value }: FacetRow) =>
      isDays
        ? chosen === null
          ? !/^\d{4}-/.test(value)
          : chosen.length === 4 && value.startsWith(`${chosen}-`)
        : chosen === null;
    const offered = rows.filter((row) => row.facet === facet && isOffered(row));
    const values = offered.flatMap((row) => {
      if (!isName(row)) return [{ value: row.value, n: row.n }];
      const name = named.get(keyOf(row))?.name;
      return name === undefined ? [] : [{ value: name, n: row.n }];
    });
    if (isDays) values.sort((a, b) => (a.value < b.value ? 1 : -1));
    return values.slice(0, MOST_VALUES_SHOWN);
  };
  // Each facet has its list.
  return Object.fromEntries(
    FACET_NAMES.map((name) => [name, counts(name)]),
  ) as unknown as SearchCounts["facets"];
}

function foundNames(rows: readonly FacetRow[], named: ReadonlyMap<string, Named>): FoundName[] {
  return rows.flatMap((row): FoundName[] => {
    const found = named.get(keyOf(row));
    const { facet: kind, n } = row;
    if (!row.isNamed || found === undefined || (kind !== "publisher" && kind !== "speaker")) return [];
    return [{ kind, ...found, n }];
  });
}
