import { NEAR, rowsFound } from "#lib/db/core/found";
import { Prisma } from "#lib/db/generated/client";
import type { SearchKind } from "#lib/domain/search";
import {
  chosenFacets,
  type FacetName,
  type Facets,
  NAMED_FACETS,
  SAID_FACETS,
  type SearchPlace,
} from "#lib/domain/search-filter";

/** Which rows of the index a search means. Each facet is a condition that the index of facets answers. */
export interface Sifted {
  /** A tsquery; null where no word is looked for. */
  readonly query: string | null;
  /** At most so many pages and claims have all its words; null where no word is looked for. */
  readonly texts: number | null;
  readonly kind: SearchKind | null;
  readonly facets: Facets;
}

const NAMES: ReadonlySet<FacetName> = new Set<FacetName>(NAMED_FACETS);
const OF_STATEMENTS: ReadonlySet<FacetName> = new Set<FacetName>(SAID_FACETS);

type Chosen = ReturnType<typeof chosenFacets>;

/** These facets as the index has them. A name that folds to nothing is found nowhere. */
function keysOf(chosen: Chosen): Prisma.Sql {
  const keys = chosen.map(({ name, value }) =>
    NAMES.has(name)
      ? Prisma.sql`${`${name}:`}::text || promise_name(${value}::text)`
      : Prisma.sql`${`${name}:${value}`}::text`,
  );
  return Prisma.sql`ARRAY[${Prisma.join(keys)}]::text[]`;
}

/** Those facets that have to be of one statement; null where there are none. */
export function saidKeys(facets: Facets): Prisma.Sql | null {
  const said = chosenFacets(facets).filter(({ name }) => OF_STATEMENTS.has(name));
  return said.length === 0 ? null : keysOf(said);
}

type Way = "along" | "byIndex";

/**
 * That a row has these facets. Of several that a statement has by itself one statement of the page has to have all: along the list each page is
 * looked at; by the index such statements are found first, as they may be few where the pages that have all of them somewhere are many.
 */
function hasFacets(kind: SearchKind | null, chosen: Chosen, way: Way): Prisma.Sql[] {
  const said = chosen.filter(({ name }) => OF_STATEMENTS.has(name));
  if (kind === "statements" || said.length < 2) return hasAll(chosen);
  const has = Prisma.sql`s.facets @> ${keysOf(said)}`;
  return way === "along"
    ? [
        ...hasAll(chosen),
        Prisma.sql`EXISTS (SELECT 1 FROM "StandingSaid" s WHERE s."publicationId" = t."publicationId" AND ${has})`,
      ]
    : [
        ...hasAll(chosen.filter((one) => !said.includes(one))),
        Prisma.sql`t."publicationId" = ANY (ARRAY(SELECT s."publicationId" FROM "StandingSaid" s WHERE ${has}))`,
      ];
}

const hasAll = (chosen: Chosen): Prisma.Sql[] =>
  chosen.length === 0 ? [] : [Prisma.sql`t.facets @> ${keysOf(chosen)}`];

/** Whether rows of this kind can have these facets at all: a verdict is a claim's, a topic anything's, and all else is of pages and what they say. */
function canHave(kind: SearchKind | null, chosen: Chosen): boolean {
  const hasPages = kind !== "claims" && chosen.every(({ name }) => name !== "verdict");
  const isOfClaims = chosen.every(({ name }) => name === "verdict" || name === "topic");
  const hasClaims = (kind === null || kind === "claims") && isOfClaims;
  return hasPages || hasClaims;
}

/** What has to be true of a row `t` beyond its kind and its place in the list. */
function conditionsOf({ query, kind, facets }: Sifted, way: Way): Prisma.Sql {
  const chosen = chosenFacets(facets);
  const conditions = [
    canHave(kind, chosen) ? Prisma.sql`true` : Prisma.sql`false`,
    ...(query === null ? [] : [Prisma.sql`t.words @@ ${query}::tsquery`]),
    ...hasFacets(kind, chosen, way),
  ];
  return Prisma.join(conditions, " AND ");
}

