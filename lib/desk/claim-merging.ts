import { claimReview } from "#lib/db/claims/claims";
import { keepMerging, keepParting, type LockedClaim, lockClaims, rootOf } from "#lib/db/claims/merging";
import { settleDoubts } from "#lib/db/doubts/doubts";
import { MergeClaim, PartClaim, refuseMergingClaims, refusePartingClaim } from "#lib/domain/claim-merging";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/**
 * Which claims are one. Statements, evidence, searches and matches keep the claim that they were given: a merging says that two are one, a
 * parting that they aren't. Both are work in the review of the claim that goes on: whoever does it is one of its writers, and readers
 * are told once somebody else has published that.
 */

const { told } = words.claimMerging;

function found(claim: LockedClaim | null | undefined): LockedClaim {
  if (!claim) throw new AppError("not_found", words.errors.notFound);
  return claim;
}

function refuseLost(isKept: boolean): void {
  if (!isKept) throw new RefusedError("conflict", { reason: "stale" });
}

/** Two claims are one: the first becomes a part of the second. */
export const mergeClaim = verb("claim.merge", {
  input: MergeClaim,
  load: async ({ tx, input }) => {
    const [from, into] = await lockClaims(tx, [input.claimId, input.intoId]);
    return { from: found(from), into: found(into) };
  },
  change: ({ from, into }, { input }) => {
    refuseMergingClaims(from, into);
    refuseStale(from, input.revision);
    refuseStale(into, input.intoRevision);
  },
  save: async ({ tx, actor, input: { reason }, now }, { from, into }) => {
    const review = await claimReview(tx, into.id, actor.id, now);
    refuseLost(await keepMerging(tx, from, into, { by: actor.id, at: now }));
    await settleDoubts(tx, [from.id, into.id], { by: actor.id, reason, at: now });
    return {
      result: { claimId: from.id, revision: from.revision + 1, intoId: into.id },
      subject: `claim:${from.id}`,
      payload: {
        intoId: into.id,
        reviewId: review.id,
        reason,
        quote: told.merged(from.wording, into.wording, reason),
      },
    };
  },
});

/** They are two after all. What was merged into the parted one goes with it. */
export const partClaim = verb("claim.part", {
  input: PartClaim,
  load: async ({ tx, input }) => {
    const [first] = await lockClaims(tx, [input.claimId]);
    const claim = found(first);
    const [from] = await lockClaims(tx, [claim.mergedIntoId ?? claim.id]);
    // What a claim is merged into may have been merged itself: the review is that of the one that goes on.
    const [root] = await lockClaims(tx, [(await rootOf(tx, claim.id)) ?? claim.id]);
    return { claim, from: found(from), root: found(root) };
  },
  change: ({ claim, root }, { input }) => {
    refusePartingClaim(claim, root);
    refuseStale(claim, input.revision);
  },
  save: async ({ tx, actor, input: { reason }, now }, { claim, from, root }) => {
    const review = await claimReview(tx, root.id, actor.id, now);
    refuseLost(await keepParting(tx, claim, from));
    await settleDoubts(tx, [claim.id], { by: actor.id, reason, at: now });
    return {
      result: { claimId: claim.id, revision: claim.revision + 1 },
      subject: `claim:${claim.id}`,
      payload: {
        intoId: root.id,
        reviewId: review.id,
        reason,
        quote: told.parted(claim.wording, root.wording, reason),
      },
    };
  },
});
