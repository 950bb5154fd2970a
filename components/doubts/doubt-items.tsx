import Link from "next/link";
import { ActButton } from "#components/ui/act-button";
import { ReasonForm } from "#components/ui/reason-form";
import { type DoubtRow, type DoubtSide, doubtHref } from "#lib/domain/doubts";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { firstWords } from "#lib/words/lists";
import { momentWords } from "#lib/words/moments";

const said = words.doubts;
const NAMED = 60;

interface Props {
  readonly doubts: readonly DoubtRow[];
  /** The list that it stands in. */
  readonly here: string;
  /** The doubt that somebody is about to dismiss; null where nobody is. */
  readonly dismissing: string | null;
  /** Null where this person may neither join nor dismiss. */
  readonly actions: { readonly dismiss: FormAction; readonly reopen: FormAction } | null;
  readonly timeZone: string;
}

/** Pairs of wordings that the machine doubts: what each says, why, and the two things that can be done about it. */
export function DoubtItems({ doubts, here, dismissing, actions, timeZone }: Props) {
  return (
    <ul className="stack-5 mt-5">
      {doubts.map((doubt) => (
        <li key={doubt.id} className="move wrap-anywhere">
          <h2 className="item-title">{said.relation[doubt.relation]}</h2>
          <Sides doubt={doubt} />
          <p className="small mt-3">
            {doubt.why.join(" ")} {said.score(Math.round(doubt.score * 100))}{" "}
            <span className="muted">{said.found(momentWords(doubt.foundAt, timeZone))}</span>
          </p>
          {doubt.dismissed !== null ? (
            <Dismissed doubt={doubt} reopen={actions?.reopen ?? null} timeZone={timeZone} />
          ) : (
            actions && (
              <Steps doubt={doubt} here={here} isOpen={doubt.id === dismissing} dismiss={actions.dismiss} />
            )
          )}
        </li>
      ))}
    </ul>
  );
}

function Sides({ doubt: { kind, one, other } }: { doubt: DoubtRow }) {
  const isMissed = kind === "MISSED";
  return (
    <dl className="facts mt-3">
      <dt>{isMissed ? said.firstClaim : said.inClaim}</dt>
      <Side side={isMissed ? one : other} />
      <dt>{isMissed ? said.secondClaim : said.joinedTo}</dt>
      <Side side={isMissed ? other : one} />
    </dl>
  );
}

/** What a side says; the claim that it says it for, where that is called otherwise. */
function Side({ side: { text, day, claim } }: { side: DoubtSide }) {
  const isCalledSo = text === claim.wording;
  return (
    <dd>
      <Link href={`/desk/claims/${claim.id}`} dir="auto" prefetch={false}>
        {claim.wording}
      </Link>
      {!isCalledSo && (
        <blockquote className="quote-s mt-2" dir="auto">
          {text}
        </blockquote>
      )}
      {day !== null && <p className="small muted">{said.readOn(longDay(day))}</p>}
    </dd>
  );
}

const pairOf = ({ one, other }: DoubtRow): string =>
  said.of(firstWords(one.text, NAMED), firstWords(other.text, NAMED));

function Steps({
  doubt,
  here,
  isOpen,
  dismiss,
}: {
  doubt: DoubtRow;
  here: string;
  isOpen: boolean;
  dismiss: FormAction;
}) {
  if (isOpen)
    return (
      <ReasonForm
        draft={`dismiss-doubt:${doubt.id}`}
        action={dismiss}
        hidden={{ doubtId: doubt.id, revision: String(doubt.revision) }}
        label={said.reason}
        hint={said.reasonHint}
        submit={said.confirm}
        cancel={here}
        cancelLabel={said.cancel}
        next={`${here}&dismissed=${doubt.id}`}
      />
    );
  const { kind, one, other } = doubt;
  const look =
    kind === "MISSED"
      ? said.lookAtJoining
      : one.claim.id === other.claim.id
        ? said.lookAtStatement
        : said.lookAtParting;
  return (
    <p className="cluster mt-3">
      <Link href={doubtHref(doubt)} aria-label={`${look}: ${pairOf(doubt)}`} prefetch={false}>
        {look}
      </Link>
      <Link
        href={`${here}&dismiss=${doubt.id}`}
        aria-label={`${said.dismiss}: ${pairOf(doubt)}`}
        scroll={false}
        prefetch={false}
      >
        {said.dismiss}
      </Link>
    </p>
  );
}

function Dismissed({
  doubt,
  reopen,
  timeZone,
}: {
  doubt: DoubtRow;
  reopen: FormAction | null;
  timeZone: string;
}) {
  const { dismissed, id, revision } = doubt;
  if (dismissed === null) return null;
  return (
    <>
      <p className="mt-3">
        {said.dismissedBy(dismissed.by, momentWords(dismissed.at, timeZone))}{" "}
        <span dir="auto">{dismissed.reason}</span>
      </p>
      {reopen && (
        <ActButton
          action={reopen}
          hidden={{ doubtId: id, revision: String(revision) }}
          label={said.reopen}
          of={pairOf(doubt)}
        />
      )}
    </>
  );
}
