import { isDismissed } from "#lib/db/articles/dismissal";
import { isLookedThrough } from "#lib/db/articles/part-readings";
import { lockVersion } from "#lib/db/articles/versions";
import { lockOwnClaim } from "#lib/db/claims/claims";
import { evidenceOf } from "#lib/db/claims/evidence";
import { deprecateVerdict, giveVerdict, preferVerdict, verdictOf } from "#lib/db/claims/verdicts";
import type { Tx } from "#lib/db/core/client";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { guidelineNumber } from "#lib/db/guideline/guideline";
import { tell } from "#lib/db/notices/notices";
import { openerOf } from "#lib/db/people/people";
import { endWork, handBack, handTo } from "#lib/db/queue/assignments";
import { refuseWhileReadBlind } from "#lib/db/readings/readings";
import { refuseUnsettled } from "#lib/db/readings/units";
import { copyReview } from "#lib/db/reviews/copy";
import { countDraftsUnder, readPromiseDrafts } from "#lib/db/reviews/drafts";
import { keepPublication, standingPublication, withdrawPublication } from "#lib/db/reviews/publications";
import {
  addWriter,
  advanceReview,
  claimOfReview,
  createReview,
  type LockedReview,
  lockReview,
  otherPublishers,
  unfinishedReview,
} from "#lib/db/reviews/reviews";
import { scaleInForce } from "#lib/db/scale/scale";
import { countsOfReview } from "#lib/db/statements/statements";
import { restsOnEvidence } from "#lib/domain/claims";
import type { PublicationContent } from "#lib/domain/publications";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import {
  giveBack,
  type PartsToSubmit,
  publish,
  type ReviewMove,
  submit,
  takeOver,
  withdraw,
} from "#lib/domain/review-moves";
import {
  OpenReview,
  PublishReview,
  ReturnReview,
  SubmitReview,
  TakeOverReview,
  WithdrawReview,
} from "#lib/domain/reviews";
import { givenUnder, isInForce } from "#lib/domain/scale";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { codeName, givenOf } from "#lib/words/verdicts";
import { contentOf } from "./review-content";
import { type Outcome, verb, type Work } from "./verb";

/** The way of a review: opened, submitted, returned or published, withdrawn. The moves stand in `review-moves`. */

