import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProvenanceRecord } from "#components/provenance/provenance-record";
import { openReadingOf } from "#lib/db/readings/views";
import { provenancePage } from "#lib/desk/provenance-page";
import { may } from "#lib/domain/actor";
import { listedPlace } from "#lib/domain/desk-lists";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import * as actions from "./actions";

export const metadata: Metadata = { title: `${words.provenance.title}.` };

interface Props {
  readonly params: Promise<{ readonly versionId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a page's text is from, sentence by sentence, and who has it from there: of those the part that `?after=` or `?before=` names. */
export default async function SourcesPage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).versionId);
  const place = listedPlace(await searchParams);
  const desk = id.success && place !== undefined ? await provenancePage(id.data, place) : null;
  if (desk === null) notFound();
  const isBlind = (await openReadingOf(desk.versionId)) !== null;
  const mayDecide = may(actor.role, "provenance.confirm") && !isBlind;
  return (
    <ProvenanceRecord
      desk={desk}
      timeZone={timeZone()}
      acts={
        mayDecide
          ? {
              confirm: actions.confirmAction,
              dismiss: actions.dismissAction,
              undo: actions.undoAction,
              add: actions.addAction,
            }
          : null
      }
    />
  );
}
