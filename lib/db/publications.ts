import type { PublicationContent } from "#lib/domain/publication";
import type { Tx } from "./client";
import type { Publication, Review } from "./generated/client";
import { canonicalJson, sha256 } from "./hash";

/** What readers see is written here, once, and withdrawn here, once. */

/** What stands published for the same page or claim as this review, newest first. A page's versions are one page. */
export async function standingPublications(
  tx: Tx,
  { versionId, claimId }: Pick<Review, "versionId" | "claimId">,
): Promise<Publication[]> {
  const version =
    versionId === null ? null : await tx.articleVersion.findUniqueOrThrow({ where: { id: versionId } });
  return tx.publication.findMany({
    where: { withdrawnAt: null, ...(version === null ? { claimId } : { articleId: version.articleId }) },
    orderBy: { publishedAt: "desc" },
  });
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
  return publication;
}

/** Take these away from readers, with the reason; their reviews are withdrawn with them. */
export async function withdrawPublications(
  tx: Tx,
  publications: readonly Publication[],
  reason: string,
  now: Date,
): Promise<void> {
  await tx.publication.updateMany({
    where: { id: { in: publications.map(({ id }) => id) }, withdrawnAt: null },
    data: { withdrawnAt: now, withdrawnReason: reason },
  });
}