/** Review a version. Whoever writes its open review already gets that one; a published version is started from. */
export const openReview = verb("review.open", {
  input: OpenReview,
  run: async ({ tx, actor, input, now }) => {
    const { versionId } = input;
    if (!(await lockVersion(tx, versionId))) throw new AppError("not_found", words.errors.notFound);
    if (await isDismissed(tx, versionId)) throw new RefusedError("conflict", { reason: "dismissedPage" });
    await refuseWhileReadBlind(tx, versionId);
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

/** The review that is asked about, locked: it doesn't move while the verb is at work. */
const asked = ({ tx, input }: Work<{ reviewId: string }>) => lockReview(tx, input.reviewId);

export const takeOverReview = verb("review.takeOver", {
  input: TakeOverReview,
  load: async (work) => {
    const review = await asked(work);
    await refuseUnsettled(work.tx, review.id, work.actor.id);
    return review;
  },
  change: takeOver,
  save: async (work, review, move) => {
    await addWriter(work.tx, review.id, work.actor.id, work.now);
    await handTo(work.tx, review, work.actor.id);
    return keepMove(work, review, move);
  },
});

export const submitReview = verb("review.submit", {
  input: SubmitReview,
  load: async (work) => {
    const claimId = await claimOfReview(work.tx, work.input.reviewId);
    // Before its review, as all work on claims locks them.
    if (claimId !== null) await lockOwnClaim(work.tx, claimId);
    const review = await asked(work);
    await refuseUnsettled(work.tx, review.id, null);
    const replacesPublished = (await standingPublication(work.tx, review)) !== null;
    const openDrafts = await countOpenDrafts(work.tx, work.actor.id, review);
    const verdict = claimId === null ? null : await verdictOf(work.tx, review.id);
    const content = await partsToSubmit(work.tx, review, verdict);
    return { review, replacesPublished, openDrafts, verdict, content };
  },
  change: submit,
  save: async (work, { review, verdict }, { row, told }) => {
    const { tx, now } = work;
    if (verdict !== null) await giveVerdict(tx, verdict);
    const { unread } = await contentOf(tx, review, "");
    for (const { id } of unread) await addWriter(tx, review.id, id, now);
    const guideline = await guidelineNumber(tx);
    // Read anew: who wrote it, and under which guideline, stands in what is frozen.
    const { content } = await contentOf(tx, { ...review, guideline }, "");
    return keepMove(work, review, { row: { ...row, guideline, submittedHash: handedInHash(content) }, told });
  },
});

/** What the names of drafts of a review's screen begin with. */
const draftsOf = ({ id, claimId }: LockedReview): string =>
  claimId === null ? `article:${id}:` : `claim:${claimId}:`;

/** Forms that hold words which this person typed and didn't save: on the review's screen, and of what became of its page's promises. */
async function countOpenDrafts(tx: Tx, personId: string, review: LockedReview): Promise<number> {
  const onScreen = await countDraftsUnder(tx, personId, draftsOf(review));
  if (review.versionId === null) return onScreen;
  return onScreen + (await readPromiseDrafts(personId, review.versionId, tx)).length;
}

async function partsToSubmit(
  tx: Tx,
  review: LockedReview,
  verdict: Awaited<ReturnType<typeof verdictOf>>,
): Promise<PartsToSubmit> {
  const { id: reviewId, versionId, claimId } = review;
  if (versionId === null) {
    if (verdict === null || claimId === null) {
      return { kind: "CLAIM", hasVerdict: false, isEvidenced: false, offScale: null };
    }
    const scale = await scaleInForce(tx);
    const { meaning } = givenOf({ code: verdict.code, scale: givenUnder(scale, verdict.code) ?? undefined });
    const isEvidenced = restsOnEvidence(meaning, await evidenceOf(tx, claimId));
    const offScale = isInForce(scale, verdict.code) ? null : codeName(scale, verdict.code);
    return { kind: "CLAIM", hasVerdict: true, isEvidenced, offScale };
  }
  const isLooked = await isLookedThrough(tx, versionId);
  return {
    kind: "ARTICLE",
    isLookedThrough: isLooked,
    ...(await countsOfReview(tx, { reviewId, versionId })),
  };
}

export const returnReview = verb("review.return", {
  input: ReturnReview,
  load: asked,
  change: giveBack,
  save: async (work, review, move) => {
    const { tx, actor, now } = work;
    await handBack(tx, review);
    await tell(tx, review.writers, { kind: "RETURNED", reviewId: review.id }, { byId: actor.id, at: now });
    return keepMove(work, review, move);
  },
});

/** Freeze what the review says, for readers. A race of two publishers has one winner: the other one's revision is stale. */
export const publishReview = verb("review.publish", {
  input: PublishReview,
  load: async (work) => {
    const { tx, actor, input } = work;
    const review = await asked(work);
    // Before its content is read: that of a review that has moved on may be anything.
    refuseStale(review, input.revision);
    const { content, claimIds, unread } = await contentOf(tx, review, actor.name);
    const writers = [...new Set([...review.writers, ...unread.map(({ id }) => id)])];
    return {
      review,
      content,
      claimIds,
      writers,
      otherPublishers: await otherPublishers(tx, writers),
      opener: await openerOf(tx, actor.id),
      hash: handedInHash(content),
    };
  },
  change: publish,
  save: async (work, { review, content, claimIds }, { row, told }) => {
    const { tx, actor, now } = work;
    const frozen = { review, content, claimIds, publishedById: actor.id };
    const { id: publicationId, sha256 } = await keepPublication(tx, frozen, now);
    const kept = await keepMove(work, review, { row, told: { publicationId, sha256, ...told } });
    if (review.claimId !== null) await preferVerdict(tx, review.claimId, review.id);
    await endWork(tx, review);
    const href =
      content.kind === "ARTICLE" ? `/articles/${content.article.slug}` : `/claims/${content.claim.slug}`;
    return { ...kept, result: { ...kept.result, href } };
  },
});

/** The mark of what was handed in: all that will be frozen, but for what only publishing adds and what fetching the page again counts. */
function handedInHash(content: PublicationContent): string {
  // How it was read blind is done before it is handed in, and follows from its passes.
  const { credits: _credits, publishedBy: _publishedBy, readBlind: _readBlind, ...rest } = content;
  // Whose a note is follows from its row: a review that was handed in before notes were signed is published as it is. A copy of the page
  // behind evidence may arrive between the two.
  if (rest.kind === "CLAIM") {
    const evidence = rest.evidence.map(
      ({ noteSign: _sign, copyKept: _copy, pdfPages: _pages, ...piece }) => piece,
    );
    return sha256(canonicalJson({ ...rest, evidence }));
  }
  // What it corrects follows from the statements and from what stands.
  const { corrects: _corrects, ...page } = rest;
  // How much of the page was looked at stands with the version.
  const { versionsSeen: _versionsSeen, assessed: _assessed, ...article } = page.article;
  const statements = page.statements.map(({ noteSigns: _signs, ...statement }) => statement);
  // What an editor decided of where the text is from; how its sentences compare may be worked out between the two.
  const { provenance } = page;
  const decided = provenance?.map(({ page: { id }, kind, reason, by }) => ({ id, kind, reason, by }));
  return sha256(canonicalJson({ ...page, article, statements, ...(decided ? { provenance: decided } : {}) }));
}

/** Take back what readers see now. */
export const withdrawReview = verb("review.withdraw", {
  input: WithdrawReview,
  load: async (work) => {
    const review = await asked(work);
    return { review, standing: await standingPublication(work.tx, review) };
  },
  change: withdraw,
  save: async (work, { review }, move) => {
    await withdrawPublication(work.tx, move.publicationId, work.input.reason, work.now);
    await deprecateVerdict(work.tx, review.id);
    return keepMove(work, review, move);
  },
});

/** Keep what a move changed, only from the revision that it saw. */
async function keepMove(
  { tx, now }: Pick<Work<unknown>, "tx" | "now">,
  review: LockedReview,
  { row, told }: ReviewMove,
): Promise<Outcome<{ readonly reviewId: string; readonly revision: number }>> {
  const { id, kind, versionId, claimId } = review;
  const revision = await advanceReview(tx, review, row, now);
  return {
    result: { reviewId: id, revision },
    subject: `review:${id}`,
    payload: { kind, versionId, claimId, ...told },
  };
}
