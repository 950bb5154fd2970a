import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Annotator } from "#components/annotator/annotator";
import { guidelinePlaces } from "#lib/db/guideline/guideline";
import { lastAct } from "#lib/db/live/changes";
import { countUnread } from "#lib/db/notices/notices";
import { queuePane } from "#lib/db/queue/list";
import { passDesk } from "#lib/db/readings/pass-desk";
import { readingView } from "#lib/db/readings/views";
import { draftsUnder } from "#lib/desk/drafts";
import { versionsView } from "#lib/desk/page-versions";
import { languageModel } from "#lib/domain/language-model";
import { plainQueue } from "#lib/domain/queue-search";
import { Id } from "#lib/domain/reviews";
import { REVIEW_STEPS } from "#lib/next/review-steps";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { dayOf } from "#lib/words/date-words";
import * as actions from "./actions";

export const metadata: Metadata = { title: `${words.passes.pass.panel}.` };

interface Props {
  readonly params: Promise<{ readonly readingId: string }>;
}

const PASS_ACTS = {
  accept: actions.acceptAction,
  reject: actions.rejectAction,
  undecide: actions.undecideAction,
  add: actions.addAction,
  edit: actions.editAction,
  remove: actions.removeAction,
  restore: actions.restoreAction,
  note: actions.noteAction,
  // No screen of a pass asks for these: it accepts one by one, and joins nothing to claims.
  acceptSure: actions.joinAction,
  giveSureBack: actions.joinAction,
  link: actions.joinAction,
  affirmMatch: actions.joinAction,
  refuseMatch: actions.joinAction,
  undoMatch: actions.joinAction,
  createClaim: actions.joinAction,
  saveDraft: actions.saveDraftAction,
};

/** A blind pass of whoever looks: the desk's three panes with what they said themselves, and nothing that anybody else did. */
export default async function PassPage({ params }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).readingId);
  if (!id.success) notFound();
  const reading = await readingView(actor, id.data);
  if (reading === null) notFound();
  if (reading.mine?.isGivenUp !== false) redirect(`/desk/readings/${reading.id}`);
  const since = await lastAct();
  const page = await passDesk(actor, reading.id);
  if (page === null || page.review === null) redirect(`/desk/readings/${reading.id}`);
  const versions = await versionsView(actor.id, page.version.id, []);
  if (versions === null) notFound();
  return (
    <Annotator
      key={page.review.id}
      desk={page}
      queue={await queuePane(actor, plainQueue("mine"), { versionId: page.version.id }, null)}
      place={{
        actor,
        today: dayOf(new Date(), timeZone()),
        timeZone: timeZone(),
        now: new Date(),
        unread: await countUnread(actor.id),
        hasModel: languageModel() !== null,
        drafts: await draftsUnder(actor, `article:${page.review.id}:`),
        promiseForms: [],
        versions,
        carryOver: null,
        lookActs: { refetch: null, watch: null },
        correctFact: null,
        parts: { correct: null, takeBack: null, lookAgain: null },
        dismissal: { dismiss: null, takeBack: null },
        askReading: null,
        guideline: await guidelinePlaces(),
        threads: null,
        provenance: null,
        takesMarks: false,
        since,
        live: null,
        tags: null,
        pass: {
          readingId: reading.id,
          start: reading.start,
          handIn: actions.handInAction,
          giveUp: actions.giveUpAction,
        },
        actions: PASS_ACTS,
      }}
      review={{ open: null, ...REVIEW_STEPS }}
    />
  );
}
