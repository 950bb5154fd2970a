"use client";

import { useActionState, useState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { Role } from "#lib/domain/actor";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { INVITATION_DAYS } from "#lib/domain/people";
import { words } from "#lib/words";
import { NewLink } from "./new-link";

const { fields, invite, page, rolesMean } = words.people;

export function InviteForm({ action }: { action: FormAction }) {
  const [made, setMade] = useState<{ link: string; who: string } | null>(null);
  const [state, submit, isPending] = useActionState(async (before: FormState, form: FormData) => {
    const after = await action(before, form);
    if (after?.ok && after.data?.link) setMade({ link: after.data.link, who: String(form.get("email")) });
    return after;
  }, null);
  const role = state !== null && !state.ok ? state.kept.role : undefined;

  if (made !== null) return <NewLink {...made} onDone={() => setMade(null)} />;
  return (
    <form className="form" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state} />
      <Field
        id="invite-email"
        name="email"
        type="email"
        label={fields.email}
        autoComplete="off"
        spellCheck={false}
        required
        state={state}
      />
      <fieldset className="field" key={role}>
        <legend className="legend-label small">{fields.role}</legend>
        {Role.options.map((option) => (
          <label className="choice" key={option}>
            <input
              type="radio"
              name="role"
              value={option}
              defaultChecked={option === (role ?? "CONTRIBUTOR")}
            />{" "}
            {rolesMean[option]}
          </label>
        ))}
      </fieldset>
      <div>
        <button className="btn btn--main" type="submit" aria-disabled={isPending || undefined}>
          {isPending ? page.working : invite.submit}
        </button>
      </div>
      <p className="xs muted">{invite.note(INVITATION_DAYS)}</p>
    </form>
  );
}
