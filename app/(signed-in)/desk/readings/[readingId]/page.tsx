import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ReadingRecord } from "#components/readings/reading-record";
import { SettleBoard } from "#components/readings/settle-board";
import { settlingView } from "#lib/db/readings/settling";
import { readingView } from "#lib/db/readings/views";
import { draftsUnder, underQuestions } from "#lib/desk/drafts";
import { may } from "#lib/domain/actor";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import * as actions from "./actions";

const said = words.readings;

interface Props {
  readonly params: Promise<{ readonly readingId: string }>;
}

/** Read once for the page and its title. */
const readingOf = cache(async (readingId: string) => {
  const actor = await requirePage();
  const id = Id.safeParse(readingId);
  const reading = id.success ? await readingView(actor, id.data) : null;
  if (reading === null) notFound();
  return { actor, reading };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { reading } = await readingOf((await params).readingId);
  return { title: `${reading.title ?? said.list.untitled}.` };
}

/** How far a blind reading is; once both passes are in, where they differ. */
export default async function ReadingPage({ params }: Props) {
  const { actor, reading } = await readingOf((await params).readingId);
  const mayCallOff = may(actor.role, "reading.callOff");
  const settling = await settlingView(actor, reading.id);
  return (
    <>
      <p className="kicker">{said.page.kicker}</p>
      <h1 className="page-title" dir="auto">
        {reading.title ?? said.list.untitled}
      </h1>
      <ReadingRecord
        key={`${reading.id} ${reading.revision}`}
        personId={actor.id}
        reading={reading}
        timeZone={timeZone()}
        drafts={await draftsUnder(actor, ...underQuestions([reading.id]))}
        acts={{
          take: actions.takeAction,
          callOff: mayCallOff ? actions.callOffAction : null,
          release: mayCallOff ? actions.releaseAction : null,
          saveDraft: actions.saveDraftAction,
        }}
      />
      {settling && (
        <SettleBoard
          personId={actor.id}
          reading={reading}
          settling={settling}
          drafts={await draftsUnder(actor, "unit:")}
          acts={may(actor.role, "reading.settle") ? SETTLE : null}
        />
      )}
    </>
  );
}

const SETTLE = {
  settle: actions.settleAction,
  decide: actions.decideAction,
  finish: actions.finishAction,
  saveDraft: actions.saveDraftAction,
};
