import { askForCheck } from "#lib/db/audit/checks";
import { unprovenPublications } from "#lib/db/audit/verify";
import type { Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import type { Publication, Review } from "#lib/db/generated/client";
import { tellPublication } from "#lib/db/webhooks/tell";
import { PublicationContent } from "#lib/domain/publications";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** What readers see is written here, once, and withdrawn here, once; and so is what webhooks are told of it. */

type Subject = Pick<Review, "versionId" | "claimId">;

/**
 * What readers see of the same page or claim: its latest publication, or null where there is none or it was withdrawn. A
 * page's versions are one page. An earlier publication never comes back when the one that replaced it is withdrawn.
 *
 * Throws   AppError `conflict` where it isn't what was published: nothing more is done with it then.
 */
export async function standingPublication(tx: Tx, subject: Subject): Promise<Publication | null> {
  const latest = await tx.publication.findFirst({
    where: await publicationsOf(tx, subject),
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
  });
  if (latest === null || latest.withdrawnAt !== null) return null;
  if ((await unprovenPublications([latest], tx)).size > 0)
    throw new AppError("conflict", words.recordChecks.unproven);
  return latest;
}

const LATEST_OF_CLAIMS = 50;

/**
 * What was published before of the same page or claim, and lately of the claims that it shows: so that what was read already is told from
 * what is new. The same page or claim first, then the latest first.
 */
export async function publishedBefore(
  tx: Tx,
  subject: Subject,
  claimIds: readonly string[],
): Promise<PublicationContent[]> {
  const standing = await standingPublication(tx, subject);
  const others = await tx.publication.findMany({
    where: {
      withdrawnAt: null,
      claims: { some: { claimId: { in: [...claimIds] } } },
      ...(standing === null ? {} : { id: { not: standing.id } }),
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: LATEST_OF_CLAIMS,
  });
  const rows = standing === null ? others : [standing, ...others];
  return rows.map(({ content }) => PublicationContent.parse(content));
}

async function publicationsOf(tx: Tx, { versionId, claimId }: Subject) {
  if (versionId === null) return { kind: "CLAIM" as const, claimId };
  const { articleId } = await tx.articleVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { articleId: true },
  });
  return { kind: "ARTICLE" as const, articleId };
}

interface NewPublication {
  readonly review: Pick<Review, "id" | "versionId" | "claimId" | "correction">;
  readonly content: PublicationContent;
  /** Claims that it is about or links to. */
  readonly claimIds: readonly string[];
  readonly publishedById: string;
}

/** Freeze content. Its hash is over the canonical JSON (RFC 8785), so that anybody can compute it again. */
export async function keepPublication(tx: Tx, one: NewPublication, now: Date): Promise<Publication> {
  const { review, content, claimIds, publishedById } = one;
  const publication = await tx.publication.create({
    data: {
      reviewId: review.id,
      kind: content.kind,
      articleId: content.kind === "ARTICLE" ? content.article.id : null,
      versionId: review.versionId,
      claimId: review.claimId,
      content,
      sha256: sha256(canonicalJson(content)),
      correction: review.correction,
      publishedById,
      publishedAt: now,
    },
  });
  await tx.publicationClaim.createMany({
    data: [...new Set(claimIds)].map((claimId) => ({ publicationId: publication.id, claimId })),
  });
  const event = review.correction === null ? "PUBLISHED" : "CORRECTED";
  await tellPublication(tx, event, { ...publication, content }, now);
  await askForCheck(tx);
  return publication;
}

/** Take a publication away from readers, with the reason. */
export async function withdrawPublication(tx: Tx, id: string, reason: string, now: Date): Promise<void> {
  const publication = await tx.publication.update({
    where: { id },
    data: { withdrawnAt: now, withdrawnReason: reason },
  });
  const content = PublicationContent.parse(publication.content);
  await tellPublication(tx, "WITHDRAWN", { ...publication, content }, now);
  await askForCheck(tx);
}
