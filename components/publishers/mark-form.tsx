"use client";

import { Field, TextField } from "#components/ui/field";
import { ReversibleForm } from "#components/ui/reversible-form";
import type { FormAction } from "#lib/domain/form-state";
import { PUBLISHER_KINDS, PUBLISHER_REASON_LENGTH, type PublisherKind } from "#lib/domain/publishers";
import * as words from "#lib/words";

const said = words.publishers;

interface Props {
  readonly publisherId: string;
  readonly revision: number;
  readonly kind: PublisherKind | null;
  readonly mark: FormAction;
}

/** Which kind a publisher is. */
export function MarkForm({ publisherId, revision, kind, mark }: Props) {
  return (
    <ReversibleForm<{ readonly kind: PublisherKind | "" }>
      id="p-mark"
      title={said.mark}
      draft={`publisher:${publisherId}`}
      action={mark}
      hidden={{ publisherId }}
      revision={revision}
      held={{ kind: kind ?? "" }}
      save={said.save}
      putBack={said.putBack}
      saved={(before) => said.saved(before.kind === "" ? said.unmarked : words.publisherKinds[before.kind])}
    >
      {({ field }) => (
        <>
          <Field label={said.mark} error={field("kind").error}>
            {(control) => (
              <select {...control} name="kind" defaultValue={kind ?? ""}>
                <option value="">{said.unmarked}</option>
                {PUBLISHER_KINDS.map((option) => (
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
        </>
      )}
    </ReversibleForm>
  );
}
