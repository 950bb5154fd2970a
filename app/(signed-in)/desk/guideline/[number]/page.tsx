import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BringBack } from "#components/guideline/bring-back";
import { GuidelineText } from "#components/guideline/guideline-text";
import { VersionLine } from "#components/ui/saved-versions";
import { guidelinePlaces, guidelineVersion } from "#lib/db/guideline/guideline";
import { may } from "#lib/domain/actor";
import { GuidelineNumber } from "#lib/domain/guideline";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { bringBackAction } from "./actions";

const say = words.guideline;

interface Props {
  readonly params: Promise<{ readonly number: string }>;
}

/** Read once for the page and its title. */
const load = cache(async (asked: string) => {
  const actor = await requirePage();
  const number = GuidelineNumber.safeParse(asked);
  const version = number.success ? await guidelineVersion(number.data) : null;
  if (version === null) notFound();
  return { actor, version };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await load((await params).number);
  return { title: `${say.title}, ${say.version(version.number)}.` };
}

/** One version of the guideline, at its own address for good. */
export default async function GuidelineVersionPage({ params }: Props) {
  const { actor, version } = await load((await params).number);
  const { number } = version;
  const newest = (await guidelinePlaces())?.number ?? number;
  return (
    <>
      <p className="kicker">
        <Link href="/desk/guideline">{say.title}</Link>
      </p>
      <h1 className="page-title">{say.version(number)}</h1>
      <VersionLine entry={version} timeZone={timeZone()} say={words.guideline} />
      {number !== newest && <p className="note mt-4">{say.earlier(newest)}</p>}
      <p className="cluster mt-3">
        {number > 1 && (
          <Link href={`/desk/guideline/${number}/changes`}>{say.versions.changes(number - 1, number)}</Link>
        )}
        {number !== newest && (
          <Link href={`/desk/guideline/${newest}/changes?from=${number}`}>
            {say.versions.changes(number, newest)}
          </Link>
        )}
      </p>
      {number !== newest && may(actor.role, "guideline.bringBack") && (
        <BringBack of="guideline" number={number} seen={newest} action={bringBackAction} />
      )}
      <GuidelineText text={version.text} isWithContents />
    </>
  );
}
