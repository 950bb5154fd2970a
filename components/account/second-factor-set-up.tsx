"use client";

import { Form, type FormAtWork, SubmitButton } from "#components/ui/form";
import type { FormAction } from "#lib/domain/form-state";
import type { ShownSecret } from "#lib/domain/second-factor";
import * as words from "#lib/words";
import { RecoveryCodes } from "./recovery-codes";
import { CodeField } from "./second-factor-fields";

const { codes, fields, setUp, step } = words.secondFactor;

interface Props {
  readonly isOn: boolean;
  /** The secret that waits to be confirmed; null where none was made yet. */
  readonly waiting: ShownSecret | null;
  readonly actions: { readonly begin: FormAction; readonly confirm: FormAction };
  /** On the way in: the form that ends it, once the codes were seen. */
  readonly goOn?: { readonly action: FormAction; readonly next: string };
}

/** From nothing to an app whose codes are asked for, and the recovery codes that are shown once. */
export function AuthenticatorSetUp({ isOn, waiting, actions, goOn }: Props) {
  return (
    <div className="stack-4">
      {/* The form stays while the page around it changes: the recovery codes are what became of it. */}
      <Form
        undrafted="secret"
        className="stack-4"
        action={actions.confirm}
        after={({ data }) => isOn && data?.codes && <RecoveryCodes codes={data.codes} />}
      >
        {({ field }) => !isOn && waiting !== null && <Confirm secret={waiting} field={field} />}
      </Form>
      {!isOn && (
        <Form undrafted="nothing-typed" action={actions.begin}>
          <SubmitButton
            className={waiting === null ? "btn btn--main" : "btn btn--s"}
            working={setUp.working}
            label={waiting === null ? setUp.begin : setUp.beginAnew}
          />
        </Form>
      )}
      {isOn && goOn && (
        <Form undrafted="nothing-typed" action={goOn.action} hidden={{ next: goOn.next }}>
          <SubmitButton className="btn btn--full btn--main" working={step.working} label={codes.goOn} />
        </Form>
      )}
    </div>
  );
}

function Confirm({ secret, field }: { secret: ShownSecret; field: FormAtWork["field"] }) {
  return (
    <>
      <p className="small">{setUp.scan}</p>
      <Secret secret={secret} />
      <p className="small">{setUp.confirm}</p>
      <CodeField field={field("code")} hint={fields.newCodeHint} isDigits />
      <div>
        <SubmitButton className="btn btn--main" working={setUp.working} label={setUp.submit} />
      </div>
    </>
  );
}

/** Black on white in every theme: readers of QR codes want it so. */
function Secret({ secret }: { secret: ShownSecret }) {
  return (
    <div className="stack-3">
      <svg
        className="qr"
        viewBox={`0 0 ${secret.size} ${secret.size}`}
        role="img"
        aria-label={setUp.qr}
        shapeRendering="crispEdges"
      >
        <rect width={secret.size} height={secret.size} fill="#fff" />
        <path d={secret.path} fill="#000" />
      </svg>
      <div className="field">
        <label htmlFor="authenticator-secret">{setUp.secret}</label>
        <input
          id="authenticator-secret"
          className="input"
          value={secret.text}
          readOnly
          dir="ltr"
          autoComplete="off"
          onFocus={(event) => event.target.select()}
        />
      </div>
    </div>
  );
}
