import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ClaimEditor } from "#components/claims/editor/claim-editor";
import { claimDesk } from "#lib/db/claims/desk";
import { draftsOfQuestions, draftsUnder } from "#lib/desk/drafts";
import { Id } from "#lib/domain/reviews";
import { REVIEW_STEPS } from "#lib/next/review-steps";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { words } from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import { firstWords } from "#lib/words/lists";
import * as actions from "./actions";

interface Props {
  readonly params: Promise<{ readonly claimId: string }>;
}

/** Read once for the page and its title. */
const deskOf = cache(async (claimId: string) => {
  const actor = await requirePage();
  const id = Id.safeParse(claimId);
  const desk = id.success ? await claimDesk(actor, id.data) : null;
  if (desk === null) notFound();
  return { actor, desk };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { desk } = await deskOf((await params).claimId);
  return { title: `${words.desk.queue.claim}: ${firstWords(desk.claim.wording, 60)}` };
}

export default async function ClaimPage({ params }: Props) {
  const { actor, desk } = await deskOf((await params).claimId);
  return (
    <ClaimEditor
      place={{
        desk,
        actor,
        today: dayOf(new Date(), timeZone()),
        timeZone: timeZone(),
        drafts: [
          ...(await draftsUnder(actor, `claim:${desk.claim.id}:`)),
          ...(await draftsOfQuestions(actor, [desk.review?.id, desk.publication?.reviewId])),
        ],
        actions: {
          editClaim: actions.editClaimAction,
          addEvidence: actions.addEvidenceAction,
          removeEvidence: actions.removeEvidenceAction,
          keepCopy: actions.keepCopyAction,
          addSearch: actions.addSearchAction,
          removeSearch: actions.removeSearchAction,
          writeVerdict: actions.writeVerdictAction,
          linkStatement: actions.linkStatementAction,
          saveDraft: actions.saveDraftAction,
        },
      }}
      review={{ open: null, ...REVIEW_STEPS }}
    />
  );
}
