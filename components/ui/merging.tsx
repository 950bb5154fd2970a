import Link from "next/link";
import type { ReactNode } from "react";
import type { FormAction } from "#lib/domain/form-state";
import { RefusedError } from "#lib/domain/refusals";
import { refusalWords } from "#lib/words/refusal-words";
import { ActButton } from "./act-button";
import { ArrivedHeading } from "./arrived";
import { ReasonForm } from "./reason-form";

/** Two topics, speakers or claims that may be one: what merging and parting would do before it is done, and the way back after. */

/** What names the form's draft and its fields: `merge-topic:…`, `topicId`. */
type Kind = "topic" | "speaker" | "claim";

/** One of the two, with the address of its desk. */
interface Mergeable {
  readonly id: string;
  readonly revision: number;
  readonly at: string;
}

interface MergingWords {
  readonly impossible: string;
  readonly cancel: string;
  readonly turn: string;
  readonly undoable: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly merge: string;
  readonly undo: string;
  readonly undoReason: string;
}

interface PartingWords {
  readonly lede: string;
  readonly reason: string;
  readonly part: string;
  readonly look: string;
  readonly mergeAgain: string;
}

interface Preview {
  readonly kind: Kind;
  readonly title: string;
  /** What stands between the title and what would be done. */
  readonly about?: ReactNode;
  /** Why it can't be done, in words; null where it can. */
  readonly refusal: string | null;
  readonly moves: ReactNode;
  readonly said: MergingWords;
}

/** What merging `from` into `into` would do, and the form that does it; in its place why it can't be done. */
export function MergePreview(
  props: Preview & {
    readonly from: Mergeable;
    readonly into: Mergeable;
    /** Says what remains. */
    readonly remains: string;
    readonly merge: FormAction;
  },
) {
  const { kind, from, into, refusal, said } = props;
  return (
    <section className="move" aria-labelledby="merge-preview">
      <ArrivedHeading id="merge-preview" name={`${from.id} ${into.id}`}>
        {props.title}
      </ArrivedHeading>
      {props.about}
      {refusal !== null ? (
        <Refused refusal={refusal} back={from.at} said={said} />
      ) : (
        <>
          <p className="mt-3" dir="auto">
            {props.remains}{" "}
            <Link href={`${into.at}?with=${from.id}`} prefetch={false}>
              {said.turn}
            </Link>
          </p>
          {props.moves}
          <p className="mt-3 small">{said.undoable}</p>
          <ReasonForm
            draft={`merge-${kind}:${from.id}`}
            action={props.merge}
            hidden={{ ...fieldsOf(kind, from), intoId: into.id, intoRevision: String(into.revision) }}
            label={said.reason}
            hint={said.reasonHint}
            submit={said.merge}
            cancel={from.at}
            cancelLabel={said.cancel}
            next={`${into.at}?merged=${from.id}`}
          />
        </>
      )}
    </section>
  );
}

/** What parting `member` from `of` would do, and the form that does it; in its place why it can't be done now. */
export function PartPreview(
  props: Preview & {
    readonly member: Mergeable;
    readonly of: Mergeable;
    readonly parting: PartingWords;
    readonly part: FormAction;
  },
) {
  const { kind, member, of, refusal, said, parting } = props;
  return (
    <section className="move" aria-labelledby="merge-preview">
      <ArrivedHeading id="merge-preview" name={member.id}>
        {props.title}
      </ArrivedHeading>
      {props.about}
      {refusal !== null ? (
        <Refused refusal={refusal} back={of.at} said={said} />
      ) : (
        <>
          <p className="mt-3">{parting.lede}</p>
          {props.moves}
          <ReasonForm
            draft={`part-${kind}:${member.id}`}
            action={props.part}
            hidden={fieldsOf(kind, member)}
            label={parting.reason}
            submit={parting.part}
            cancel={of.at}
            cancelLabel={said.cancel}
            next={`${of.at}?parted=${member.id}`}
          />
        </>
      )}
    </section>
  );
}

const fieldsOf = (kind: Kind, { id, revision }: Mergeable): Record<string, string> => ({
  [`${kind}Id`]: id,
  revision: String(revision),
});

function Refused(props: { refusal: string; back: string; said: MergingWords }) {
  const { refusal, back, said } = props;
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

/** In words why a rule refuses; null where it doesn't. */
export function whyNot(rule: () => void): string | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return refusalWords(error);
    throw error;
  }
}

/** What was just merged, with the way back where there is one. It stands until one goes on, also after a reload. */
export function JustMerged(props: {
  readonly kind: Kind;
  readonly title: string;
  readonly other: Mergeable;
  /** Null where this person may not. */
  readonly part: FormAction | null;
  readonly said: MergingWords;
}) {
  const { kind, title, other, part, said } = props;
  return (
    <section className="note mt-4" aria-labelledby="merge-done">
      <ArrivedHeading id="merge-done" name={other.id}>
        {title}
      </ArrivedHeading>
      {part && (
        <ActButton
          action={part}
          hidden={{ ...fieldsOf(kind, other), reason: said.undoReason }}
          label={said.undo}
        />
      )}
    </section>
  );
}

/** What was just parted, with the ways to look at it and to merge it again. */
export function JustParted(props: {
  readonly title: string;
  readonly other: Mergeable;
  readonly of: Mergeable;
  readonly parting: PartingWords;
}) {
  const { title, other, of, parting } = props;
  return (
    <section className="note mt-4" aria-labelledby="merge-done">
      <ArrivedHeading id="merge-done" name={other.id}>
        {title}
      </ArrivedHeading>
      <p className="cluster mt-2">
        <Link href={other.at}>{parting.look}</Link>
        <Link href={`${other.at}?with=${of.id}`}>{parting.mergeAgain}</Link>
      </p>
    </section>
  );
}
