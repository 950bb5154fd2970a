import { PageLinks } from "#components/articles/page-links";
import * as ui from "#components/ui/merging";
import type { FormAction } from "#lib/domain/form-state";
import {
  type MergingSpeaker,
  MOST_COUNTED,
  refuseMerging,
  type SpeakerDesk,
  type SpeakerMoves,
} from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { calledWords } from "#lib/words/speaker-words";

const { merging: said, parting } = words.speakers;

const asMergeable = ({ id, revision }: SpeakerDesk) => ({ id, revision, at: `/desk/speakers/${id}` });

const asMerging = ({ id, name, kind, role, mergedInto, merged }: SpeakerDesk): MergingSpeaker => ({
  id,
  shown: name,
  kind,
  role,
  mergedInto: mergedInto?.name ?? null,
  names: merged.length + 1,
});

export function MergePreview(props: { from: SpeakerDesk; into: SpeakerDesk; merge: FormAction }) {
  const { from, into, merge } = props;
  return (
    <ui.MergePreview
      kind="speaker"
      title={said.preview(calledWords(from), calledWords(into))}
      from={asMergeable(from)}
      into={asMergeable(into)}
      refusal={ui.whyNot(() => refuseMerging(asMerging(from), asMerging(into)))}
      remains={said.keeps(calledWords(into))}
      moves={<Moves moves={from.moves} names={from.merged.length} />}
      merge={merge}
      said={said}
    />
  );
}

export function PartPreview(props: { desk: SpeakerDesk; member: SpeakerDesk; part: FormAction }) {
  const { desk, member, part } = props;
  return (
    <ui.PartPreview
      kind="speaker"
      title={parting.preview(isolated(member.name), isolated(desk.name))}
      member={asMergeable(member)}
      of={asMergeable(desk)}
      refusal={null}
      moves={<Moves moves={member.moves} names={member.merged.length} />}
      part={part}
      said={said}
      parting={parting}
    />
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

export function JustMerged({ other, part }: { other: SpeakerDesk; part: FormAction | null }) {
  const title = said.done(isolated(other.name));
  return <ui.JustMerged kind="speaker" title={title} other={asMergeable(other)} part={part} said={said} />;
}

export function JustParted({ desk, other }: { desk: SpeakerDesk; other: SpeakerDesk }) {
  const title = parting.done(isolated(other.name));
  return <ui.JustParted title={title} other={asMergeable(other)} of={asMergeable(desk)} parting={parting} />;
}
