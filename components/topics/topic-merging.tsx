import * as ui from "#components/ui/merging";
import type { FormAction } from "#lib/domain/form-state";
import { MOST_TAGGED, refuseMergingTopics, type TopicDesk } from "#lib/domain/topics";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";

const { merging: said, parting } = words.topics;

const asMergeable = ({ id, revision }: TopicDesk) => ({ id, revision, at: `/desk/topics/${id}` });

const asMerging = ({ id, name, mergedInto, merged }: TopicDesk) => ({
  id,
  name,
  mergedInto: mergedInto?.name ?? null,
  size: merged.length + 1,
});

export function MergeTopicPreview(props: { from: TopicDesk; into: TopicDesk; merge: FormAction }) {
  const { from, into, merge } = props;
  return (
    <ui.MergePreview
      kind="topic"
      title={said.preview(isolated(from.name), isolated(into.name))}
      from={asMergeable(from)}
      into={asMergeable(into)}
      refusal={ui.whyNot(() => refuseMergingTopics(asMerging(from), asMerging(into)))}
      remains={said.keeps(isolated(into.name))}
      moves={<Moves desk={from} />}
      merge={merge}
      said={said}
    />
  );
}

export function PartTopicPreview(props: { desk: TopicDesk; member: TopicDesk; part: FormAction }) {
  const { desk, member, part } = props;
  return (
    <ui.PartPreview
      kind="topic"
      title={parting.preview(isolated(member.name), isolated(desk.name))}
      member={asMergeable(member)}
      of={asMergeable(desk)}
      refusal={null}
      moves={<Moves desk={member} />}
      part={part}
      said={said}
      parting={parting}
    />
  );
}

function Moves({ desk: { moves, merged } }: { readonly desk: TopicDesk }) {
  const { pages, claims, waiting, published } = moves;
  return (
    <>
      <h3 className="mt-4">{said.moves}</h3>
      <ul className="bullets">
        <li>{said.counts(pages, claims, MOST_TAGGED)}</li>
        {merged.length > 0 && <li>{said.names(merged.length)}</li>}
        {waiting > 0 && <li>{said.waiting(waiting)}</li>}
        {published > 0 && <li>{said.published(published, MOST_TAGGED)}</li>}
      </ul>
    </>
  );
}

export function JustMergedTopic({ other, part }: { other: TopicDesk; part: FormAction | null }) {
  const title = said.done(isolated(other.name));
  return <ui.JustMerged kind="topic" title={title} other={asMergeable(other)} part={part} said={said} />;
}

export function JustPartedTopic({ desk, other }: { desk: TopicDesk; other: TopicDesk }) {
  const title = parting.done(isolated(other.name));
  return <ui.JustParted title={title} other={asMergeable(other)} of={asMergeable(desk)} parting={parting} />;
}
