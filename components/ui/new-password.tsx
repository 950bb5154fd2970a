"use client";

import { useState } from "react";
import type { FormState } from "#lib/domain/form-state";
import { words } from "#lib/words";
import { Field } from "./field";

const { fields } = words.people;

/** A password that is being chosen, which may be shown while it is typed. */
export function NewPassword({ state, label }: { state: FormState; label: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Field
        id="password"
        name="password"
        type={isShown ? "text" : "password"}
        label={label}
        hint={fields.passwordHint}
        autoComplete="new-password"
        minLength={12}
        maxLength={256}
        spellCheck={false}
        required
        state={state}
      />
      <label className="inline-flex items-center gap-2 small">
        <input
          type="checkbox"
          autoComplete="off"
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />{" "}
        {fields.showPassword}
      </label>
    </>
  );
}
