import { z } from "zod";
import { askedText } from "./complaints";
import { RefusedError } from "./refusals";
import { Id, Revision } from "./reviews";

/** Two claims that are one, and one that is two after all. Plain data, safe to hand to a client component. Instants are ISO strings. */

export const CLAIM_REASON_LENGTH = 500;
/** So many claims may be joined in one. */
export const MOST_JOINED = 200;

/** `claimId` becomes a part of `intoId`. Both are named with the revision that the preview was drawn from. */
export const MergeClaim = z.object({
  claimId: Id,
  revision: Revision,
  intoId: Id,
  intoRevision: Revision,
  reason: askedText("mergeReason", CLAIM_REASON_LENGTH),
});
/** A claim that was merged stands for itself again, with all that was merged into it before. */
export const PartClaim = z.object({
  claimId: Id,
  revision: Revision,
  reason: askedText("partingReason", CLAIM_REASON_LENGTH),
});

/** A claim, as the rules of merging see it. */
export interface MergingClaim {
  readonly id: string;
  readonly wording: string;
  /** What the one says that it was merged into; null for a claim that stands for itself. */
  readonly mergedInto: string | null;
  /** How many claims this one stands for, itself among them. */
  readonly size: number;
  /** Does its review wait to be published? */
  readonly isHandedIn: boolean;
}

/** Throws   RefusedError `conflict` where the claim was merged into another, whose words are named. */
export function refuseMergedClaim({ mergedInto }: Pick<MergingClaim, "mergedInto">): void {
  if (mergedInto !== null)
    throw new RefusedError("conflict", { reason: "claimMergedAway", name: mergedInto });
}

/**
 * May the one be merged into the other?
 *
 * Throws   RefusedError: a claim is not merged with itself, nor one that stands for another already, nor while the review of either waits to
 *          be published, nor more than can be looked over.
 */
export function refuseMergingClaims(from: MergingClaim, into: MergingClaim): void {
  if (from.id === into.id) throw new RefusedError("invalid_input", { reason: "claimIntoItself" });
  refuseMergedClaim(from);
  refuseMergedClaim(into);
  if (from.size + into.size > MOST_JOINED) throw new RefusedError("invalid_input", { reason: "manyClaims" });
  refuseHandedIn(from);
  refuseHandedIn(into);
}

/** Throws   RefusedError `conflict` where the claim is merged into none, or the review of the one that it is in waits to be published. */
export function refusePartingClaim(
  claim: MergingClaim,
  from: Pick<MergingClaim, "wording" | "isHandedIn">,
): void {
  if (claim.mergedInto === null) throw new RefusedError("conflict", { reason: "claimNotMerged" });
  refuseHandedIn(from);
}

function refuseHandedIn({ wording, isHandedIn }: Pick<MergingClaim, "wording" | "isHandedIn">): void {
  if (isHandedIn) throw new RefusedError("conflict", { reason: "claimHandedIn", name: wording });
}

/** What goes along with a claim. No more than `MOST_MOVED` of each are counted. */
export interface ClaimMoves {
  readonly statements: number;
  readonly pages: number;
  readonly evidence: number;
  readonly searches: number;
  /** Reviews of pages that were handed in with it, and have to be handed in again. */
  readonly waiting: number;
  /** Pages that readers see, which go on naming the claim that they were published with; no more than `PAGES_LISTED`. */
  readonly published: readonly { readonly title: string; readonly href: string }[];
  readonly publishedCount: number;
}

export const MOST_MOVED = 1000;
export const PAGES_LISTED = 20;

/** A claim that was merged into another. */
export interface MergedClaim {
  readonly id: string;
  readonly revision: number;
  readonly wording: string;
  readonly mergedInto: string;
  readonly by: string;
  readonly at: string;
}
