"use client";

import { useActionState } from "react";
import { Field } from "#components/ui/field";
import { FormError } from "#components/ui/form-error";
import { Section } from "#components/ui/section";
import type { Role } from "#lib/domain/actor";
import type { FormAction, FormState } from "#lib/domain/form-state";
import type { ShownSecret } from "#lib/domain/second-factor";
import { words } from "#lib/words";
import { RecoveryCodes } from "./recovery-codes";
import { CodeField } from "./second-factor-fields";
import { AuthenticatorSetUp } from "./second-factor-set-up";

const say = words.secondFactor;
/** Fewer than this are worth a warning. */
const FEW = 4;

/** What `useActionState` gives: it lives longer than the form, to say that it is done. */
type Removal = readonly [state: FormState, submit: (form: FormData) => void, isPending: boolean];

interface Props {
  readonly role: Role;
  readonly isOn: boolean;
  readonly isRequired: boolean;
  readonly codesLeft: number;
  readonly waiting: ShownSecret | null;
  readonly actions: Readonly<Record<"begin" | "confirm" | "newCodes" | "remove", FormAction>>;
}

/** One's own second factor: setting it up, recovery codes, turning it off. */
export function SecondFactor({ role, isOn, isRequired, codesLeft, waiting, actions }: Props) {
  const removal = useActionState(actions.remove, null);
  const isRemoved = !isOn && removal[0]?.ok === true;
  return (
    <Section id="second-factor" title={say.setUp.title}>
      <div className="stack-4 measure">
        <p className="small">{say.setUp.about}</p>
        <p>
          <span className={`wrap-words state ${isOn ? "state--on" : "state--off"}`}>
            {isOn ? say.setUp.isOn : say.setUp.isOff}
          </span>
        </p>
        <p role="status" className="small">
          {isRemoved ? say.remove.isDone : ""}
        </p>
        {isRequired && <p className="small">{say.setUp.isRequired(role)}</p>}
        <AuthenticatorSetUp isOn={isOn} waiting={waiting} actions={actions} />
        {isOn && <NewCodes left={codesLeft} action={actions.newCodes} />}
        {isOn && !isRequired && <TurnOff removal={removal} />}
      </div>
    </Section>
  );
}

function NewCodes({ left, action }: { left: number; action: FormAction }) {
  const [state, submit, isPending] = useActionState(action, null);
  const codes = state?.ok ? (state.data?.codes ?? "") : "";
  return (
    <section className="stack-3" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{say.codes.title}</h3>
      <p className={left < FEW ? "error" : "small"}>
        {left < FEW ? say.codes.few(left) : say.codes.left(left)}
      </p>
      {codes !== "" && <RecoveryCodes key={codes} codes={codes} />}
      <form action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
        <FormError state={state} />
        <button
          className="btn btn--s"
          type="submit"
          aria-describedby="new-codes-note"
          aria-disabled={isPending || undefined}
        >
          {isPending ? say.setUp.working : say.codes.make}
        </button>{" "}
        <small className="muted" id="new-codes-note">
          {say.codes.makeNote}
        </small>
      </form>
    </section>
  );
}

/** Behind a fold, which opens without a script. It stays open while it says what was wrong. */
function TurnOff({ removal }: { removal: Removal }) {
  const [state, submit, isPending] = removal;
  return (
    <details open={state !== null && !state.ok}>
      <summary className="small">{say.remove.open}</summary>
      <form className="form mt-3" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
        <p className="small">{say.remove.note}</p>
        <FormError state={state} />
        <Field
          id="factor-password"
          name="password"
          type="password"
          label={say.fields.password}
          autoComplete="current-password"
          required
          state={state}
        />
        <CodeField hint={say.fields.codeHint} state={state} />
        <div>
          <button className="btn btn--danger" type="submit" aria-disabled={isPending || undefined}>
            {isPending ? say.setUp.working : say.remove.submit}
          </button>
        </div>
      </form>
    </details>
  );
}
