import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ModelLedger } from "#components/proposals/model-ledger";
import { modelLedger } from "#lib/db/proposals/ledger";
import { languageModel } from "#lib/domain/language-model";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";

const say = words.proposals.ledger;

/** Where no model is set, not even the name of the page is told. */
export function generateMetadata(): Metadata {
  return languageModel() === null ? {} : { title: `${say.title}.`, robots: { index: false } };
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the language model was asked for and what it cost; `?before=` goes on with older requests. Not there where none is set. */
export default async function LanguageModelPage({ searchParams }: Props) {
  await requirePage("ADMIN");
  const model = languageModel();
  if (model === null) notFound();
  const before = Id.safeParse((await searchParams).before).data ?? null;
  // The key stays here.
  const { key: _, url, ...shown } = model;
  return (
    <>
      <p className="kicker">{say.kicker}</p>
      <h1 className="page-title">{say.title}</h1>
      <p className="measure mt-6">{say.intro}</p>
      <ModelLedger
        model={{ ...shown, host: new URL(url).host }}
        ledger={await modelLedger(new Date(), before)}
        isOlder={before !== null}
        timeZone={timeZone()}
      />
    </>
  );
}
