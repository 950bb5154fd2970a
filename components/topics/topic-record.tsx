import Link from "next/link";
import { DeskHistory } from "#components/ui/desk-history";
import { KeptFocus } from "#components/ui/kept-focus";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { MOST_TAGGED, type TopicDesk } from "#lib/domain/topics";
import * as words from "#lib/words";
import { isolated } from "#lib/words/lists";
import { momentWords } from "#lib/words/moments";
import { NameTopicForm, SameTopic } from "./topic-forms";
import { JustMergedTopic, JustPartedTopic, MergeTopicPreview, PartTopicPreview } from "./topic-merging";

const said = words.topics.one;

interface Props {
  readonly desk: TopicDesk;
  /** Another topic, each null where the address names none: which one this may be merged into, and which is to be parted from it. */
  readonly into: TopicDesk | null;
  readonly parting: TopicDesk | null;
  /** What was just merged into this one, or parted from it. */
  readonly merged: TopicDesk | null;
  readonly parted: TopicDesk | null;
  readonly timeZone: string;
  /** Null where this person may not. */
  readonly actions: {
    readonly name: FormAction;
    readonly merge: FormAction;
    readonly part: FormAction;
  } | null;
}

/** One topic on the desk: what it is called, what is one with it, and what was done. */
export function TopicRecord(props: Props) {
  const { desk, into, parting, merged, parted, actions } = props;
  const isMerged = desk.mergedInto !== null;
  const { pages, claims, published } = desk.moves;
  return (
    <KeptFocus heading="topic-name">
      <p className="kicker">
        <Link href="/desk/topics">{said.back}</Link>
      </p>
      <h1 className="claim-words wrap-anywhere" id="topic-name" dir="auto">
        {desk.name}
      </h1>
      {desk.definition === null ? null : (
        <p className="lede wrap-anywhere" dir="auto">
          {desk.definition}
        </p>
      )}
      <p className="mt-3 cluster">
        <span>{words.topicTags.row.counts(pages, claims, MOST_TAGGED)}</span>
        {published > 0 && <Link href={`/topics/${desk.slug}`}>{said.readers}</Link>}
      </p>
      {desk.mergedInto && (
        <p className="note mt-4">
          <span dir="auto">{said.mergedAway(isolated(desk.mergedInto.name))}</span>{" "}
          <Link href={`/desk/topics/${desk.mergedInto.id}`}>{said.toRoot}</Link>
        </p>
      )}
      {merged?.mergedInto?.id === desk.id && <JustMergedTopic other={merged} part={actions?.part ?? null} />}
      {parted?.mergedInto === null && <JustPartedTopic desk={desk} other={parted} />}
      {into && actions && <MergeTopicPreview from={desk} into={into} merge={actions.merge} />}
      {parting && actions && parting.mergedInto?.id === desk.id && (
        <PartTopicPreview desk={desk} member={parting} part={actions.part} />
      )}
      {actions && !isMerged && <NameTopicForm desk={desk} name={actions.name} />}
      <Names {...props} />
      {actions && !isMerged && <SameTopic desk={desk} />}
      <DeskHistory id="t-history" history={desk.history} empty={said.noHistory} timeZone={props.timeZone} />
    </KeptFocus>
  );
}

/** The topics that were merged into this one, each with the way to part it again. */
function Names({ desk, actions, timeZone }: Props) {
  return (
    <Section id="t-names" title={said.names}>
      {desk.merged.length === 0 ? (
        <p className="muted">{said.noNames}</p>
      ) : (
        <ul className="stack-3">
          {desk.merged.map(({ id, name, by, at }) => (
            <li key={id} className="wrap-anywhere">
              <b>
                <bdi>{name}</bdi>
              </b>{" "}
              <span className="small muted">{said.mergedBy(by, momentWords(at, timeZone))}</span>{" "}
              {actions && (
                <Link
                  href={`/desk/topics/${desk.id}?part=${id}`}
                  aria-label={said.partOf(name)}
                  prefetch={false}
                >
                  {said.part}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
