"use client";

import { type ComponentType, useEffect, useId, useState } from "react";
import type { FormState } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { type Bound, TextField } from "./field";

interface Props {
  readonly field: Bound;
  readonly refused: Extract<FormState, { ok: false }>;
}

/** Stands in a form whose act asks again who somebody is, and takes the focus when it comes. */
export function ProofField({ field, refused }: Props) {
  const id = useId();
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  const [Passkey, setPasskey] = useState<ComponentType | null>(null);
  useEffect(() => {
    // It needs scripts in any case; where it doesn't come, the password is there.
    import("#components/account/use-passkey").then(
      ({ UsePasskeyAgain }) => setPasskey(() => UsePasskeyAgain),
      () => {},
    );
  }, []);
  const isAsked = refused.code === "not_proved";
  return (
    <div className="note stack-3">
      <TextField
        {...field}
        id={id}
        error={isAsked ? null : refused.message}
        hint={isAsked ? refused.message : undefined}
        type="password"
        label={words.proof.label}
        autoComplete="current-password"
        maxLength={1000}
        required
      />
      {Passkey && <Passkey />}
    </div>
  );
}
