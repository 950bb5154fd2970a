import Link from "next/link";
import { PageLinks } from "#components/articles/page-links";
import { ActButton } from "#components/ui/act-button";
import { ArrivedHeading } from "#components/ui/arrived";
import { ReasonForm } from "#components/ui/reason-form";
import type { FormAction } from "#lib/domain/form-state";
import { RefusedError } from "#lib/domain/refusals";
import {
  type MergingSpeaker,
  MOST_COUNTED,
  refuseMerging,
  type SpeakerDesk,
  type SpeakerMoves,
} from "#lib/domain/speaker-desk";
import { words } from "#lib/words";
import { isolated } from "#lib/words/lists";
import { refusalWords } from "#lib/words/rules";
import { calledWords } from "#lib/words/speaker-words";

const said = words.speakers.merging;

/** What merging would do, and the form that does it; in its place why it can't be done. */
export function MergePreview(props: { from: SpeakerDesk; into: SpeakerDesk; merge: FormAction }) {
  const { from, into } = props;
  const refusal = whyNot(from, into);
  const here = `/desk/speakers/${from.id}`;
  return (
    <section className="move" aria-labelledby="s-preview">
      <ArrivedHeading id="s-preview" name={`${from.id} ${into.id}`}>
        {said.preview(calledWords(from), calledWords(into))}
      </ArrivedHeading>
      {refusal !== null ? (
        <>
          <p className="mt-3">
            <b>{said.impossible}</b> <span dir="auto">{refusal}</span>
          </p>
          <p className="mt-3">
            <Link href={here}>{said.cancel}</Link>
          </p>
        </>
      ) : (
        <>
          <p className="mt-3" dir="auto">
            {said.keeps(calledWords(into))}{" "}
            <Link href={`/desk/speakers/${into.id}?with=${from.id}`} prefetch={false}>
              {said.turn}
            </Link>
          </p>
          <Moves moves={from.moves} names={from.merged.length} />
          <p className="mt-3 small">{said.undoable}</p>
          <ReasonForm
            draft={`merge-speaker:${from.id}`}
            action={props.merge}
            hidden={{
              speakerId: from.id,
              revision: String(from.revision),
              intoId: into.id,
              intoRevision: String(into.revision),
            }}
            label={said.reason}
            hint={said.reasonHint}
            submit={said.merge}
            cancel={here}
            cancelLabel={said.cancel}
            next={`/desk/speakers/${into.id}?merged=${from.id}`}
          />
        </>
      )}
    </section>
  );
}

function whyNot(from: SpeakerDesk, into: SpeakerDesk): string | null {
  try {
    refuseMerging(asMerging(from), asMerging(into));
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return refusalWords(error);
    throw error;
  }
}

const asMerging = ({ id, name, kind, role, mergedInto, merged }: SpeakerDesk): MergingSpeaker => ({
  id,
  shown: name,
  kind,
  role,
  mergedInto: mergedInto?.name ?? null,
  names: merged.length + 1,
});

/** What parting would do, and the form that does it. */
export function PartPreview(props: { desk: SpeakerDesk; member: SpeakerDesk; part: FormAction }) {
  const { desk, member } = props;
  const here = `/desk/speakers/${desk.id}`;
  const { parting } = words.speakers;
  return (
    <section className="move" aria-labelledby="s-preview">
      <ArrivedHeading id="s-preview" name={member.id}>
        {parting.preview(isolated(member.name), isolated(desk.name))}
      </ArrivedHeading>
      <p className="mt-3">{parting.lede}</p>
      <Moves moves={member.moves} names={member.merged.length} />
      <ReasonForm
        draft={`part-speaker:${member.id}`}
        action={props.part}
        hidden={{ speakerId: member.id, revision: String(member.revision) }}
        label={parting.reason}
        submit={parting.part}
        cancel={here}
        cancelLabel={said.cancel}
        next={`${here}?parted=${member.id}`}
      />
    </section>
  );
}

function Moves({ moves, names }: { moves: SpeakerMoves; names: number }) {
  const { statements, pages, waiting, published, publishedCount } = moves;
  const more = publishedCount - published.length;
  return (
    <>
      <h3 className="mt-4">{said.moves}</h3>
      <ul className="bullets">
        <li>{said.counts(statements, pages, MOST_COUNTED)}</li>
        {names > 0 && <li>{said.names(names)}</li>}
        {waiting > 0 && <li>{said.waiting(waiting)}</li>}
        {publishedCount > 0 && (
          <li>
            {said.published(publishedCount)}
            <PageLinks pages={published} />
            {more > 0 && said.publishedMore(more)}
          </li>
        )}
      </ul>
    </>
  );
}

/** What was just merged, with the way back. It stands until one goes on, also after a reload. */
export function JustMerged(props: {
  desk: SpeakerDesk;
  other: SpeakerDesk;
  actions: { readonly part: FormAction } | null;
}) {
  const { other, actions } = props;
  return (
    <section className="note mt-4" aria-labelledby="s-done">
      <ArrivedHeading id="s-done" name={other.id}>
        {said.done(isolated(other.name))}
      </ArrivedHeading>
      {actions && (
        <ActButton
          action={actions.part}
          hidden={{ speakerId: other.id, revision: String(other.revision), reason: said.undoReason }}
          label={said.undo}
        />
      )}
    </section>
  );
}

export function JustParted({ desk, other }: { desk: SpeakerDesk; other: SpeakerDesk }) {
  const { parting } = words.speakers;
  return (
    <section className="note mt-4" aria-labelledby="s-done">
      <ArrivedHeading id="s-done" name={other.id}>
        {parting.done(isolated(other.name))}
      </ArrivedHeading>
      <p className="cluster mt-2">
        <Link href={`/desk/speakers/${other.id}`}>{parting.look}</Link>
        <Link href={`/desk/speakers/${other.id}?with=${desk.id}`}>{parting.mergeAgain}</Link>
      </p>
    </section>
  );
}