/** The rows of a list, called `t`, behind a place in it. A kind is written out, so that its index serves. */
function listOf(kind: SearchKind | null, place: SearchPlace | null): Prisma.Sql {
  const from = kind === "statements" ? Prisma.sql`"StandingSaid" t` : Prisma.sql`"StandingText" t`;
  const ofKind = kind === "pages" || kind === "claims" ? KINDS[kind] : Prisma.sql`true`;
  const behind = place === null ? Prisma.sql`true` : behindPlace(place, kind === "statements");
  return Prisma.sql`${from} WHERE ${ofKind} AND ${behind}`;
}

const KINDS = { pages: Prisma.sql`t.kind = 'ARTICLE'`, claims: Prisma.sql`t.kind = 'CLAIM'` } as const;

/** A part of the list of what a search finds. */
export interface Part {
  readonly sifted: Sifted;
  readonly place: SearchPlace | null;
  readonly take: number;
}

/** The rows of this part in their order, of each what `columns` says of `t`. */
export function latestFound<Row>(part: Part, columns: Prisma.Sql): Promise<Row[]> {
  const { sifted, take, place } = part;
  const order = orderOf(sifted.kind, place?.way === "before");
  const reading = (rows: Prisma.Sql) => Prisma.sql`SELECT ${columns} FROM (${rows}) t ORDER BY ${order}`;
  return rowsFound<Row>({
    along: (far) => reading(rowsAmong(part, order, far)),
    byIndex: reading(rowsAnywhere(part, order)),
    take,
    isRare: sifted.texts !== null && sifted.texts <= NEAR,
  });
}

function rowsAmong({ sifted, place, take }: Part, order: Prisma.Sql, far: number): Prisma.Sql {
  return Prisma.sql`SELECT * FROM (SELECT * FROM ${listOf(sifted.kind, place)} ORDER BY ${order} LIMIT ${far}) t
    WHERE ${conditionsOf(sifted, "along")} ORDER BY ${order} LIMIT ${take}`;
}

/** Pages and claims have an index each. */
function rowsAnywhere({ sifted, place, take }: Part, order: Prisma.Sql): Prisma.Sql {
  const kinds = sifted.kind === null ? (["pages", "claims"] as const) : [sifted.kind];
  const parts = kinds.map(
    (
      kind,
    ) => Prisma.sql`(SELECT * FROM ${listOf(kind, place)} AND ${conditionsOf({ ...sifted, kind }, "byIndex")}
      ORDER BY ${order} LIMIT ${take})`,
  );
  return Prisma.sql`SELECT * FROM (${Prisma.join(parts, " UNION ALL ")}) t ORDER BY ${order} LIMIT ${take}`;
}

function behindPlace({ way, cursor }: SearchPlace, isSaid: boolean): Prisma.Sql {
  const sign = way === "before" ? Prisma.sql`>` : Prisma.sql`<`;
  return isSaid
    ? Prisma.sql`(t."publishedAt", t."publicationId", t.number) ${sign}
        (${cursor.at}::timestamptz, ${cursor.id}::uuid, ${cursor.number ?? 0}::int)`
    : Prisma.sql`(t."publishedAt", t."subjectId") ${sign} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
}

/** The latest first, or the other way round where the list is read back. */
function orderOf(kind: SearchKind | null, isBack: boolean): Prisma.Sql {
  if (kind === "statements")
    return isBack
      ? Prisma.sql`t."publishedAt", t."publicationId", t.number`
      : Prisma.sql`t."publishedAt" DESC, t."publicationId" DESC, t.number DESC`;
  return isBack
    ? Prisma.sql`t."publishedAt", t."subjectId"`
    : Prisma.sql`t."publishedAt" DESC, t."subjectId" DESC`;
}
