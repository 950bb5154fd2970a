import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { VersionLine } from "#components/ui/saved-versions";
import { ChangesText } from "#components/versions/changes-text";
import { guidelineVersion } from "#lib/db/guideline/guideline";
import { GuidelineNumber } from "#lib/domain/guideline";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import { compareVersions } from "#lib/versions/compare";
import { shownPieces } from "#lib/versions/fate-view";
import { blocksOf } from "#lib/versions/paragraphs";
import * as words from "#lib/words";

const say = words.guideline.changes;

interface Props {
  readonly params: Promise<{ readonly number: string }>;
  readonly searchParams: Promise<{ readonly from?: string }>;
}

/** The version, and the one that it is compared with: that of the address, else the one before it; null where it is the first. */
const load = cache(async (asked: string, from: string | undefined) => {
  await requirePage();
  const number = GuidelineNumber.safeParse(asked);
  const version = number.success ? await guidelineVersion(number.data) : null;
  if (version === null) notFound();
  const beside = GuidelineNumber.safeParse(from).data ?? version.number - 1;
  const other = beside > 0 && beside !== version.number ? await guidelineVersion(beside) : null;
  if (other === null) return { pair: null };
  const [older, newer] = other.number < version.number ? [other, version] : [version, other];
  return { pair: { older, newer } };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { pair } = await load((await params).number, (await searchParams).from);
  return { title: `${pair === null ? say.only : say.title(pair.older.number, pair.newer.number)}.` };
}

/** Two versions of the guideline, word by word. */
export default async function GuidelineChangesPage({ params, searchParams }: Props) {
  const { pair } = await load((await params).number, (await searchParams).from);
  const back = <Link href="/desk/guideline">{say.back}</Link>;
  if (pair === null) {
    return (
      <>
        <h1 className="page-title">{say.only}</h1>
        <p className="mt-4">{back}</p>
      </>
    );
  }
  const { older, newer } = pair;
  const texts = { older: older.text, newer: newer.text };
  const { pieces, isWordByWord } = compareVersions(
    { text: older.text, segments: [] },
    { text: newer.text, segments: [] },
  );
  const isSame = older.text === newer.text;
  return (
    <>
      <p className="kicker">{back}</p>
      <h1 className="page-title">{say.title(older.number, newer.number)}</h1>
      <VersionLine entry={older} timeZone={timeZone()} say={words.guideline} />
      <VersionLine entry={newer} timeZone={timeZone()} say={words.guideline} />
      {!isWordByWord && <p className="note mt-4">{words.versions.page.notWordByWord}</p>}
      <p className="xs muted mt-6 mb-4">{isSame ? say.same : say.legend}</p>
      <ChangesText blocks={blocksOf(shownPieces(pieces, texts))} />
    </>
  );
}
