import type { ReviewActions, ReviewCase } from "#components/reviews/review-panel";
import type { Drafts } from "#components/ui/drafts";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import { restsOnEvidence } from "#lib/domain/claims";
import * as words from "#lib/words";
import type { ClaimPlace } from "./claim-part";

/** May anybody change the claim now? A submitted one waits for its second editor; work on one that was joined with another goes on there. */
export function mayChangeClaim({ review, mergedInto }: Pick<ClaimDesk, "review" | "mergedInto">): boolean {
  return review?.state !== "SUBMITTED" && mergedInto === null;
}

/** The forms of the claim that hold words which nobody saved. All are on its page. */
export function openFormsOf(drafts: Drafts, claimId: string): ReviewCase["openForms"] {
  const prefix = `claim:${claimId}:`;
  const named = words.desk.review.openForm;
  return drafts.openUnder(prefix).map(({ subject }) => {
    const form = (["wording", "topics", "evidence", "search", "verdict"] as const).find(
      (one) => subject === prefix + one,
    );
    return {
      subject,
      name: form ? named[form] : subject,
      onGo: form ? () => document.getElementById(subject)?.scrollIntoView({ block: "center" }) : null,
      onDiscard: () => drafts.discard(subject),
    };
  });
}

/** Why the verdict can't be handed in; null where it can. */
function unreadyWords({ verdict, evidence, mergedInto }: ClaimDesk): string | null {
  if (mergedInto !== null) return words.claimMerging.draftStays;
  if (verdict === null) return words.refusals.noVerdict;
  if (!verdict.isInForce) return words.refusals.verdictOffScale(verdict.name);
  return restsOnEvidence(verdict.meaning, evidence) ? null : words.refusals.noEvidenceForVerdict;
}

/** What the review panel is given for a claim. */
export function claimCase(
  { desk, actor, timeZone }: Pick<ClaimPlace, "desk" | "actor" | "timeZone">,
  actions: ReviewActions,
  { openForms, drafts }: Pick<ReviewCase, "openForms" | "drafts">,
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
    unready: unreadyWords(desk),
    drafts,
    openForms,
    counts: [
      [said.verdict, desk.verdict?.name ?? words.claimEditor.noVerdict],
      [said.evidence, String(desk.evidence.length)],
      [said.searches, String(desk.searches.length)],
      [words.claimEditor.unknowns, String(desk.claim.unknowns.length)],
    ],
  };
}
