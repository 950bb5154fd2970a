import { database } from "./client";

/** More than this and matching needs an index of its own. The latest are the ones that come round again. */
const MOST = 5000;
const QUOTES = 5;

/** What new statements are compared with: claims, in their own words and in those of the latest statements joined to them. */
export async function knownClaims(): Promise<{ id: string; wording: string; quotes: string[] }[]> {
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
