import type { Metadata } from "next";
import Link from "next/link";
import { GuidelineText } from "#components/guideline/guideline-text";
import { SavedVersions, VersionLine } from "#components/ui/saved-versions";
import { guidelineEntries, newestGuideline } from "#lib/db/guideline/guideline";
import { may } from "#lib/domain/actor";
import { GuidelineNumber } from "#lib/domain/guideline";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";

const say = words.guideline;

export const metadata: Metadata = { title: `${say.title}.` };

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The newest version of the newsroom's guideline, and the list of those before it. */
export default async function GuidelinePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requirePage();
  const mayWrite = may(actor.role, "guideline.write");
  const newest = await newestGuideline();
  if (newest === null) return <None mayWrite={mayWrite} />;
  const before = GuidelineNumber.safeParse((await searchParams).before).data ?? null;
  const { entries, older } = await guidelineEntries(before);
  return (
    <>
      <h1 className="page-title">{say.title}</h1>
      <VersionLine entry={newest} timeZone={timeZone()} say={say} />
      <p className="cluster mt-3">
        {mayWrite && <Link href="/admin/guideline">{say.writeNext}</Link>}
        <a href="#versions">{say.versions.title}</a>
      </p>
      <GuidelineText text={newest.text} isWithContents />
      <SavedVersions
        entries={entries}
        older={older}
        newest={newest.number}
        at="/desk/guideline"
        timeZone={timeZone()}
        say={say}
      />
    </>
  );
}

function None({ mayWrite }: { mayWrite: boolean }) {
  return (
    <>
      <h1 className="page-title">{say.none.title}</h1>
      <p className="mt-4">{say.none.text}</p>
      <p className="cluster mt-4">
        <Link href="/method/words">{say.none.words}</Link>
        {mayWrite && <Link href="/admin/guideline">{say.none.write}</Link>}
      </p>
    </>
  );
}
