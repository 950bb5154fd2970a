"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import type { FormAction } from "#lib/domain/form-state";
import { words } from "#lib/words";

const say = words.people.signIn;

/** `next` is where the person was going; the action follows it to our own pages only. */
export function SignInForm({ action, next }: { action: FormAction; next: string | undefined }) {
  const [state, submit, isPending] = useActionState(action, null);
  const wrongPair = state !== null && !state.ok && state.code === "invalid_input";
  return (
    <form className="stack-4" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state}>
        {wrongPair ? (
          <>
            {say.wrongPairStart}
            <a className="c-inherit" href="#forgot">
              {say.wrongPairLink}
            </a>
            {say.wrongPairEnd}
          </>
        ) : undefined}
      </FormError>
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <Field
        id="email"
        name="email"
        type="email"
        label={words.people.fields.email}
        autoComplete="username"
        spellCheck={false}
        required
        state={state}
      />
      <Field
        id="password"
        name="password"
        type="password"
        label={words.people.fields.password}
        autoComplete="current-password"
        required
        state={state}
        isInvalid={wrongPair}
      />
      <button className="btn btn--full btn--main" type="submit" aria-disabled={isPending || undefined}>
        {isPending ? say.working : say.submit}
      </button>
    </form>
  );
}
