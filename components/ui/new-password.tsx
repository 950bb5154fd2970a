"use client";

import { useState } from "react";
import * as words from "#lib/words";
import { type Bound, TextField } from "./field";

const { fields } = words.people;

/** A password that is being chosen, which may be shown while it is typed. */
export function NewPassword({ field, label }: { field: Bound; label: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <>
      <TextField
        {...field}
        id="password"
        type={isShown ? "text" : "password"}
        label={label}
        hint={fields.passwordHint}
        autoComplete="new-password"
        minLength={12}
        maxLength={256}
        spellCheck={false}
        required
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
