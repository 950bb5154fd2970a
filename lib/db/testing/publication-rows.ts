import { randomUUID } from "node:crypto";
import { appendAudit } from "#lib/db/audit/audit";
import { database, transaction } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import type { ArticlePublication, ClaimPublication } from "#lib/domain/publications";
import type { ReviewState } from "#lib/domain/reviews";

/** Rows behind published content, written straight into the database: what readers get is tested apart from who may publish. */

export async function person(name: string): Promise<string> {
  const { id } = await database().user.create({
    data: { name, email: `${randomUUID()}@example.org`, role: "EDITOR", passwordHash: "-" },
  });
  return id;
}

export async function claimRow(slug: string, wording: string): Promise<string> {
  return (await database().claim.create({ data: { slug, wording } })).id;
}

/** An article and one version of it. The text is long enough for every span of the content. */
export async function articleRow(slug: string): Promise<{ articleId: string; versionId: string }> {
  const text = `${slug} `.padEnd(5000, "word ");
  const bytes = new TextEncoder().encode(text);
  const snapshotSha256 = sha256(bytes);
  await database().snapshot.create({ data: { sha256: snapshotSha256, bytes } });
  const article = await database().article.create({ data: { slug, identity: `sha256:${snapshotSha256}` } });
  const version = await database().articleVersion.create({
    data: {
      articleId: article.id,
      number: 1,
      text,
      textLength: text.length,
      textSha256: sha256(text),
      normalizerVersion: "1",
      direction: "ltr",
      engineName: "test",
      engineVersion: "1",
      notes: [],
      snapshotSha256,
    },
  });
  return { articleId: article.id, versionId: version.id };
}

interface Who {
  readonly writer: string;
  readonly publisher: string;
}

interface Published extends Who {
  readonly at: Date;
  readonly correction?: string;
}

export async function reviewRow(
  subject: { versionId: string } | { claimId: string },
  state: ReviewState,
  writer: string,
): Promise<string> {
  const review = await database().review.create({
    data: {
      ...subject,
      kind: "versionId" in subject ? "ARTICLE" : "CLAIM",
      state,
      authorId: writer,
      writers: { create: { userId: writer } },
    },
  });
  return review.id;
}

export async function publishArticle(
  row: { articleId: string; versionId: string },
  content: ArticlePublication,
  claimIds: readonly string[],
  how: Published,
): Promise<string> {
  const reviewId = await reviewRow({ versionId: row.versionId }, "PUBLISHED", how.writer);
  return publish({ reviewId, kind: "ARTICLE", ...row }, content, claimIds, how);
}

export async function publishClaim(
  claimId: string,
  content: ClaimPublication,
  how: Published,
): Promise<string> {
  const reviewId = await reviewRow({ claimId }, "PUBLISHED", how.writer);
  return publish({ reviewId, kind: "CLAIM", claimId }, content, [claimId], how);
}

async function publish(
  subject: { reviewId: string; articleId?: string; versionId?: string; claimId?: string } & {
    kind: "ARTICLE" | "CLAIM";
  },
  content: ArticlePublication | ClaimPublication,
  claimIds: readonly string[],
  { at, publisher, writer, correction }: Published,
): Promise<string> {
  const publication = await database().publication.create({
    data: {
      ...subject,
      content,
      sha256: sha256(canonicalJson(content)),
      correction: correction ?? null,
      publishedById: publisher,
      publishedAt: at,
      claims: { create: claimIds.map((claimId) => ({ claimId })) },
    },
  });
  const before = new Date(at.getTime() - 1000);
  await audit(`review:${subject.reviewId}`, "review.submit", writer, before);
  const payload = {
    publicationId: publication.id,
    sha256: publication.sha256,
    correction: publication.correction,
    versionId: publication.versionId,
    claimId: publication.claimId,
  };
  await audit(`review:${subject.reviewId}`, "review.publish", publisher, at, payload);
  return publication.id;
}

export async function withdraw(publicationId: string, reason: string, at: Date): Promise<void> {
  const { reviewId, publishedById } = await database().publication.update({
    where: { id: publicationId },
    data: { withdrawnAt: at, withdrawnReason: reason },
  });
  await audit(`review:${reviewId}`, "review.withdraw", publishedById, at, { publicationId, reason });
}

export async function audit(
  subjectId: string,
  action: string,
  actorId: string,
  at: Date,
  payload: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await transaction((tx) => appendAudit(tx, { at, actorId, action, subjectId, payload }));
}
