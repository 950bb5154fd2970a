import type { ReviewActions, ReviewCase } from "#components/reviews/review-panel";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import { words } from "#lib/words";
import type { ClaimPlace } from "./claim-part";

/** May anybody change the claim now? A submitted one waits for its second editor. */
export function mayChangeClaim({ review }: Pick<ClaimDesk, "review">): boolean {
  return review?.state !== "SUBMITTED";
}

/** What the review panel is given for a claim. */
export function claimCase(
  { desk, actor, timeZone }: Pick<ClaimPlace, "desk" | "actor" | "timeZone">,
  actions: ReviewActions,
): ReviewCase {
  const said = words.desk.review;
  return {
    review: desk.review,
    actor,
    actions,
    timeZone,
    subject: { claimId: desk.claim.id },
    otherPublishers: desk.otherPublishers,
    publishedHref: desk.publishedHref,
    publication: desk.publication,
    unready: desk.verdict === null ? words.refusals.noVerdict : null,
    counts: [
      [said.verdict, desk.verdict ? words.verdicts[desk.verdict.code] : words.desk.claim.noVerdict],
      [said.evidence, String(desk.evidence.length)],
      [said.searches, String(desk.searches.length)],
      [words.desk.claim.unknowns, String(desk.claim.unknowns.length)],
    ],
  };
}
