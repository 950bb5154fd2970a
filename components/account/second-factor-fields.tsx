import { Field } from "#components/ui/field";
import type { FormState } from "#lib/domain/form-state";
import { words } from "#lib/words";

const { fields } = words.secondFactor;

/** A code of an app or, where `digitsOnly` is not set, a recovery code. Browsers and password managers fill it in. */
export function CodeField(props: {
  hint: string;
  state: FormState;
  digitsOnly?: boolean;
  isInvalid?: boolean;
}) {
  return (
    <Field
      id="code"
      name="code"
      label={fields.code}
      hint={props.hint}
      autoComplete="one-time-code"
      inputMode={props.digitsOnly ? "numeric" : "text"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      dir="ltr"
      required
      state={props.state}
      isInvalid={props.isInvalid ?? false}
    />
  );
}
