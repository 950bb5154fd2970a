import type { Metadata } from "next";
import { ReadingList } from "#components/readings/reading-list";
import { readingLists } from "#lib/db/readings/views";
import { requirePage } from "#lib/next/session";
import { words } from "#lib/words";

const said = words.readings.list;

export const metadata: Metadata = { title: `${said.title}.` };

/** What there is to read blind, and what to settle. */
export default async function ReadingsPage() {
  const actor = await requirePage();
  const lists = await readingLists(actor);
  return (
    <>
      <h1 className="page-title">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <ReadingList lists={lists} />
    </>
  );
}
