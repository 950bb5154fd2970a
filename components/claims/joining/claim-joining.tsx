import Link from "next/link";
import { ActButton } from "#components/ui/act-button";
import { ArrivedHeading } from "#components/ui/arrived";
import { ReasonForm } from "#components/ui/reason-form";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import { type MergingClaim, refuseMergingClaims, refusePartingClaim } from "#lib/domain/claim-merging";
import type { FormAction } from "#lib/domain/form-state";
import { RefusedError } from "#lib/domain/refusals";
import { words } from "#lib/words";
import { firstWords, isolated } from "#lib/words/lists";
import { refusalWords } from "#lib/words/rules";
import { MovesOfClaim } from "./moves-of-claim";

const said = words.claimMerging;
const QUOTED = 160;
const short = (claim: ClaimDesk) => isolated(firstWords(claim.claim.wording, QUOTED));
const addressOf = ({ claim }: ClaimDesk) => `/desk/claims/${claim.id}`;

interface Props {
  readonly desk: ClaimDesk;
  /** Other claims, each null where the address names none: what this one may be joined with, and what is to be parted from it. */
  readonly into: ClaimDesk | null;
  readonly parting: ClaimDesk | null;
  /** What was just joined with this one, or parted from it. */
  readonly merged: ClaimDesk | null;
  readonly parted: ClaimDesk | null;
  /** Null where this person may not. */
  readonly actions: { readonly merge: FormAction; readonly part: FormAction } | null;
}

/** What is asked, and what is told, of joining a claim with another: a preview before it is done, the way back after. */
export function ClaimJoining({ desk, into, parting, merged, parted, actions }: Props) {
  return (
    <>
      {desk.mergedInto && (
        <p className="note mt-4 mb-4">
          <span dir="auto">{said.mergedAway(isolated(firstWords(desk.mergedInto.wording, QUOTED)))}</span>{" "}
          <Link href={`/desk/claims/${desk.mergedInto.id}`}>{said.toRoot}</Link>
        </p>
      )}
      {merged?.mergedInto?.id === desk.claim.id && <JustMerged other={merged} part={actions?.part ?? null} />}
      {parted?.mergedInto === null && <JustParted desk={desk} other={parted} />}
      {into && actions && <MergePreview from={desk} into={into} merge={actions.merge} />}
      {parting && actions && parting.mergedInto?.id === desk.claim.id && (
        <PartPreview desk={desk} member={parting} part={actions.part} />
      )}
    </>
  );
}

/** What joining would do, and the form that does it; in its place why it can't be done. */
function MergePreview({ from, into, merge }: { from: ClaimDesk; into: ClaimDesk; merge: FormAction }) {
  const refusal = whyNot(() => refuseMergingClaims(asMerging(from), asMerging(into)));
  return (
    <section className="move mb-4" aria-labelledby="j-preview">
      <ArrivedHeading id="j-preview" name={`${from.claim.id} ${into.claim.id}`}>
        {said.preview}
      </ArrivedHeading>
      <dl className="facts mt-3">
        <dt>{said.from}</dt>
        <dd dir="auto">{from.claim.wording}</dd>
        <dt>{said.into}</dt>
        <dd dir="auto">
          <Link href={addressOf(into)}>{into.claim.wording}</Link>
        </dd>
      </dl>
      {refusal !== null ? (
        <Refused refusal={refusal} back={addressOf(from)} />
      ) : (
        <>
          <p className="mt-3">
            {said.remains}{" "}
            <Link href={`${addressOf(into)}?with=${from.claim.id}`} prefetch={false}>
              {said.turn}
            </Link>
          </p>
          <MovesOfClaim claim={from} />
          <p className="mt-3 small">{said.undoable}</p>
          <ReasonForm
            draft={`merge-claim:${from.claim.id}`}
            action={merge}
            hidden={{
              claimId: from.claim.id,
              revision: String(from.claim.revision),
              intoId: into.claim.id,
              intoRevision: String(into.claim.revision),
            }}
            label={said.reason}
            hint={said.reasonHint}
            submit={said.merge}
            cancel={addressOf(from)}
            cancelLabel={said.cancel}
            next={`${addressOf(into)}?merged=${from.claim.id}`}
          />
        </>
      )}
    </section>
  );
}

/** What parting would do, and the form that does it; in its place why it can't be done now. */
function PartPreview({ desk, member, part }: { desk: ClaimDesk; member: ClaimDesk; part: FormAction }) {
  const refusal = whyNot(() => refusePartingClaim(asMerging(member), asMerging(desk)));
  return (
    <section className="move mb-4" aria-labelledby="j-preview">
      <ArrivedHeading id="j-preview" name={member.claim.id}>
        {said.parting.preview}
      </ArrivedHeading>
      <p className="claim-words mt-3" dir="auto">
        {member.claim.wording}
      </p>
      {refusal !== null ? (
        <Refused refusal={refusal} back={addressOf(desk)} />
      ) : (
        <>
          <p className="mt-3">{said.parting.lede}</p>
          <MovesOfClaim claim={member} />
          <ReasonForm
            draft={`part-claim:${member.claim.id}`}
            action={part}
            hidden={{ claimId: member.claim.id, revision: String(member.claim.revision) }}
            label={said.parting.reason}
            submit={said.parting.part}
            cancel={addressOf(desk)}
            cancelLabel={said.cancel}
            next={`${addressOf(desk)}?parted=${member.claim.id}`}
          />
        </>
      )}
    </section>
  );
}

function Refused({ refusal, back }: { refusal: string; back: string }) {
  return (
    <>
      <p className="mt-3">
        <b>{said.impossible}</b> <span dir="auto">{refusal}</span>
      </p>
      <p className="mt-3">
        <Link href={back}>{said.cancel}</Link>
      </p>
    </>
  );
}

function whyNot(rule: () => void): string | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return refusalWords(error);
    throw error;
  }
}

const asMerging = ({ claim, mergedInto, merged, review }: ClaimDesk): MergingClaim => ({
  id: claim.id,
  wording: claim.wording,
  mergedInto: mergedInto?.wording ?? null,
  size: merged.length + 1,
  isHandedIn: review?.state === "SUBMITTED",
});

/** What was just joined, with the way back. It stands until one goes on, also after a reload. */
function JustMerged({ other, part }: { other: ClaimDesk; part: FormAction | null }) {
  const hidden = { claimId: other.claim.id, revision: String(other.claim.revision), reason: said.undoReason };
  return (
    <section className="note mt-4 mb-4" aria-labelledby="j-done">
      <ArrivedHeading id="j-done" name={other.claim.id}>
        {said.done(short(other))}
      </ArrivedHeading>
      {part && <ActButton action={part} hidden={hidden} label={said.undo} />}
    </section>
  );
}

function JustParted({ desk, other }: { desk: ClaimDesk; other: ClaimDesk }) {
  return (
    <section className="note mt-4 mb-4" aria-labelledby="j-done">
      <ArrivedHeading id="j-done" name={other.claim.id}>
        {said.parting.done(short(other))}
      </ArrivedHeading>
      <p className="cluster mt-2">
        <Link href={addressOf(other)}>{said.parting.look}</Link>
        <Link href={`${addressOf(other)}?with=${desk.claim.id}`}>{said.parting.mergeAgain}</Link>
      </p>
    </section>
  );
}
