import type { Tx } from "#lib/db/core/client";
import { copyReview } from "#lib/db/reviews/copy";
import {
  keepPublication,
  preferVerdict,
  standingPublication,
  withdrawPublication,
} from "#lib/db/reviews/publications";
import { reviewedArticle, reviewedClaim } from "#lib/db/reviews/reviewed";
import {
  addWriter,
  advanceReview,
  createReview,
  type LockedReview,
  lockReview,
  otherPublishers,
  refuseStale,
  unfinishedReview,
} from "#lib/db/reviews/reviews";
import type { Actor } from "#lib/domain/actor";
import {
  refusePublication,
  refuseTakeOver,
  refuseUnlessPublished,
  refuseUnlessSubmitted,
  refuseUnlessWriter,
  refuseUnreadyArticle,
  refuseUnreadyClaim,
} from "#lib/domain/review-rules";
import {
  OpenReview,
  PublishReview,
  ReturnReview,
  SubmitReview,
  TakeOverReview,
  WithdrawReview,
} from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import { articleContent } from "#lib/publish/article-content";
import { claimContent } from "#lib/publish/claim-content";
import { words } from "#lib/words";
import { verb } from "./verb";

/** The way of a review: opened, submitted, returned or published, withdrawn. The rules stand in `review-rules`. */

/** Review a version. Whoever writes its open review already gets that one; a published version is started from. */
export const openReview = verb("review.open", {
  input: OpenReview,
  run: async ({ tx, actor, input, now }) => {
    const { versionId } = input;
    await lockVersion(tx, versionId);
    const open = await unfinishedReview(tx, { versionId });
    if (open !== null) {
      if (!open.writers.some(({ userId }) => userId === actor.id)) {
        throw new AppError("conflict", words.refusals.openElsewhere(open.author.name));
      }
      return { result: { reviewId: open.id, revision: open.revision }, subject: null, payload: {} };
    }
    const review = await createReview(tx, { versionId }, actor.id, now);
    const standing = await standingPublication(tx, { versionId, claimId: null });
    const from = standing?.versionId === versionId ? standing.reviewId : null;
    if (from !== null) await copyReview(tx, from, review.id);
    return {
      result: { reviewId: review.id, revision: review.revision },
      subject: `review:${review.id}`,
      payload: { versionId, copiedFrom: from },
    };
  },
});

/** Two people who open one version at once take turns. Throws AppError `not_found`. */
async function lockVersion(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "ArticleVersion" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  if ((await tx.articleVersion.count({ where: { id } })) === 0) {
    throw new AppError("not_found", words.errors.notFound);
  }
}

export const takeOverReview = verb("review.takeOver", {
  input: TakeOverReview,
  run: async ({ tx, actor, input, now }) => {
    const review = await lockReview(tx, input.reviewId);
    refuseStale(review, input.revision);
    refuseTakeOver(review, actor.id);
    await addWriter(tx, review.id, actor.id, now);
    const revision = await advanceReview(tx, review, {}, now);
    return outcome(review, { reviewId: review.id, revision }, { from: review.author.name });
  },
});

export const submitReview = verb("review.submit", {
  input: SubmitReview,
  run: async ({ tx, actor, input, now }) => {
    const { correction } = input;
    const review = await lockReview(tx, input.reviewId);
    refuseUnlessWriter(review, actor.id);
    refuseStale(review, input.revision);
    await refuseUnready(tx, review, correction);
    const revision = await advanceReview(
      tx,
      review,
      { state: "SUBMITTED", submittedAt: now, correction, returnedReason: null },
      now,
    );
    return outcome(review, { reviewId: review.id, revision }, { correction });
  },
});

async function refuseUnready(tx: Tx, review: LockedReview, correction: string | null): Promise<void> {
  const { id: reviewId, versionId } = review;
  const replacesPublished = (await standingPublication(tx, review)) !== null;
  const submission = { correction, replacesPublished };
  if (versionId === null) {
    const hasVerdict = (await tx.verdict.count({ where: { reviewId } })) > 0;
    refuseUnreadyClaim({ ...submission, hasVerdict });
    return;
  }
  const undecided = await tx.suggestion.count({
    where: { versionId, decisions: { none: { reviewId, undoneAt: null } } },
  });
  const statements = await tx.statement.count({ where: { reviewId, removedAt: null } });
  refuseUnreadyArticle({ ...submission, undecided, statements });
}

export const returnReview = verb("review.return", {
  input: ReturnReview,
  run: async ({ tx, input, now }) => {
    const review = await lockReview(tx, input.reviewId);
    refuseStale(review, input.revision);
    refuseUnlessSubmitted(review);
    const change = { state: "RETURNED", returnedReason: input.reason } as const;
    const revision = await advanceReview(tx, review, change, now);
    return outcome(review, { reviewId: review.id, revision }, { reason: input.reason });
  },
});

/** Freeze what the review says, for readers. A race of two publishers has one winner: the other one's revision is stale. */
export const publishReview = verb("review.publish", {
  input: PublishReview,
  run: async ({ tx, actor, input, now }) => {
    const review = await lockReview(tx, input.reviewId);
    refuseStale(review, input.revision);
    refusePublication(review, actor.id, await otherPublishers(tx, review.writers));
    const { content, claimIds } = await contentOf(tx, review, actor);
    const frozen = { review, content, claimIds, publishedById: actor.id };
    const publication = await keepPublication(tx, frozen, now);
    const revision = await advanceReview(tx, review, { state: "PUBLISHED" }, now);
    if (review.claimId !== null) await preferVerdict(tx, review.claimId, review.id);
    const href =
      content.kind === "ARTICLE" ? `/articles/${content.article.slug}` : `/claims/${content.claim.slug}`;
    return outcome(
      review,
      { reviewId: review.id, revision, href },
      { publicationId: publication.id, sha256: publication.sha256, correction: review.correction },
    );
  },
});

async function contentOf(tx: Tx, review: LockedReview, { name: publishedBy }: Actor) {
  if (review.kind === "ARTICLE") {
    const { claimIds, ...reviewed } = await reviewedArticle(tx, review);
    return { claimIds, content: articleContent({ ...reviewed, publishedBy }) };
  }
  const { claimIds, ...reviewed } = await reviewedClaim(tx, review);
  return { claimIds, content: claimContent({ ...reviewed, publishedBy }) };
}

/** Take back what readers see now. What was replaced already is history, and can't be withdrawn. */
export const withdrawReview = verb("review.withdraw", {
  input: WithdrawReview,
  run: async ({ tx, input, now }) => {
    const { reason } = input;
    const review = await lockReview(tx, input.reviewId);
    refuseStale(review, input.revision);
    refuseUnlessPublished(review);
    const standing = await standingPublication(tx, review);
    if (standing?.reviewId !== review.id) throw new AppError("conflict", words.refusals.replaced);
    await withdrawPublication(tx, standing.id, reason, now);
    await tx.verdict.updateMany({ where: { reviewId: review.id }, data: { rank: "DEPRECATED" } });
    const revision = await advanceReview(tx, review, { state: "WITHDRAWN" }, now);
    return outcome(review, { reviewId: review.id, revision }, { publicationId: standing.id, reason });
  },
});

function outcome<Result>(review: LockedReview, result: Result, payload: Readonly<Record<string, unknown>>) {
  const { kind, versionId, claimId } = review;
  return { result, subject: `review:${review.id}`, payload: { kind, versionId, claimId, ...payload } };
}
