"use client";

import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import * as words from "#lib/words";

const say = words.people.signIn;

/** `next` is where the person was going; the action follows it to our own pages only. */
export function SignInForm({ action, next }: { action: FormAction; next: string | undefined }) {
  return (
    <Form
      undrafted="secret"
      className="stack-4"
      action={action}
      hidden={next === undefined ? {} : { next }}
      refusal={({ code }) => code === "invalid_input" && <WrongPair />}
    >
      {({ field, refused }) => (
        <>
          <TextField
            {...field("email")}
            id="email"
            type="email"
            label={words.people.fields.email}
            autoComplete="username"
            spellCheck={false}
            required
          />
          <TextField
            {...field("password")}
            id="password"
            type="password"
            label={words.people.fields.password}
            autoComplete="current-password"
            required
            isInvalid={refused?.code === "invalid_input"}
          />
          <SubmitButton className="btn btn--full btn--main" working={say.working} label={say.submit} />
        </>
      )}
    </Form>
  );
}

function WrongPair() {
  return (
    <>
      {say.wrongPairStart}
      <a className="c-inherit" href="#forgot">
        {say.wrongPairLink}
      </a>
      {say.wrongPairEnd}
    </>
  );
}
