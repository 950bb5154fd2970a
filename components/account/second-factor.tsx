"use client";

import { TextField } from "#components/ui/field";
import { Form, SubmitButton } from "#components/ui/form";
import { Section } from "#components/ui/section";
import type { Role } from "#lib/domain/actor";
import type { FormAction } from "#lib/domain/form-state";
import type { ShownSecret } from "#lib/domain/second-factor";
import * as words from "#lib/words";
import { RecoveryCodes } from "./recovery-codes";
import { CodeField } from "./second-factor-fields";
import { AuthenticatorSetUp } from "./second-factor-set-up";

const say = words.secondFactor;
/** Fewer than this are worth a warning. */
const FEW = 4;

interface Props {
  readonly role: Role;
  readonly isOn: boolean;
  /** The app, or a passkey. */
  readonly hasFactor: boolean;
  readonly isRequired: boolean;
  readonly codesLeft: number;
  readonly waiting: ShownSecret | null;
  readonly actions: Readonly<Record<"begin" | "confirm" | "newCodes" | "remove", FormAction>>;
}

/** One's own second factor: setting it up, recovery codes, turning it off. */
export function SecondFactor(props: Props) {
  const { role, isOn, hasFactor, isRequired, codesLeft, waiting, actions } = props;
  return (
    <Section id="second-factor" title={say.setUp.title}>
      <div className="stack-4 measure">
        <p className="small">{say.setUp.about}</p>
        <p>
          <span className={`wrap-words state ${isOn ? "state--on" : "state--off"}`}>
            {isOn ? say.setUp.isOn : say.setUp.isOff}
          </span>
        </p>
        {isRequired && <p className="small">{say.setUp.isRequired(role)}</p>}
        <AuthenticatorSetUp isOn={isOn} waiting={waiting} actions={actions} />
        {hasFactor && <NewCodes left={codesLeft} action={actions.newCodes} />}
        {!isRequired && <TurnOff isOn={isOn} action={actions.remove} />}
      </div>
    </Section>
  );
}

function NewCodes({ left, action }: { left: number; action: FormAction }) {
  return (
    <section className="stack-3" aria-labelledby="recovery-codes">
      <h3 id="recovery-codes">{say.codes.title}</h3>
      <p className={left < FEW ? "error" : "small"}>
        {left < FEW ? say.codes.few(left) : say.codes.left(left)}
      </p>
      <Form
        undrafted="nothing-typed"
        action={action}
        after={({ data }, again) =>
          data?.codes && <RecoveryCodes key={data.codes} codes={data.codes} onDone={again} />
        }
      >
        <SubmitButton className="btn btn--s" working={say.setUp.working} label={say.codes.make} />{" "}
        <small className="muted">{say.codes.makeNote}</small>
      </Form>
    </section>
  );
}

/** Behind a fold, which opens without a script, and stays open while it says what was wrong. The form outlives it to say that it is done. */
function TurnOff({ isOn, action }: { isOn: boolean; action: FormAction }) {
  return (
    <Form undrafted="secret" action={action} after={() => !isOn && <p role="status">{say.remove.isDone}</p>}>
      {({ field, refused }) =>
        isOn && (
          <details open={refused !== null}>
            <summary className="small">{say.remove.open}</summary>
            <div className="form mt-3">
              <p className="small">{say.remove.note}</p>
              <TextField
                {...field("password")}
                type="password"
                label={say.fields.password}
                autoComplete="current-password"
                required
              />
              <CodeField field={field("code")} hint={say.fields.codeHint} />
              <div>
                <SubmitButton
                  className="btn btn--danger"
                  working={say.setUp.working}
                  label={say.remove.submit}
                />
              </div>
            </div>
          </details>
        )
      }
    </Form>
  );
}
