"use client";

import { ChoiceField } from "#components/ui/choice-field";
import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { ROLES } from "#lib/domain/actor";
import { INVITATION_DAYS } from "#lib/domain/bounds";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { NewLink } from "./new-link";

const { fields, invite, rolesMean } = words.people;

/** `isMailed`: the link goes to the person by mail, and isn't shown. */
export function InviteForm({ action, isMailed }: { action: FormAction; isMailed: boolean }) {
  return (
    <Form
      draft="invite"
      className="form"
      action={action}
      after={({ data }, again) =>
        data?.link && <NewLink link={data.link} who={data.email ?? ""} onDone={again} />
      }
    >
      {({ field, done }) => (
        <>
          <p role="status" className={done?.data?.mailedTo ? "note" : "sr"}>
            {done?.data?.mailedTo ? invite.mailed(done.data.mailedTo) : ""}
          </p>
          <TextField
            {...field("email")}
            type="email"
            label={fields.email}
            autoComplete="off"
            spellCheck={false}
            required
          />
          <ChoiceField
            {...field("role", "CONTRIBUTOR")}
            label={fields.role}
            options={ROLES}
            names={rolesMean}
          />
          <div>
            <SubmitButton
              className="btn btn--main"
              working={words.signedIn.working}
              label={isMailed ? invite.send : invite.submit}
            />
          </div>
          <p className="xs muted">
            {isMailed ? invite.mailNote(INVITATION_DAYS) : invite.note(INVITATION_DAYS)}
          </p>
        </>
      )}
    </Form>
  );
}
