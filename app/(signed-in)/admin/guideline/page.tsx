import type { Metadata } from "next";
import Link from "next/link";
import { GuidelineForm } from "#components/guideline/guideline-form";
import { guidelineVersion, newestGuideline } from "#lib/db/guideline/guideline";
import { draftsUnder } from "#lib/desk/drafts";
import type { Actor } from "#lib/domain/actor";
import { FORM_DRAFTS } from "#lib/domain/form-state";
import { GuidelineNumber, type GuidelineVersion } from "#lib/domain/guideline";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";
import { firstGuideline } from "#lib/words/first-guideline";
import { writeAction } from "./actions";

const say = words.guideline;

export const metadata: Metadata = { title: `${say.write.title}.`, robots: { index: false } };

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** Where admins write the next version of the guideline. */
export default async function WriteGuidelinePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requirePage("ADMIN");
  const newest = await newestGuideline();
  const asked = (await searchParams).from;
  const from = await beginning(asked ?? (await begunFrom(actor)), newest);
  return (
    <>
      <p className="kicker">{say.kicker}</p>
      <h1 className="page-title">{say.write.title}</h1>
      <p className="measure mt-4">{say.write.intro}</p>
      <p className="cluster measure mt-2">
        {from.number === 0 ? say.write.startsFresh : say.write.startsFrom(from.number)}
        {newest !== null && <Link href="/desk/guideline">{say.versions.title}</Link>}
      </p>
      <GuidelineForm key={String(asked)} from={from} newest={newest} action={writeAction} />
    </>
  );
}

const DRAFTS = `${FORM_DRAFTS}guideline:`;

/** The number of the version that this person began to write from, and didn't save; undefined where there is none. */
async function begunFrom(actor: Actor): Promise<string | undefined> {
  return (await draftsUnder(actor, DRAFTS)).at(-1)?.subject.slice(DRAFTS.length);
}

/** The version of this number; else the newest one, or the definitions of the house. */
async function beginning(
  asked: string | string[] | undefined,
  newest: GuidelineVersion | null,
): Promise<{ readonly number: number; readonly text: string }> {
  const number = GuidelineNumber.safeParse(asked).data;
  const begun = number === undefined ? null : await guidelineVersion(number);
  const none = { number: 0, text: firstGuideline() };
  return begun ?? (asked === "0" ? none : (newest ?? none));
}
