import { type Bound, TextField } from "#components/ui/field";
import * as words from "#lib/words";

interface Props {
  readonly field: Bound;
  readonly hint: string;
  /** No recovery code is taken here. */
  readonly isDigits?: boolean;
  readonly isInvalid?: boolean;
}

/** A code of an app, or a recovery code. Browsers and password managers fill it in. */
export function CodeField({ field, hint, isDigits = false, isInvalid = false }: Props) {
  return (
    <TextField
      {...field}
      label={words.secondFactor.fields.code}
      hint={hint}
      autoComplete="one-time-code"
      inputMode={isDigits ? "numeric" : "text"}
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
      required
      isInvalid={isInvalid}
    />
  );
}
