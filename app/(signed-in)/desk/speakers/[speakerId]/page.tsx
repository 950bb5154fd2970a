import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { SpeakerRecord } from "#components/speakers/speaker-record";
import { speakerDesk, speakerStatements } from "#lib/db/speakers/desk";
import { may } from "#lib/domain/actor";
import { TimeCursor } from "#lib/domain/cursors";
import { ReaderLabel } from "#lib/domain/labels-shapes";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { mergeAction, nameAction, partAction } from "./actions";

interface Props {
  readonly params: Promise<{ readonly speakerId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Read once for the page and its title. */
const deskOf = cache(async (speakerId: unknown) => {
  const id = Id.safeParse(speakerId);
  return id.success ? speakerDesk(id.data) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePage();
  const desk = await deskOf((await params).speakerId);
  return { title: `${words.speakers.one.kicker}: ${firstWords(desk?.name ?? "", 60)}` };
}

/**
 * One speaker. `?with=` shows what merging them into another would move, `?part=` what parting one of their names would; `?merged=` and
 * `?parted=` say what was just done, with the way back.
 */
export default async function SpeakerPage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const desk = await deskOf((await params).speakerId);
  if (desk === null) notFound();
  const asked = await searchParams;
  const label = ReaderLabel.safeParse(asked.label).data ?? null;
  const after = asked.after === undefined ? null : TimeCursor.safeParse(asked.after).data;
  if (after === undefined) notFound();
  const other = async (id: string | string[] | undefined) => (id === undefined ? null : deskOf(id));
  const merge = may(actor.role, "speaker.merge");
  return (
    <SpeakerRecord
      desk={desk}
      statements={await speakerStatements(desk.id, label, after)}
      shown={{ label, isFirst: after === null }}
      into={await other(asked.with)}
      parting={await other(asked.part)}
      merged={await other(asked.merged)}
      parted={await other(asked.parted)}
      timeZone={timeZone()}
      actions={merge ? { name: nameAction, merge: mergeAction, part: partAction } : null}
    />
  );
}
