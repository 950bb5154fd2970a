import type { Metadata } from "next";
import Link from "next/link";
import { ScaleTable } from "#components/scale/scale-table";
import { SavedVersions, VersionLine } from "#components/ui/saved-versions";
import { scaleEntries, scaleInForce } from "#lib/db/scale/scale";
import { may } from "#lib/domain/actor";
import { ScaleNumber } from "#lib/domain/scale-shapes";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";

const say = words.scale;

export const metadata: Metadata = { title: `${say.title}.` };

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The scale of verdicts that is in force, and the list of its versions. */
export default async function ScalePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requirePage();
  const newest = await scaleInForce();
  const before = ScaleNumber.safeParse((await searchParams).before).data ?? null;
  const { entries, older } = await scaleEntries(before);
  return (
    <>
      <h1 className="page-title">{say.title}</h1>
      <p className="measure mt-4">{say.lede}</p>
      <VersionLine entry={newest} timeZone={timeZone()} say={say} />
      <p className="cluster mt-3">
        {may(actor.role, "scale.write") && <Link href="/admin/scale">{say.writeNext}</Link>}
        <a href="#versions">{say.versions.title}</a>
      </p>
      <ScaleTable codes={newest.codes} />
      <SavedVersions
        entries={entries}
        older={older}
        newest={newest.number}
        at="/desk/scale"
        timeZone={timeZone()}
        say={say}
      />
    </>
  );
}
