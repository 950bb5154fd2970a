import type { Metadata } from "next";
import Link from "next/link";
import { ReadingList } from "#components/readings/reading-list";
import { ReadingRuleForm } from "#components/readings/reading-rule-form";
import { currentRule, readingLists } from "#lib/db/readings/views";
import { may } from "#lib/domain/actor";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";
import { setRuleAction } from "./actions";

const said = words.readings.list;

export const metadata: Metadata = { title: `${said.title}.` };

/** What there is to read blind, and what to settle. */
export default async function ReadingsPage() {
  const actor = await requirePage();
  const rule = await currentRule();
  const lists = await readingLists(actor);
  return (
    <>
      <h1 className="page-title">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <p className="mt-3">
        <Link href="/desk/readings/agreement">{words.readings.agreement.link}</Link>
      </p>
      <ReadingList lists={lists} />
      <ReadingRuleForm rule={rule} set={may(actor.role, "reading.rule") ? setRuleAction : null} />
    </>
  );
}
