import { Prisma } from "#lib/db/generated/client";

/**
 * Is statement `s` of review `r` what is said of its place now? What stands of a page is its latest review, unless that was withdrawn: a new
 * one begins as a copy of the one before.
 */
export const STANDS = Prisma.sql`s."removedAt" IS NULL AND r."state" <> 'WITHDRAWN' AND NOT EXISTS (
  SELECT 1 FROM "Review" l WHERE l."versionId" = r."versionId" AND (l."createdAt", l."id") > (r."createdAt", r."id"))`;
