"use client";

import { Form } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { UsePasskey } from "./use-passkey";

/** The way in with a passkey alone. `next` is where the person was going. */
export function PasskeySignIn({ action, next }: { action: FormAction; next: string | undefined }) {
  return (
    <Form undrafted="stranger" className="mt-4" action={action} hidden={next === undefined ? {} : { next }}>
      <UsePasskey name="shown" label={words.passkeys.use} />
    </Form>
  );
}
