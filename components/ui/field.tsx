import type { ComponentProps } from "react";
import type { FormState } from "#lib/domain/form-state";

type Props = Omit<ComponentProps<"input">, "id" | "className"> & {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly state: FormState;
  /** True where the form as a whole blames this field, in words that stand elsewhere. */
  readonly isInvalid?: boolean;
};

/** Label above, hint below, and what is wrong in words below that. What was typed comes back after a refusal. */
export function Field({ id, label, hint, state, isInvalid = false, defaultValue, ...input }: Props) {
  const refused = state !== null && !state.ok ? state : null;
  const error = refused?.field === input.name ? refused.message : null;
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className="input"
        defaultValue={refused?.kept[input.name] ?? defaultValue}
        aria-invalid={error !== null || isInvalid || undefined}
        aria-describedby={described || undefined}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
