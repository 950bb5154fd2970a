"use client";

import Link from "next/link";
import { useState } from "react";
import { DraftForm } from "#components/ui/draft-form";
import type { Drafts } from "#components/ui/drafts";
import { FormError } from "#components/ui/form-error";
import { onceClicked, send } from "#components/ui/send";
import type { Act, Outcome } from "#lib/domain/form-state";
import { MOST_TOPICS, type TopicTag } from "#lib/domain/topics";
import * as words from "#lib/words";
import { TopicCombobox } from "./topic-combobox";

const said = words.topicTags.tags;

/** The page's review, or the claim: one of them. */
type Tagged = { readonly reviewId: string } | { readonly claimId: string };

export interface TagActs {
  readonly add: Act;
  readonly remove: Act;
}

interface Props {
  readonly of: Tagged;
  readonly tags: readonly TopicTag[];
  /** Null where this person may change nothing now. */
  readonly acts: TagActs | null;
  readonly drafts: Drafts;
  readonly onDone: (text: string) => void;
}

/** What a page or a claim is about: its topics, each with the way to be rid of it, and a field for another one. */
export function TagField({ of, tags, acts, drafts, onDone }: Props) {
  const [gone, setGone] = useState<TopicTag | null>(null);
  const [refused, setRefused] = useState<Extract<Outcome, { ok: false }> | null>(null);
  const subject = "reviewId" in of ? `article:${of.reviewId}:topics` : `claim:${of.claimId}:topics`;
  const act = async (change: Promise<Outcome>, then: () => void) => {
    const outcome = await change;
    setRefused(outcome.ok ? null : outcome);
    if (outcome.ok) then();
  };
  const remove = (tag: TopicTag, { remove: away }: TagActs) =>
    act(send(away, { ...of, topicId: tag.id }), () => {
      setGone(tag);
      onDone(said.removed(tag.name));
    });
  const putBack = (tag: TopicTag, { add }: TagActs) =>
    act(send(add, { ...of, name: tag.name }), () => {
      setGone(null);
      onDone(said.undone);
    });
  return (
    <div className="stack-3 facet-chips">
      {tags.length === 0 ? (
        <p className="small muted">{said.none}</p>
      ) : (
        <ul className="cluster" aria-label={said.heading}>
          {tags.map((tag) => (
            <li key={tag.id} className="chip">
              <Link href={`/desk/topics/${tag.id}`} prefetch={false} dir="auto">
                {tag.name}
              </Link>{" "}
              {acts && (
                <button
                  type="button"
                  className="btn btn--s"
                  aria-label={said.removeOf(tag.name)}
                  onClick={onceClicked(() => void remove(tag, acts))}
                >
                  {said.remove}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <FormError refused={refused} isOfField={false} />
      {acts && gone && (
        <p className="cluster small">
          <span dir="auto">{said.removed(gone.name)}</span>
          <button type="button" className="btn btn--s" onClick={onceClicked(() => void putBack(gone, acts))}>
            {said.undo}
          </button>
        </p>
      )}
      {acts && tags.length < MOST_TOPICS && (
        <div className="measure">
          <AddTag of={of} add={acts.add} drafts={drafts} subject={subject} onDone={onDone} />
        </div>
      )}
    </div>
  );
}

function AddTag(props: Pick<Props, "of" | "drafts" | "onDone"> & { add: Act; subject: string }) {
  const { of, add, drafts, subject, onDone } = props;
  return (
    <DraftForm
      subject={subject}
      drafts={drafts}
      saved={{ name: "" }}
      send={({ name }) => send(add, { ...of, name })}
      submit={said.add}
      done={said.added}
      startsAnew
      onDone={onDone}
    >
      {(form) => {
        const { value = "", onText, error } = form.field("name");
        const type = onText ?? (() => undefined);
        return (
          <TopicCombobox
            id={`${subject}-name`}
            name="name"
            label={said.label}
            hint={said.hint}
            value={String(value)}
            error={error ?? null}
            onText={type}
            onChoose={({ name }) => type(name)}
          />
        );
      }}
    </DraftForm>
  );
}
