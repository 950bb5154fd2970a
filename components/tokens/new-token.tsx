"use client";

import { useActionState, useState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { ShownOnce } from "#components/ui/shown-once";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { TOKEN_ENDS } from "#lib/domain/tokens";
import { words } from "#lib/words";

const { tokens } = words;

const say = tokens.make;

/** Makes a token and shows it, once. */
export function NewToken({ action }: { action: FormAction }) {
  const [made, setMade] = useState<{ token: string; name: string } | null>(null);
  const [state, submit, isPending] = useActionState(async (before: FormState, form: FormData) => {
    const after = await action(before, form);
    if (after?.ok && after.data?.token) setMade({ token: after.data.token, name: String(form.get("name")) });
    return after;
  }, null);
  const ends = state !== null && !state.ok ? state.kept.ends : undefined;

  if (made !== null) {
    const { label, ...said } = tokens.made;
    return <ShownOnce value={made.token} label={label(made.name)} say={said} onDone={() => setMade(null)} />;
  }
  return (
    <form className="form" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state} />
      <Field
        id="token-name"
        name="name"
        label={say.name}
        hint={say.nameHint}
        autoComplete="off"
        maxLength={80}
        dir="auto"
        required
        state={state}
      />
      <fieldset className="field" key={ends}>
        <legend className="legend-label small">{say.ends}</legend>
        {TOKEN_ENDS.map((option) => (
          <label className="choice" key={option}>
            <input type="radio" name="ends" value={option} defaultChecked={option === (ends ?? "90")} />{" "}
            {say.endsIn[option]}
          </label>
        ))}
      </fieldset>
      <div>
        <button className="btn btn--main" type="submit" aria-disabled={isPending || undefined}>
          {isPending ? words.people.page.working : say.submit}
        </button>
      </div>
    </form>
  );
}
