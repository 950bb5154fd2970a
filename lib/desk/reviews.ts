import { lockVersion } from "#lib/db/articles/versions";
import { deprecateVerdict, preferVerdict, verdictOf } from "#lib/db/claims/verdicts";
import type { Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { openerOf } from "#lib/db/people/people";
import { copyReview } from "#lib/db/reviews/copy";
import {
  keepPublication,
  publishedBefore,
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
import { claimPartWriters, statementWriters, wordingWriters } from "#lib/db/reviews/writers";
import { countsOfReview } from "#lib/db/statements/statements";
import { creditsOf } from "#lib/domain/credits";
import { PublicationContent } from "#lib/domain/publications";
import {
  refuseChangedSince,
  refuseOpenedAccount,
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
import { partsOf, publishedParts } from "#lib/publish/parts";
import { words } from "#lib/words";
import { verb } from "./verb";

/** The way of a review: opened, submitted, returned or published, withdrawn. The rules stand in `review-rules`. */

/** Review a version. Whoever writes its open review already gets that one; a published version is started from. */
export const openReview = verb("review.open", {
  input: OpenReview,
  run: async ({ tx, actor, input, now }) => {
    const { versionId } = input;
    if (!(await lockVersion(tx, versionId))) throw new AppError("not_found", words.errors.notFound);
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
    const { unread } = await contentOf(tx, review, "");
    for (const { id } of unread) await addWriter(tx, review.id, id, now);
    // Read anew: who wrote it stands in what is frozen.
    const submittedHash = handedInHash((await contentOf(tx, review, "")).content);
    const revision = await advanceReview(
      tx,
      review,
      { state: "SUBMITTED", submittedAt: now, submittedHash, correction, returnedReason: null },
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
    const hasVerdict = (await verdictOf(tx, reviewId)) !== null;
    refuseUnreadyClaim({ ...submission, hasVerdict });
    return;
  }
  const counts = await countsOfReview(tx, { reviewId, versionId });
  refuseUnreadyArticle({ ...submission, ...counts });
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
    const { content, claimIds, unread } = await contentOf(tx, review, actor.name);
    const writers = [...new Set([...review.writers, ...unread.map(({ id }) => id)])];
    refusePublication({ ...review, writers }, actor.id, await otherPublishers(tx, writers));
    refuseChangedSince(review.submittedHash, handedInHash(content));
    refuseOpenedAccount(await openerOf(tx, actor.id), writers);
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

/**
 * What the review would publish now, by this name, and everybody who wrote a part of it that nobody has read for publication yet.
 */
async function contentOf(tx: Tx, review: LockedReview, publishedBy: string) {
  const { content, claimIds, writersOf } = await draftContent(tx, review, publishedBy);
  const parts = partsOf(content);
  const earlier = (await publishedBefore(tx, review, claimIds)).flatMap((one) => {
    const isSame = one.kind === content.kind && addressOf(one) === addressOf(content);
    // Of other pages and claims only the wordings of claims are the same thing.
    return publishedParts(one).filter(({ name }) => isSame || name.startsWith("claim:"));
  });
  const { credits, unread } = creditsOf(parts, writersOf, earlier, publishedBy);
  const names = [
    ...content.writers.map(({ name }) => name),
    ...credits.flatMap(({ writtenBy }) => writtenBy),
  ];
  const writers = [...new Set(names)].map((name) => ({ name }));
  return { content: PublicationContent.parse({ ...content, writers, credits }), claimIds, unread };
}

const addressOf = (content: PublicationContent): string =>
  content.kind === "ARTICLE" ? content.article.slug : content.claim.slug;

async function draftContent(tx: Tx, review: LockedReview, publishedBy: string) {
  if (review.claimId === null) {
    const { claimIds, ...reviewed } = await reviewedArticle(tx, review);
    const content = articleContent({ ...reviewed, publishedBy });
    const writers = await statementWriters(tx, review.id);
    const wordings = await wordingWriters(tx, claimIds);
    const ids = new Map(content.statements.map(({ number, id }) => [String(number), id]));
    const writersOf = (name: string) => writers.get(ids.get(name) ?? "") ?? wordings.get(slugIn(name)) ?? [];
    return { content, claimIds, writersOf };
  }
  const { claimIds, ...reviewed } = await reviewedClaim(tx, review);
  const content = claimContent({ ...reviewed, publishedBy });
  const writers = await claimPartWriters(tx, { id: review.id, claimId: review.claimId });
  const wordings = await wordingWriters(tx, claimIds);
  const writersOf = (name: string) => writers.get(name) ?? wordings.get(slugIn(name)) ?? [];
  return { content, claimIds, writersOf };
}

const slugIn = (partName: string): string => partName.replace(/^claim:/, "");

/** The mark of what was handed in: all that will be frozen, but for what only publishing adds and what fetching the page again counts. */
function handedInHash(content: PublicationContent): string {
  const { credits: _credits, publishedBy: _publishedBy, ...rest } = content;
  if (rest.kind === "CLAIM") return sha256(canonicalJson(rest));
  const { versionsSeen: _versionsSeen, ...article } = rest.article;
  return sha256(canonicalJson({ ...rest, article }));
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
    await deprecateVerdict(tx, review.id);
    const revision = await advanceReview(tx, review, { state: "WITHDRAWN" }, now);
    return outcome(review, { reviewId: review.id, revision }, { publicationId: standing.id, reason });
  },
});

function outcome<Result>(review: LockedReview, result: Result, payload: Readonly<Record<string, unknown>>) {
  const { kind, versionId, claimId } = review;
  return { result, subject: `review:${review.id}`, payload: { kind, versionId, claimId, ...payload } };
}
