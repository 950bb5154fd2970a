"use client";

import { TextField } from "#components/ui/field";
import { ReversibleForm } from "#components/ui/reversible-form";
import type { FormAction } from "#lib/domain/form-state";
import { ROLE_LENGTH, type SpeakerDesk } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { calledWords } from "#lib/words/speaker-words";

const { one } = words.speakers;

/** What the speaker is called, and their role. */
export function NameForm({ desk, name: action }: { desk: SpeakerDesk; name: FormAction }) {
  return (
    <ReversibleForm
      id="s-call"
      title={one.call}
      draft={`speaker:${desk.id}`}
      action={action}
      hidden={{ speakerId: desk.id }}
      revision={desk.revision}
      held={{ name: desk.name, role: desk.role ?? "" }}
      save={one.save}
      putBack={one.putBack}
      saved={({ name, role }) => one.saved(calledWords({ name, role: role || null }))}
    >
      {({ field }) => (
        <>
          <TextField
            {...field("name", desk.name)}
            label={one.name}
            hint={one.nameHint}
            maxLength={300}
            required
          />
          <TextField
            {...field("role", desk.role ?? "")}
            label={one.role}
            hint={one.roleHint}
            maxLength={ROLE_LENGTH}
          />
        </>
      )}
    </ReversibleForm>
  );
}
