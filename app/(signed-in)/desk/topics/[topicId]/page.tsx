import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TopicRecord } from "#components/topics/topic-record";
import { topicDesk } from "#lib/db/topics/desk";
import { may } from "#lib/domain/actor";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import { mergeAction, nameAction, partAction } from "./actions";

interface Props {
  readonly params: Promise<{ readonly topicId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Read once for the page and its title. */
const deskOf = cache(async (topicId: unknown) => {
  const id = Id.safeParse(topicId);
  return id.success ? topicDesk(id.data) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await requirePage();
  const desk = await deskOf((await params).topicId);
  return { title: `${words.topics.one.kicker}: ${firstWords(desk?.name ?? "", 60)}` };
}

/**
 * One topic. `?with=` shows what merging it into another would move, `?part=` what parting one that was merged would; `?merged=` and `?parted=` say
 * what was just done, with the way back.
 */
export default async function TopicPage({ params, searchParams }: Props) {
  const actor = await requirePage();
  const desk = await deskOf((await params).topicId);
  if (desk === null) notFound();
  const asked = await searchParams;
  const other = async (id: string | string[] | undefined) => (id === undefined ? null : deskOf(id));
  return (
    <TopicRecord
      desk={desk}
      into={await other(asked.with)}
      parting={await other(asked.part)}
      merged={await other(asked.merged)}
      parted={await other(asked.parted)}
      timeZone={timeZone()}
      actions={
        may(actor.role, "topic.merge") ? { name: nameAction, merge: mergeAction, part: partAction } : null
      }
    />
  );
}
