import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportRecord } from "#components/imports/import-record";
import { importById } from "#lib/db/imports/views";
import { may } from "#lib/domain/actor";
import { mayCancel } from "#lib/domain/import-states";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { cancelAction, retryAction } from "./actions";

export const metadata: Metadata = { title: `${words.desk.queue.imports}.` };

interface Props {
  readonly params: Promise<{ readonly importId: string }>;
}

/** How one page on its way in is doing, and what to do where it was refused. */
export default async function OneImportPage({ params }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).importId);
  const given = id.success ? await importById(id.data) : null;
  if (given === null) notFound();
  const retry = may(actor.role, "import.retry") ? retryAction : null;
  const cancel = mayCancel(actor, given.requestedById) ? cancelAction : null;
  return <ImportRecord given={given} timeZone={timeZone()} retry={retry} cancel={cancel} />;
}
