import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublisherRecord } from "#components/publishers/publisher-record";
import { publisherDesk } from "#lib/db/publishers/desk";
import { may } from "#lib/domain/actor";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { markAction } from "./actions";

export const metadata: Metadata = { title: `${words.publishers.kicker}.` };

interface Props {
  readonly params: Promise<{ readonly publisherId: string }>;
  readonly searchParams: Promise<{ readonly after?: string | string[] }>;
}

/** One publisher: which kind it is, the pages that came from it, and who marked it. */
export default async function PublisherPage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).publisherId);
  const { after } = await searchParams;
  const place = after === undefined ? null : Id.safeParse(after).data;
  const desk = id.success && place !== undefined ? await publisherDesk(id.data, place) : null;
  if (desk === null) notFound();
  return (
    <PublisherRecord
      desk={desk}
      isFirst={place === null}
      timeZone={timeZone()}
      mark={may(actor.role, "publisher.mark") ? markAction : null}
    />
  );
}
