import { PUBLISH } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import type { Publication } from "#lib/db/generated/client";
import type { PublicationProof, PublishedHead } from "#lib/domain/published";
import { standing } from "./rows";

/** What somebody needs to check, without us, that a page is what was published: see docs/data-model.md. */

const HEADS_SHOWN = 100;

/** The evidence for what readers see of this page. Null where nothing stands published. */
export async function articleProof(slug: string): Promise<PublicationProof | null> {
  const article = await database().article.findUnique({ where: { slug }, select: { id: true } });
  return article && proofOf(await standing({ articleId: article.id }));
}

/** The evidence for the verdict that readers see on this claim. Null where none stands. */
export async function claimProof(slug: string): Promise<PublicationProof | null> {
  const claim = await database().claim.findUnique({ where: { slug }, select: { id: true } });
  return claim && proofOf(await standing({ claimId: claim.id }));
}

async function proofOf(publication: Publication | null): Promise<PublicationProof | null> {
  if (publication === null) return null;
  const event = await database().auditEvent.findFirst({
    where: { subjectId: `review:${publication.reviewId}`, action: PUBLISH },
    include: { payload: true },
  });
  if (event === null) return null;
  const { payload: kept, sequence, at, ...link } = event;
  const head = await database().recordHead.findUnique({ where: { sequence } });
  return {
    content: publication.content,
    sha256: publication.sha256,
    event: {
      ...link,
      sequence: Number(sequence),
      at: at.toISOString(),
      salt: kept?.salt ?? null,
      payload: kept?.payload ?? null,
    },
    head: head && shownHead(head),
  };
}

/** The heads that were signed last, newest first: for whoever keeps a copy of them elsewhere. */
export async function signedHeads(): Promise<PublishedHead[]> {
  const rows = await database().recordHead.findMany({ orderBy: { sequence: "desc" }, take: HEADS_SHOWN });
  return rows.map(shownHead);
}

function shownHead(row: {
  readonly sequence: bigint;
  readonly hash: string;
  readonly at: Date;
  readonly signature: string;
  readonly publicKey: string;
}): PublishedHead {
  const { sequence, hash, at, signature, publicKey } = row;
  return { sequence: Number(sequence), hash, at: at.toISOString(), signature, publicKey };
}
