import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Annotator } from "#components/annotator/annotator";
import { articleDesk, queueOf } from "#lib/db/desk";
import { draftsUnder } from "#lib/desk/drafts";
import { QueueName } from "#lib/domain/desk-view";
import { Id } from "#lib/domain/review";
import { words } from "#lib/domain/words";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { dayOf } from "#lib/text/date-words";
import * as actions from "./actions";

export const metadata: Metadata = { title: `${words.desk.queue.title}.` };

interface Props {
  readonly params: Promise<{ readonly versionId: string }>;
  readonly searchParams: Promise<{ readonly view?: string }>;
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const versionId = Id.safeParse((await params).versionId);
  const desk = versionId.success ? await articleDesk(actor, versionId.data) : null;
  if (desk === null) notFound();
  const view = QueueName.catch("mine").parse((await searchParams).view);
  const queue = await queueOf(actor, view);
  const drafts = desk.review ? await draftsUnder(actor, `article:${desk.review.id}:`) : [];
  return (
    <Annotator
      key={desk.version.id}
      desk={desk}
      queue={queue}
      place={{
        actor,
        today: dayOf(new Date(), timeZone()),
        timeZone: timeZone(),
        drafts,
        actions: {
          accept: actions.acceptAction,
          reject: actions.rejectAction,
          undecide: actions.undecideAction,
          add: actions.addAction,
          edit: actions.editAction,
          remove: actions.removeAction,
          restore: actions.restoreAction,
          link: actions.linkAction,
          note: actions.noteAction,
          createClaim: actions.createClaimAction,
          saveDraft: actions.saveDraftAction,
        },
      }}
      review={{
        open: actions.openAction,
        takeOver: actions.takeOverAction,
        submit: actions.submitAction,
        return: actions.returnAction,
        publish: actions.publishAction,
        withdraw: actions.withdrawAction,
      }}
    />
  );
}
