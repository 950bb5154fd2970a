"use client";

import { useActionState } from "react";
import { FormError } from "#components/ui/form-error";
import type { FormAction } from "#lib/domain/form-state";
import type { ShownSecret } from "#lib/domain/second-factor";
import { words } from "#lib/words";
import { RecoveryCodes } from "./recovery-codes";
import { CodeField } from "./second-factor-fields";

const { fields, setUp } = words.secondFactor;

interface Props {
  readonly isOn: boolean;
  /** The secret that waits to be confirmed; null where none was made yet. */
  readonly waiting: ShownSecret | null;
  readonly actions: { readonly begin: FormAction; readonly confirm: FormAction };
  /** On the way in: the form that ends it, once the codes were seen. */
  readonly goOn?: { readonly action: FormAction; readonly next: string };
}

/**
 * From nothing to an app whose codes are asked for, and the recovery codes that are shown once. It stays on the page while the page
 * around it changes, so that these aren't lost.
 */
export function AuthenticatorSetUp({ isOn, waiting, actions, goOn }: Props) {
  const [state, confirm, isPending] = useActionState(actions.confirm, null);
  const codes = state?.ok ? (state.data?.codes ?? "") : "";
  if (isOn) {
    return (
      <div className="stack-4">
        {codes !== "" && <RecoveryCodes codes={codes} />}
        {goOn && <GoOn {...goOn} />}
      </div>
    );
  }
  if (waiting === null) return <Begin action={actions.begin} label={setUp.begin} isMain />;
  return (
    <div className="stack-4">
      <p className="small">{setUp.scan}</p>
      <Secret secret={waiting} />
      <form className="form" action={confirm} onSubmit={(event) => isPending && event.preventDefault()}>
        <p className="small">{setUp.confirm}</p>
        <FormError state={state} />
        <CodeField hint={fields.newCodeHint} state={state} digitsOnly />
        <div>
          <button className="btn btn--main" type="submit" aria-disabled={isPending || undefined}>
            {isPending ? setUp.working : setUp.submit}
          </button>
        </div>
      </form>
      <Begin action={actions.begin} label={setUp.beginAnew} />
    </div>
  );
}

function Begin({ action, label, isMain }: { action: FormAction; label: string; isMain?: boolean }) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state} />
      <button
        className={isMain ? "btn btn--main" : "btn btn--s"}
        type="submit"
        aria-disabled={isPending || undefined}
      >
        {isPending ? setUp.working : label}
      </button>
    </form>
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

function GoOn({ action, next }: { action: FormAction; next: string }) {
  const [state, submit, isPending] = useActionState(action, null);
  return (
    <form action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <FormError state={state} />
      <input type="hidden" name="next" value={next} />
      <button className="btn btn--full btn--main" type="submit" aria-disabled={isPending || undefined}>
        {isPending ? words.secondFactor.step.working : words.secondFactor.codes.goOn}
      </button>
    </form>
  );
}
