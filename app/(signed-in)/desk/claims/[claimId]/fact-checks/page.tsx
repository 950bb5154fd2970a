import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { FoundChecks } from "#components/fact-checks/found-checks";
import { LookAtAddress, LookAtGiven } from "#components/fact-checks/look-forms";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import { factChecksOf } from "#lib/db/fact-checks/looks";
import { may } from "#lib/domain/actor";
import { Id } from "#lib/domain/reviews";
import { requirePage } from "#lib/next/session";
import * as words from "#lib/words";
import { addressAction, givenAction, takeAction } from "./actions";

const said = words.factChecks;

export const metadata: Metadata = { title: `${said.title}.` };

/** What other fact-checkers say of a claim: read at an address or in a file, and put into the form for evidence. */
export default async function FactChecksPage({
  params,
}: {
  readonly params: Promise<{ readonly claimId: string }>;
}) {
  const actor = await requirePage();
  const id = Id.safeParse((await params).claimId).data;
  const claim = id === undefined ? null : await factChecksOf(id, actor.id);
  if (id === undefined || claim === null || !may(actor.role, "factCheck.look")) notFound();
  return (
    <KeptFocus heading="checks-title">
      <p className="kicker">
        <Link href={`/desk/claims/${id}`}>{said.toClaim}</Link>
      </p>
      <h1 className="page-title" id="checks-title">
        {said.title}
      </h1>
      <p className="mt-2 wrap-anywhere" dir="auto">
        {claim.wording}
      </p>
      <p className="lede">{said.lede}</p>
      {claim.look && <FoundChecks look={claim.look} take={takeAction} />}
      <Section id="address" title={said.addressTitle}>
        <LookAtAddress claimId={id} look={addressAction} />
      </Section>
      <Section id="given" title={said.givenTitle}>
        <LookAtGiven claimId={id} look={givenAction} />
      </Section>
    </KeptFocus>
  );
}
