import { database } from "#lib/db/core/client";

/** More than this and matching needs an index of its own. The latest are the ones that come round again. */
const MOST = 5000;
const QUOTES = 5;

/** How old what we know may be, in milliseconds: a claim that was just made is matched this much later. */
const FRESH_FOR = 2_000;

interface KnownClaim {
  readonly id: string;
  readonly wording: string;
  readonly quotes: readonly string[];
}

interface Held {
  /** The address of the database that they were read from. */
  readonly url: string | undefined;
  readonly readAt: number;
  readonly claims: Promise<readonly KnownClaim[]>;
}

let held: Held | null = null;

/**
 * What new statements are compared with: claims, in their own words and in those of the latest statements joined to them.
 * Pages that come in at the same time are given the same list, so that it isn't read, and prepared for matching, for each.
 */
export function knownClaims(): Promise<readonly KnownClaim[]> {
  const url = process.env.DATABASE_URL;
  const now = performance.now();
  if (held !== null && held.url === url && now - held.readAt < FRESH_FOR) return held.claims;
  const claims = readClaims();
  held = { url, readAt: now, claims };
  claims.catch(() => {
    if (held?.claims === claims) held = null;
  });
  return claims;
}

async function readClaims(): Promise<readonly KnownClaim[]> {
  const claims = await database().claim.findMany({
    select: {
      id: true,
      wording: true,
      statements: {
        where: { removedAt: null },
        select: { exact: true },
        orderBy: { createdAt: "desc" },
        take: QUOTES,
      },
    },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
  return claims.map(({ id, wording, statements }) => ({
    id,
    wording,
    quotes: statements.map(({ exact }) => exact),
  }));
}
