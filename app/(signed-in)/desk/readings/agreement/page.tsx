import type { Metadata } from "next";
import Link from "next/link";
import { AgreementBoard } from "#components/readings/agreement-board";
import { agreementCounts, ownDifferences } from "#lib/db/readings/agreement";
import { AgreementField } from "#lib/domain/agreement-report";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";

const said = words.readings.agreement;

export const metadata: Metadata = { title: `${said.title}.` };

interface Props {
  readonly searchParams: Promise<{ readonly field?: string | string[] }>;
}

/** How far blind readers agree, field by field, and where one's own labels ended as others. */
export default async function AgreementPage({ searchParams }: Props) {
  const actor = await requirePage();
  const field = AgreementField.catch("LABEL").parse((await searchParams).field);
  const { counts, names } = await agreementCounts(new Date());
  return (
    <>
      <p className="kicker">
        <Link href="/desk/readings">{said.back}</Link>
      </p>
      <h1 className="page-title">{said.title}</h1>
      <p className="lede">{said.lede}</p>
      <AgreementBoard counts={counts} names={names} field={field} own={await ownDifferences(actor)} />
    </>
  );
}
