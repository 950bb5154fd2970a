"use client";

import { CodeField } from "#components/account/second-factor-fields";
import { Form, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.secondFactor;

/** The code, after the password. `next` is where the person was going. */
export function SecondStepForm({ action, next }: { action: FormAction; next: string }) {
  return (
    <Form
      undrafted="secret"
      className="stack-4"
      action={action}
      hidden={{ next }}
      refusal={({ code, message }) => code === "not_signed_in" && <a href="/sign-in">{message}</a>}
    >
      {({ field, refused }) => (
        <>
          <CodeField
            field={field("code")}
            hint={say.fields.codeHint}
            isInvalid={refused?.code === "invalid_input"}
          />
          <SubmitButton
            className="btn btn--full btn--main"
            working={say.step.working}
            label={say.step.submit}
          />
        </>
      )}
    </Form>
  );
}
