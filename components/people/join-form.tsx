"use client";

import { CodeField } from "#components/account/second-factor-fields";
import { type Bound, TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { NewPassword } from "#components/ui/new-password";
import type { FormAction } from "#lib/domain/form-state";
import type { InvitationPurpose } from "#lib/domain/people";
import * as words from "#lib/words";

const { fields, join } = words.people;

interface Props {
  readonly action: FormAction;
  readonly token: string;
  readonly purpose: InvitationPurpose;
  /** The address that the account has or will have; null where the person chooses it. */
  readonly email: string | null;
  /** Whether their second factor is asked for too. */
  readonly needsCode: boolean;
}

/** An account, or a new password for one. The address stands there in every case, so that a password manager files it well. */
export function JoinForm({ action, token, purpose, email, needsCode }: Props) {
  const isNew = purpose !== "PASSWORD";
  return (
    <Form undrafted="stranger" className="stack-4" action={action} hidden={{ token }}>
      {({ field }) => (
        <>
          {isNew && (
            <TextField
              {...field("name")}
              id="name"
              label={fields.name}
              hint={fields.nameHint}
              autoComplete="name"
              maxLength={120}
              required
            />
          )}
          <Email field={field("email", email ?? undefined)} isFixed={email !== null} />
          <NewPassword field={field("password")} label={isNew ? fields.password : fields.newPassword} />
          {needsCode && <CodeField field={field("code")} hint={words.secondFactor.fields.linkHint} />}
          <SubmitButton
            className="btn btn--full btn--main"
            working={join.working}
            label={join.submit[purpose]}
          />
        </>
      )}
    </Form>
  );
}

function Email({ field, isFixed }: { field: Bound; isFixed: boolean }) {
  return (
    <TextField
      {...field}
      id="email"
      type="email"
      label={fields.email}
      autoComplete="username"
      spellCheck={false}
      required
      readOnly={isFixed}
    />
  );
}
