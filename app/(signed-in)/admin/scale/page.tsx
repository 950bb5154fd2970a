import type { Metadata } from "next";
import Link from "next/link";
import { ScaleForm } from "#components/scale/scale-form";
import { openVerdicts } from "#lib/db/claims/verdicts";
import { scaleInForce, scaleVersion } from "#lib/db/scale/scale";
import { draftsUnder } from "#lib/desk/drafts";
import type { Actor } from "#lib/domain/actor";
import { FORM_DRAFTS } from "#lib/domain/form-state";
import { ScaleNumber } from "#lib/domain/scale-shapes";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";
import { writeAction } from "./actions";

const say = words.scale;

export const metadata: Metadata = { title: `${say.write.title}.`, robots: { index: false } };

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** Where admins write the next version of the scale of verdicts. */
export default async function WriteScalePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await requirePage("ADMIN");
  const newest = await scaleInForce();
  const asked = (await searchParams).from;
  const number = ScaleNumber.safeParse(asked ?? (await begunFrom(actor))).data;
  const from = (number === undefined ? null : await scaleVersion(number)) ?? newest;
  return (
    <>
      <p className="kicker">{say.kicker}</p>
      <h1 className="page-title">{say.write.title}</h1>
      <p className="measure mt-4">{say.write.intro}</p>
      <p className="cluster measure mt-2">
        {say.write.startsFrom(from.number)}
        <Link href="/desk/scale">{say.versions.title}</Link>
      </p>
      <ScaleForm
        key={String(asked)}
        from={from}
        newest={newest}
        open={await openVerdicts()}
        action={writeAction}
      />
    </>
  );
}

const DRAFTS = `${FORM_DRAFTS}scale:`;

/** The number of the version that this person began to write from, and didn't save; undefined where there is none. */
async function begunFrom(actor: Actor): Promise<string | undefined> {
  return (await draftsUnder(actor, DRAFTS)).at(-1)?.subject.slice(DRAFTS.length);
}
