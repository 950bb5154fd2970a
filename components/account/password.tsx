"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { NewPassword } from "#components/ui/new-password";
import { Section } from "#components/ui/section";
import type { FormAction } from "#lib/domain/form-state";
import { words } from "#lib/words";

const say = words.ownAccount.password;

interface Props {
  readonly action: FormAction;
  /** For password managers, which file the new one under it. */
  readonly email: string;
}

/** One's own password, changed with the one that one has. */
export function PasswordSection({ action, email }: Props) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <Section id="password-section" title={say.title}>
      <form
        className="stack-4 measure mt-3"
        action={submit}
        onSubmit={(event) => isPending && event.preventDefault()}
      >
        <p className="small">{say.note}</p>
        <FormError state={state} />
        <p role="status" className={state?.ok ? "note" : "sr"}>
          {state?.ok ? state.message : ""}
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
        <Field
          id="old-password"
          name="oldPassword"
          type="password"
          label={say.old}
          autoComplete="current-password"
          maxLength={1000}
          required
          state={state}
        />
        <NewPassword state={state} label={say.new} />
        <div>
          <button className="btn btn--main" type="submit" aria-disabled={isPending || undefined}>
            {isPending ? say.working : say.submit}
          </button>
        </div>
      </form>
    </Section>
  );
}
