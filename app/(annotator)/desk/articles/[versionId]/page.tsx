import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { Annotator } from "#components/annotator/annotator";
import { FormDrafts } from "#components/ui/form-drafts";
import { articleDesk } from "#lib/db/articles/desk";
import { lastAct } from "#lib/db/live/changes";
import { openReadingOf } from "#lib/db/readings/views";
import { may, type Role } from "#lib/domain/actor";
import { languageModel } from "#lib/domain/language-model";
import { Id } from "#lib/domain/reviews";
import { saveFormDraftAction } from "#lib/next/form-drafts";
import { REVIEW_STEPS } from "#lib/next/review-steps";
import { requirePage } from "#lib/next/session";
import { threadPlace } from "#lib/next/thread-place";
import { timeZone } from "#lib/next/time-zone";
import { sendWaitingAction } from "#lib/next/waiting-saves";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import * as actions from "./actions";
import { besideDesk } from "./beside";

interface Props {
  readonly params: Promise<{ readonly versionId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Read once for the page and its title. */
const deskOf = cache(async (versionId: string) => {
  const actor = await requirePage();
  const id = Id.safeParse(versionId);
  const since = await lastAct();
  const desk = id.success ? await articleDesk(actor, id.data) : null;
  if (desk === null) notFound();
  return { actor, desk, since };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { desk } = await deskOf((await params).versionId);
  return { title: `${desk.version.title ?? words.desk.queue.untitled}.` };
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { actor, desk, since } = await deskOf((await params).versionId);
  // While it is read blind nobody works on it here, and no suggestion is shown to whoever starts from the bare text.
  const reading = await openReadingOf(desk.version.id);
  if (reading !== null) redirect(`/desk/readings/${reading}`);
  const asked = await searchParams;
  const beside = await besideDesk(actor, desk, asked);
  if (beside === null) notFound();
  const { queue, formDrafts, threads, ...shown } = beside;
  return (
    <FormDrafts
      personId={actor.id}
      drafts={formDrafts}
      save={saveFormDraftAction}
      sendWaiting={sendWaitingAction}
    >
      <Annotator
        key={desk.version.id}
        desk={desk}
        queue={queue}
        place={{
          actor,
          today: dayOf(new Date(), timeZone()),
          timeZone: timeZone(),
          now: new Date(),
          hasModel: languageModel() !== null,
          ...shown,
          since,
          live: `article:${desk.article.id}`,
          threads: threads && { all: threads, place: await threadPlace(asked.thread) },
          ...actsOf(actor.role),
        }}
        review={{ open: actions.openAction, ...REVIEW_STEPS }}
      />
    </FormDrafts>
  );
}

/** What somebody of this role may do here; null for what they may not. */
function actsOf(role: Role) {
  return {
    carryOver: may(role, "review.carryOver") ? actions.carryOverAction : null,
    lookActs: {
      refetch: may(role, "article.refetch") ? actions.refetchAction : null,
      watch: may(role, "article.watch") ? actions.watchAction : null,
    },
    correctFact: may(role, "article.correct") ? actions.correctFactAction : null,
    takesMarks: may(role, "marks.read"),
    askReading: may(role, "reading.ask") ? actions.askReadingAction : null,
    pass: null,
    tags: may(role, "topic.add") ? { add: actions.addTopicAction, remove: actions.removeTopicAction } : null,
    parts: {
      correct: may(role, "article.correctParts") ? actions.correctPartsAction : null,
      takeBack: may(role, "article.takeBackParts") ? actions.takeBackPartsAction : null,
      lookAgain: may(role, "article.lookThroughParts") ? actions.lookThroughPartsAction : null,
    },
    dismissal: {
      dismiss: may(role, "article.dismiss") ? actions.dismissAction : null,
      takeBack: may(role, "article.takeBack") ? actions.takeBackAction : null,
    },
    actions: {
      accept: actions.acceptAction,
      reject: actions.rejectAction,
      acceptSure: actions.acceptSureAction,
      giveSureBack: actions.giveSureBackAction,
      undecide: actions.undecideAction,
      add: actions.addAction,
      edit: actions.editAction,
      remove: actions.removeAction,
      restore: actions.restoreAction,
      link: actions.linkAction,
      affirmMatch: actions.affirmMatchAction,
      refuseMatch: actions.refuseMatchAction,
      undoMatch: actions.undoMatchAction,
      note: actions.noteAction,
      createClaim: actions.createClaimAction,
      saveDraft: actions.saveDraftAction,
    },
  };
}
