import type { PlaceRow } from "#lib/db/audit/standing";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import type { ClaimPage, ListedClaim } from "#lib/domain/published";
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

function claimRows(place: ListPlace | null, take: number): Promise<ClaimRow[]> {
  const { from, order } = behind(place, { at: Prisma.sql`s."publishedAt"`, id: Prisma.sql`s."claimId"` });
  return database().$queryRaw<ClaimRow[]>`
    SELECT s."claimId" AS id, s."publishedAt" AS at, s.appearances AS count,
      (SELECT c.slug FROM "Claim" c WHERE c.id = s."claimId") AS slug,
      (SELECT own."publicationId" FROM "Standing" own WHERE own."subjectId" = s."claimId") AS own
    FROM "StandingClaim" s ${from} ORDER BY ${order} LIMIT ${take}`;
}

/** Each with the place where it was said first, and no other. */
async function listedClaims(rows: readonly ClaimRow[]): Promise<Pick<ClaimPage, "claims" | "isProven">> {
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
