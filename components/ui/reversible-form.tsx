"use client";

import { type ReactNode, useState } from "react";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { ActButton } from "./act-button";
import { Form, type FormAtWork, SubmitButton } from "./form";

interface Props<Held extends Readonly<Record<string, string>>> {
  /** The id of its heading, which no other on the page has. */
  readonly id: string;
  readonly title: string;
  /** Names the draft of what is typed. */
  readonly draft: string;
  readonly action: FormAction;
  /** Whose values these are: sent along. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly revision: number;
  /** What holds now, by the names of the fields: what is put back. */
  readonly held: Held;
  readonly save: string;
  readonly putBack: string;
  /** Says what held before. */
  readonly saved: (before: Held) => string;
  readonly children: (form: FormAtWork) => ReactNode;
}

/** A few values that are changed together; once they are saved, with the way back to those before. */
export function ReversibleForm<Held extends Readonly<Record<string, string>>>(props: Props<Held>) {
  const { id, action, revision, held } = props;
  const [before, setBefore] = useState<Held | null>(null);
  const hidden = { ...props.hidden, revision: String(revision) };
  return (
    <section className="sect" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <Form
        draft={props.draft}
        className="stack-4 measure"
        action={action}
        hidden={hidden}
        onDone={() => setBefore(held)}
        refusalAt="above-buttons"
        buttons={
          <p>
            <SubmitButton className="btn" working={words.signedIn.working} label={props.save} />
          </p>
        }
      >
        {(form) => (
          // What was saved stands in the fields; the button stays, and keeps the focus.
          <div key={revision} className="stack-4">
            {props.children(form)}
          </div>
        )}
      </Form>
      <div className="cluster mt-3">
        <p role="status" dir="auto">
          {before && props.saved(before)}
        </p>
        {before && (
          <ActButton
            key={revision}
            action={action}
            hidden={{ ...hidden, ...before }}
            label={props.putBack}
            onDone={() => setBefore(null)}
          />
        )}
      </div>
    </section>
  );
}
