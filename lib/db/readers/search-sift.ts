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

/** Of several facets that a statement has by itself one statement of the page has to have all. */
function onOneStatement(facets: Facets): Prisma.Sql[] {
  const said = chosenFacets(facets).filter(({ name }) => OF_STATEMENTS.has(name));
  if (said.length < 2) return [];
  return [
    Prisma.sql`EXISTS (SELECT 1 FROM "StandingSaid" s
      WHERE s."publicationId" = t."publicationId" AND s.facets @> ${keysOf(said)})`,
  ];
}

/** Whether rows of this kind can have these facets at all: a verdict is a claim's, a topic anything's, and all else is of pages and what they say. */
function canHave(kind: SearchKind | null, chosen: Chosen): boolean {
  const hasPages = kind !== "claims" && chosen.every(({ name }) => name !== "verdict");
  const isOfClaims = chosen.every(({ name }) => name === "verdict" || name === "topic");
  const hasClaims = (kind === null || kind === "claims") && isOfClaims;
  return hasPages || hasClaims;
}

/** Everything behind FROM. The rows are called `t`. */
export function rowsThat({ query, kind, facets }: Sifted, place: SearchPlace | null): Prisma.Sql {
  const isSaid = kind === "statements";
  const chosen = chosenFacets(facets);
  const conditions = [
    ...(canHave(kind, chosen) ? [] : [Prisma.sql`false`]),
    ...(query === null ? [] : [Prisma.sql`t.words @@ ${query}::tsquery`]),
    ...(kind === null || isSaid
      ? []
      : [Prisma.sql`t.kind = ${kind === "pages" ? "ARTICLE" : "CLAIM"}::"ReviewKind"`]),
    ...(chosen.length === 0 ? [] : [Prisma.sql`t.facets @> ${keysOf(chosen)}`]),
    ...(isSaid ? [] : onOneStatement(facets)),
    ...(place === null ? [] : [behindPlace(place, isSaid)]),
  ];
  const where =
    conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
  const from = isSaid ? Prisma.sql`"StandingSaid" t` : Prisma.sql`"StandingText" t`;
  return Prisma.sql`${from} ${where}`;
}

function behindPlace({ way, cursor }: SearchPlace, isSaid: boolean): Prisma.Sql {
  const sign = way === "before" ? Prisma.sql`>` : Prisma.sql`<`;
  return isSaid
    ? Prisma.sql`(t."publishedAt", t."publicationId", t.number) ${sign}
        (${cursor.at}::timestamptz, ${cursor.id}::uuid, ${cursor.number ?? 0}::int)`
    : Prisma.sql`(t."publishedAt", t."subjectId") ${sign} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`;
}

/** The latest first, or the other way round where the list is read back. */
export function orderOf(kind: SearchKind | null, isBack: boolean): Prisma.Sql {
  if (kind === "statements")
    return isBack
      ? Prisma.sql`t."publishedAt", t."publicationId", t.number`
      : Prisma.sql`t."publishedAt" DESC, t."publicationId" DESC, t.number DESC`;
  return isBack
    ? Prisma.sql`t."publishedAt", t."subjectId"`
    : Prisma.sql`t."publishedAt" DESC, t."subjectId" DESC`;
}
