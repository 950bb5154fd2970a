"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { TextField } from "#components/ui/field";
import { ReversibleForm } from "#components/ui/reversible-form";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { DEFINITION_LENGTH, MOST_TAGGED, TOPIC_LENGTH, type TopicDesk } from "#lib/domain/topics";
import * as words from "#lib/words";
import { TopicCombobox } from "./topic-combobox";

const { called, merging, one } = words.topics;
const { row } = words.topicTags;

/** What the topic is called, and what belongs to it. */
export function NameTopicForm({ desk, name: action }: { desk: TopicDesk; name: FormAction }) {
  return (
    <ReversibleForm
      id="t-call"
      title={one.call}
      draft={`topic:${desk.id}`}
      action={action}
      hidden={{ topicId: desk.id }}
      revision={desk.revision}
      held={{ name: desk.name, definition: desk.definition ?? "" }}
      save={one.save}
      putBack={one.putBack}
      saved={({ name, definition }) => one.saved(called({ name, definition: definition || null }))}
    >
      {({ field }) => (
        <>
          <TextField
            {...field("name", desk.name)}
            label={one.name}
            hint={one.nameHint}
            maxLength={TOPIC_LENGTH * 2}
            required
          />
          <TextField
            {...field("definition", desk.definition ?? "")}
            label={one.definition}
            hint={one.definitionHint}
            maxLength={DEFINITION_LENGTH}
            rows={2}
          />
        </>
      )}
    </ReversibleForm>
  );
}

/** Which other topic this may be: those that are called like it, and a field to find any other. Both lead to a preview. */
export function SameTopic({ desk }: { readonly desk: TopicDesk }) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const preview = (id: string) => `/desk/topics/${desk.id}?with=${id}`;
  return (
    <Section id="t-same" title={merging.title}>
      <p>{merging.lede}</p>
      <div className="measure mt-3">
        <TopicCombobox
          id="t-find"
          label={merging.find}
          hint={words.speakers.merging.findHint}
          value={typed}
          onText={setTyped}
          onChoose={({ id }) => {
            setTyped("");
            router.push(preview(id));
          }}
        />
      </div>
      {desk.alike.length > 0 && (
        <ul className="stack-2 mt-4">
          {desk.alike.map((other) => (
            <li key={other.id} className="wrap-anywhere">
              <b>
                <bdi>{other.name}</bdi>
              </b>{" "}
              <span className="small muted">{row.counts(other.pages, other.claims, MOST_TAGGED)}</span>{" "}
              <Link href={preview(other.id)} aria-label={merging.lookWith(other.name)} prefetch={false}>
                {merging.look}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
