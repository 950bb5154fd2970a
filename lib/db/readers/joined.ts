import { unprovenPublications } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { JoinedLink } from "#lib/domain/published";
import { claimOf } from "./rows";

/** The claim that this one was joined with, where what stands published says so; null where nothing does, or where that isn't what was published. */
export async function joinedInto(claimSlug: string): Promise<JoinedLink | null> {
  const [row] = await database().$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Claim" c
    JOIN "PublicationClaim" made ON made."claimId" = c.id
    JOIN "Publication" p ON p.id = made."publicationId" AND p.kind = 'CLAIM' AND p."claimId" <> c.id
    JOIN "Standing" s ON s."publicationId" = p.id
    WHERE c.slug = ${claimSlug} ORDER BY p."publishedAt" DESC, p.id DESC LIMIT 1`;
  if (row === undefined) return null;
  const publication = await database().publication.findUniqueOrThrow({ where: { id: row.id } });
  if ((await unprovenPublications([publication])).size > 0) return null;
  const { slug, wording } = claimOf(publication).claim;
  return { slug, wording };
}
