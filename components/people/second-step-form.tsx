"use client";

import { useActionState } from "react";
import { CodeField } from "#components/account/second-factor-fields";
import { FormError } from "#components/ui/form-error";
import type { FormAction } from "#lib/domain/form-state";
import { words } from "#lib/words";

const say = words.secondFactor;

/** The code, after the password. `next` is where the person was going. */
export function SecondStepForm({ action, next }: { action: FormAction; next: string }) {
  const [state, submit, isPending] = useActionState(action, null);
  const isOver = state !== null && !state.ok && state.code === "not_signed_in";
  return (
    <form className="stack-4" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state}>{isOver ? <a href="/sign-in">{say.errors.stepOver}</a> : undefined}</FormError>
      <input type="hidden" name="next" value={next} />
      <CodeField
        hint={say.fields.codeHint}
        state={state}
        isInvalid={state !== null && !state.ok && state.code === "invalid_input"}
      />
      <button className="btn btn--full btn--main" type="submit" aria-disabled={isPending || undefined}>
        {isPending ? say.step.working : say.step.submit}
      </button>
    </form>
  );
}
