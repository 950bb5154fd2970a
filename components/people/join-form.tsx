"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { NewPassword } from "#components/ui/new-password";
import type { FormAction } from "#lib/domain/form-state";
import type { InvitationPurpose } from "#lib/domain/people";
import { words } from "#lib/words";

const { fields, join } = words.people;

interface Props {
  readonly action: FormAction;
  readonly token: string;
  readonly purpose: InvitationPurpose;
  /** The address that the account has or will have; null where the person chooses it. */
  readonly email: string | null;
}

/** An account, or a new password for one. The address stands there in every case, so that a password manager files it well. */
export function JoinForm({ action, token, purpose, email }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  const isNew = purpose !== "PASSWORD";
  return (
    <form className="stack-4" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state} />
      <input type="hidden" name="token" value={token} />
      {isNew && (
        <Field
          id="name"
          name="name"
          label={fields.name}
          hint={fields.nameHint}
          autoComplete="name"
          maxLength={120}
          dir="auto"
          required
          state={state}
        />
      )}
      <Field
        id="email"
        name="email"
        type="email"
        label={fields.email}
        autoComplete="username"
        spellCheck={false}
        required
        readOnly={email !== null}
        defaultValue={email ?? undefined}
        state={state}
      />
      <NewPassword state={state} label={isNew ? fields.password : fields.newPassword} />
      <button className="btn btn--full btn--main" type="submit" aria-disabled={isPending || undefined}>
        {isPending ? join.working : join.submit[purpose]}
      </button>
    </form>
  );
}
