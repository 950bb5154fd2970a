"use client";

import { useState } from "react";
import { ActButton } from "#components/ui/act-button";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import { ROLE_LENGTH, type SpeakerDesk } from "#lib/domain/speaker-desk";
import { words } from "#lib/words";
import { calledWords } from "#lib/words/speaker-words";

const { one } = words.speakers;
const { working } = words.people.page;

interface Called {
  readonly name: string;
  readonly role: string | null;
}

/** What the speaker is called, and their role; once it is saved, with the way back. */
export function NameForm({ desk, name: action }: { desk: SpeakerDesk; name: FormAction }) {
  const [before, setBefore] = useState<Called | null>(null);
  const hidden = { speakerId: desk.id, revision: String(desk.revision) };
  const { name, role } = desk;
  return (
    <section className="sect" aria-labelledby="s-call">
      <h2 id="s-call">{one.call}</h2>
      <Form
        draft={`speaker:${desk.id}`}
        className="stack-4 measure"
        action={action}
        hidden={hidden}
        onDone={() => setBefore({ name, role })}
        refusalAt="above-buttons"
        buttons={
          <p>
            <SubmitButton className="btn" working={working} label={one.save} />
          </p>
        }
      >
        {({ field }) => (
          // What was saved stands in the fields; the button stays, and keeps the focus.
          <div key={desk.revision} className="stack-4">
            <TextField
              {...field("name", name)}
              label={one.name}
              hint={one.nameHint}
              maxLength={300}
              required
            />
            <TextField
              {...field("role", role ?? "")}
              label={one.role}
              hint={one.roleHint}
              maxLength={ROLE_LENGTH}
            />
          </div>
        )}
      </Form>
      <div className="cluster mt-3">
        <p role="status" dir="auto">
          {before && one.saved(calledWords(before))}
        </p>
        {before && (
          <ActButton
            key={desk.revision}
            action={action}
            hidden={{ ...hidden, name: before.name, role: before.role ?? "" }}
            label={one.putBack}
            onDone={() => setBefore(null)}
          />
        )}
      </div>
    </section>
  );
}
