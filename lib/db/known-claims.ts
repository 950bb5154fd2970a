import { database } from "./client";

/** More than this and matching needs an index of its own. The latest are the ones that come round again. */
const MOST = 5000;

/** What new statements are compared with: claims, in their own words. */
export function knownClaims(): Promise<{ id: string; wording: string }[]> {
  return database().claim.findMany({
    select: { id: true, wording: true },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
}
