import type { PlaceRow } from "#lib/db/audit/standing";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import {
  ALONE,
  type ClaimPage,
  type ListedClaim,
  type Neighbour,
  type Neighbours,
} from "#lib/domain/published";
import { behind, listPart, totalOf } from "./lists";
import { firstPlaces, latestPlaces } from "./places";
import { Shown } from "./shown";

/** Claims that readers can open, the latest published first. */

const CLAIMS_ON_A_PAGE = 20;

interface ClaimRow {
  readonly id: string;
  readonly at: Date;
  readonly slug: string;
  readonly count: number;
  /** The publication of its own verdict. */
  readonly own: string | null;
}

const CLAIM_ROWS = Prisma.sql`
  SELECT s."claimId" AS id, s."publishedAt" AS at, s.appearances AS count,
    (SELECT c.slug FROM "Claim" c WHERE c.id = s."claimId") AS slug,
    (SELECT own."publicationId" FROM "Standing" own WHERE own."subjectId" = s."claimId") AS own
  FROM "StandingClaim" s`;

/** A part of the list. `isProven` is false where anything that it shows isn't what was published. */
export async function claimPage(place: ListPlace | null): Promise<ClaimPage> {
  const [{ rows, older, newer }, total] = await Promise.all([
    listPart(place, CLAIMS_ON_A_PAGE, claimRows),
    totalOf("StandingClaim"),
  ]);
  return { ...(await listedClaims(rows)), total, older, newer };
}

export async function latestClaims(take: number): Promise<Pick<ClaimPage, "claims" | "isProven">> {
  return listedClaims(await claimRows(null, take));
}

export function claimRows(place: ListPlace | null, take: number): Promise<ClaimRow[]> {
  const { from, order } = behind(place, { at: Prisma.sql`s."publishedAt"`, id: Prisma.sql`s."claimId"` });
  return database().$queryRaw<ClaimRow[]>`${CLAIM_ROWS} ${from} ORDER BY ${order} LIMIT ${take}`;
}

/** Those of these claims that can be opened, by their id. */
export async function claimsById(
  ids: readonly string[],
): Promise<{ readonly byId: ReadonlyMap<string, ListedClaim>; readonly isProven: boolean }> {
  if (ids.length === 0) return { byId: new Map(), isProven: true };
  const rows = await database().$queryRaw<ClaimRow[]>`${CLAIM_ROWS} WHERE s."claimId" = ANY (${ids}::uuid[])`;
  const { claims, isProven } = await listedClaims(rows);
  const idOf = new Map(rows.map(({ slug, id }) => [slug, id]));
  return { byId: new Map(claims.map((claim) => [idOf.get(claim.slug) ?? "", claim])), isProven };
}

/** The claims that were published next before and next after this one; null where it is the last or the first. */
export async function claimNeighbours(claimId: string): Promise<Neighbours> {
  const at = (await database().standingClaim.findUnique({ where: { claimId } }))?.publishedAt;
  if (at === undefined) return ALONE;
  const cursor = { at, id: claimId };
  const [[older], [newer]] = await Promise.all([
    claimRows({ way: "after", cursor }, 1),
    claimRows({ way: "before", cursor }, 1),
  ]);
  const { byId, isProven } = await claimsById([older, newer].flatMap((row) => row?.id ?? []));
  if (!isProven) return ALONE;
  const link = (row: ClaimRow | undefined): Neighbour | null => {
    const claim = row && byId.get(row.id);
    return claim ? { href: `/claims/${claim.slug}`, title: claim.wording } : null;
  };
  return { older: link(older), newer: link(newer) };
}

/** Each with the place where it was said first, and no other. */
export async function listedClaims(
  rows: readonly ClaimRow[],
): Promise<Pick<ClaimPage, "claims" | "isProven">> {
  const unworded = rows.filter(({ own, count }) => own === null && count > 1);
  const [first, latest] = await Promise.all([
    firstPlaces(rows.map(({ id }) => id)).then(bySlug),
    latestPlaces(unworded.map(({ id }) => id)).then(bySlug),
  ]);
  const places = [...first.values(), ...latest.values()].map(({ publicationId }) => publicationId);
  const shown = await Shown.of([...rows.map(({ own }) => own), ...places]);
  const claims = rows.flatMap((row) => {
    const said = first.get(row.slug) ?? null;
    return listedClaim(shown, row, said, latest.get(row.slug) ?? said) ?? [];
  });
  return { claims, isProven: shown.isProven && claims.length === rows.length };
}

const bySlug = (places: readonly PlaceRow[]) => new Map(places.map((place) => [place.claimSlug, place]));

function listedClaim(
  shown: Shown,
  { slug, at, own: ownId }: ClaimRow,
  first: PlaceRow | null,
  latest: PlaceRow | null,
): ListedClaim | null {
  const own = ownId === null ? null : shown.claim(ownId);
  const place = first === null ? null : shown.place(first);
  const newest = latest === null ? null : shown.place(latest);
  const wording = own?.content.claim.wording ?? newest?.statement.claim?.wording;
  if (wording === undefined || (own !== null && own.content.claim.slug !== slug)) return null;
  return { slug, wording, own, appearances: place === null ? [] : [place], publishedAt: at.toISOString() };
}
