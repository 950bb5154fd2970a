import Link from "next/link";
import * as ui from "#components/ui/merging";
import type { ClaimDesk } from "#lib/domain/claim-desk";
import { type MergingClaim, refuseMergingClaims, refusePartingClaim } from "#lib/domain/claim-merging";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { firstWords, isolated } from "#lib/words/lists";
import { MovesOfClaim } from "./moves-of-claim";

const said = words.claimMerging;
const QUOTED = 160;
const short = (claim: ClaimDesk) => isolated(firstWords(claim.claim.wording, QUOTED));
const addressOf = ({ claim }: ClaimDesk) => `/desk/claims/${claim.id}`;
const asMergeable = (desk: ClaimDesk) => ({
  id: desk.claim.id,
  revision: desk.claim.revision,
  at: addressOf(desk),
});

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
    <div className="mb-4">
      {desk.mergedInto && (
        <p className="note mt-4">
          <span dir="auto">{said.mergedAway(isolated(firstWords(desk.mergedInto.wording, QUOTED)))}</span>{" "}
          <Link href={`/desk/claims/${desk.mergedInto.id}`}>{said.toRoot}</Link>
        </p>
      )}
      {merged?.mergedInto?.id === desk.claim.id && (
        <ui.JustMerged
          kind="claim"
          title={said.done(short(merged))}
          other={asMergeable(merged)}
          part={actions?.part ?? null}
          said={said}
        />
      )}
      {parted?.mergedInto === null && (
        <ui.JustParted
          title={said.parting.done(short(parted))}
          other={asMergeable(parted)}
          of={asMergeable(desk)}
          parting={said.parting}
        />
      )}
      {into && actions && <MergePreview from={desk} into={into} merge={actions.merge} />}
      {parting && actions && parting.mergedInto?.id === desk.claim.id && (
        <PartPreview desk={desk} member={parting} part={actions.part} />
      )}
    </div>
  );
}

function MergePreview({ from, into, merge }: { from: ClaimDesk; into: ClaimDesk; merge: FormAction }) {
  return (
    <ui.MergePreview
      kind="claim"
      title={said.preview}
      about={
        <dl className="facts mt-3">
          <dt>{said.from}</dt>
          <dd dir="auto">{from.claim.wording}</dd>
          <dt>{said.into}</dt>
          <dd dir="auto">
            <Link href={addressOf(into)}>{into.claim.wording}</Link>
          </dd>
        </dl>
      }
      from={asMergeable(from)}
      into={asMergeable(into)}
      refusal={ui.whyNot(() => refuseMergingClaims(asMerging(from), asMerging(into)))}
      remains={said.remains}
      moves={<MovesOfClaim claim={from} />}
      merge={merge}
      said={said}
    />
  );
}

function PartPreview({ desk, member, part }: { desk: ClaimDesk; member: ClaimDesk; part: FormAction }) {
  return (
    <ui.PartPreview
      kind="claim"
      title={said.parting.preview}
      about={
        <p className="claim-words mt-3" dir="auto">
          {member.claim.wording}
        </p>
      }
      member={asMergeable(member)}
      of={asMergeable(desk)}
      refusal={ui.whyNot(() => refusePartingClaim(asMerging(member), asMerging(desk)))}
      moves={<MovesOfClaim claim={member} />}
      part={part}
      said={said}
      parting={said.parting}
    />
  );
}

const asMerging = ({ claim, mergedInto, merged, review }: ClaimDesk): MergingClaim => ({
  id: claim.id,
  wording: claim.wording,
  mergedInto: mergedInto?.wording ?? null,
  size: merged.length + 1,
  isHandedIn: review?.state === "SUBMITTED",
});
