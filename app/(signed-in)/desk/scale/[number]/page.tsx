import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BringBack } from "#components/guideline/bring-back";
import { ScaleChanges } from "#components/scale/scale-changes";
import { ScaleTable } from "#components/scale/scale-table";
import { VersionLine } from "#components/ui/saved-versions";
import { Section } from "#components/ui/section";
import { scaleInForce, scaleVersion } from "#lib/db/scale/scale";
import { may } from "#lib/domain/actor";
import { scaleChanges } from "#lib/domain/scale";
import { ScaleNumber } from "#lib/domain/scale-shapes";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { bringBackAction } from "./actions";

const say = words.scale;

interface Props {
  readonly params: Promise<{ readonly number: string }>;
}

/** Read once for the page and its title. */
const load = cache(async (asked: string) => {
  const actor = await requirePage();
  const number = ScaleNumber.safeParse(asked);
  const version = number.success ? await scaleVersion(number.data) : null;
  if (version === null) notFound();
  return { actor, version };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { version } = await load((await params).number);
  return { title: `${say.title}, ${say.version(version.number)}.` };
}

/** One version of the scale of verdicts, at its own address for good. */
export default async function ScaleVersionPage({ params }: Props) {
  const { actor, version } = await load((await params).number);
  const { number, codes } = version;
  const { number: newest } = await scaleInForce();
  const before = number > 1 ? await scaleVersion(number - 1) : null;
  return (
    <>
      <p className="kicker">
        <Link href="/desk/scale">{say.title}</Link>
      </p>
      <h1 className="page-title">{say.version(number)}</h1>
      <VersionLine entry={version} timeZone={timeZone()} say={words.scale} />
      {number !== newest && <p className="note mt-4">{say.earlier(newest)}</p>}
      {number !== newest && may(actor.role, "scale.bringBack") && (
        <BringBack of="scale" number={number} seen={newest} action={bringBackAction} />
      )}
      <ScaleTable codes={codes} />
      {before !== null && (
        <Section id="changes" title={say.changes.title(before.number)}>
          <ScaleChanges changes={scaleChanges(before.codes, codes)} />
        </Section>
      )}
    </>
  );
}
