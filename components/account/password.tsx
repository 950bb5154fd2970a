"use client";

import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { NewPassword } from "#components/ui/new-password";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.ownAccount.password;

interface Props {
  readonly action: FormAction;
  /** For password managers, which file the new one under it. */
  readonly email: string;
}

/** One's own password, changed with the one that one has. */
export function PasswordSection({ action, email }: Props) {
  return (
    <Section id="password-section" title={say.title}>
      <Form undrafted="secret" className="stack-4 measure mt-3" action={action}>
        {({ field, done }) => (
          <>
            <p className="small">{say.note}</p>
            <p role="status" className={done ? "note" : "sr"}>
              {done?.message ?? ""}
            </p>
            <input
              className="sr"
              name="username"
              autoComplete="username"
              value={email}
              readOnly
              tabIndex={-1}
              aria-hidden="true"
            />
            <TextField
              {...field("oldPassword")}
              id="old-password"
              type="password"
              label={say.old}
              autoComplete="current-password"
              maxLength={1000}
              required
            />
            <NewPassword field={field("password")} label={say.new} />
            <div>
              <SubmitButton className="btn btn--main" working={say.working} label={say.submit} />
            </div>
          </>
        )}
      </Form>
    </Section>
  );
}
