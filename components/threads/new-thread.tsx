"use client";

import { useState } from "react";
import { Form, SubmitButton } from "#components/ui/form";
import * as words from "#lib/words";
import { CommentField } from "./comment-field";
import type { ThreadPlace } from "./thread";

const said = words.threads;

interface Props {
  /** Where it will hang: ids, and the span of the words. */
  readonly on: Readonly<Record<string, string>>;
  readonly place: ThreadPlace;
}

/** What was typed before is put back into the field: then it isn't hidden. */
const unfold = ({ currentTarget }: { currentTarget: HTMLDetailsElement }) => {
  currentTarget.open = true;
};

/** Begins a thread. */
export function NewThread({ on, place }: Props) {
  const [sent, setSent] = useState({ told: "", turn: 0 });
  return (
    <details onInput={unfold}>
      <summary className="small">{said.begin}</summary>
      <Form
        draft={`newThread:${Object.values(on).join(":")}`}
        action={place.acts.open}
        hidden={on}
        className="stack-2"
        onDone={({ message }) => setSent({ told: message || said.sent, turn: sent.turn + 1 })}
        refusalAt="above-buttons"
        buttons={
          <p>
            <SubmitButton className="btn btn--s" working={words.signedIn.working} label={said.begin} />
          </p>
        }
      >
        {({ field }) => (
          <CommentField key={sent.turn} field={field("body")} label={said.comment} people={place.people} />
        )}
      </Form>
      <p className="xs" role="status">
        {sent.told}
      </p>
    </details>
  );
}
