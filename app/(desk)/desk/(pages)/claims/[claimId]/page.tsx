import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClaimEditor } from "#components/desk/claim-editor";
import { claimDesk } from "#lib/db/desk";
import { draftsUnder } from "#lib/desk/drafts";
import { Id } from "#lib/domain/review";
import { words } from "#lib/domain/words";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { dayOf } from "#lib/text/date-words";
import * as actions from "./actions";

export const metadata: Metadata = { title: `${words.desk.queue.claim}.` };

interface Props {
  readonly params: Promise<{ readonly claimId: string }>;
}

export default async function ClaimPage({ params }: Props) {
  const actor = await requirePage();
  const claimId = Id.safeParse((await params).claimId);
  const desk = claimId.success ? await claimDesk(actor, claimId.data) : null;
  if (desk === null) notFound();
  return (
    <ClaimEditor
      place={{
        desk,
        actor,
        today: dayOf(new Date(), timeZone()),
        timeZone: timeZone(),
        drafts: await draftsUnder(actor, `claim:${desk.claim.id}:`),
        actions: {
          editClaim: actions.editClaimAction,
          addEvidence: actions.addEvidenceAction,
          removeEvidence: actions.removeEvidenceAction,
          addSearch: actions.addSearchAction,
          removeSearch: actions.removeSearchAction,
          writeVerdict: actions.writeVerdictAction,
          saveDraft: actions.saveDraftAction,
        },
      }}
      review={{
        open: null,
        takeOver: actions.takeOverAction,
        submit: actions.submitAction,
        return: actions.returnAction,
        publish: actions.publishAction,
        withdraw: actions.withdrawAction,
      }}
    />
  );
}
