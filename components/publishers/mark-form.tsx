"use client";

import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { Field, TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import { PUBLISHER_REASON_LENGTH, PublisherKind } from "#lib/domain/publishers";
import { words } from "#lib/words";

const said = words.publishers;
const { working } = words.people.page;

interface Props {
  readonly publisherId: string;
  readonly revision: number;
  readonly kind: PublisherKind | null;
  readonly mark: FormAction;
}

/** Which kind a publisher is; once it is saved, with the way back. */
export function MarkForm({ publisherId, revision, kind, mark }: Props) {
  const [before, setBefore] = useState<{ readonly kind: PublisherKind | null } | null>(null);
  const hidden = { publisherId, revision: String(revision) };
  return (
    <section className="sect" aria-labelledby="p-mark">
      <h2 id="p-mark">{said.mark}</h2>
      <Form
        draft={`publisher:${hidden.publisherId}`}
        className="stack-4 measure"
        action={mark}
        hidden={hidden}
        onDone={() => setBefore({ kind })}
        refusalAt="above-buttons"
        buttons={
          <p>
            <SubmitButton className="btn" working={working} label={said.save} />
          </p>
        }
      >
        {({ field }) => (
          // What was saved stands in the fields; the button stays, and keeps the focus.
          <div key={revision} className="stack-4">
            <Field label={said.mark} error={field("kind").error}>
              {(control) => (
                <select {...control} name="kind" defaultValue={kind ?? ""}>
                  <option value="">{said.unmarked}</option>
                  {PublisherKind.options.map((option) => (
                    <option key={option} value={option}>
                      {words.publisherKinds[option]}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <TextField
              {...field("reason")}
              label={said.reason}
              hint={said.reasonHint}
              maxLength={PUBLISHER_REASON_LENGTH}
            />
          </div>
        )}
      </Form>
      <div className="cluster mt-3">
        <p role="status">
          {before && said.saved(before.kind === null ? said.unmarked : words.publisherKinds[before.kind])}
        </p>
        {before && (
          <ActButton
            key={revision}
            action={mark}
            hidden={{ ...hidden, kind: before.kind ?? "" }}
            label={said.putBack}
            onDone={() => setBefore(null)}
          />
        )}
      </div>
    </section>
  );
}
