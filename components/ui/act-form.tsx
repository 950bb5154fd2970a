"use client";

import { type ReactNode, useActionState } from "react";
import { Dialog } from "#components/ui/dialog";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { words } from "#lib/words";
import { FormError } from "./form-error";

const say = words.people.page;

interface Props {
  readonly action: FormAction;
  /** Sent along as they are: ids and revisions. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly onDone: (state: Extract<FormState, { ok: true }>) => void;
}

/** Sends the form, and tells when it was done. */
function useAct({ action, onDone }: Props) {
  return useActionState(async (before: FormState, form: FormData): Promise<FormState> => {
    const after = await action(before, form);
    if (after?.ok) onDone(after);
    return after;
  }, null);
}

function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input type="hidden" key={name} name={name} value={value} />
  ));
}

/** One button that acts at once. What goes wrong is said beside it. `of` tells it from its equals; left out, there are none. */
export function ActButton(props: Props & { readonly label: string; readonly of?: string }) {
  const [state, submit, isPending] = useAct(props);
  return (
    <form action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
      <Hidden values={props.hidden} />
      <button className="btn btn--s" type="submit" aria-disabled={isPending || undefined}>
        {isPending ? say.working : props.label}
        {props.of !== undefined && <span className="sr">{say.of(props.of)}</span>}
      </button>
      <FormError state={state} />
    </form>
  );
}

interface DialogProps extends Props {
  readonly title: string;
  readonly note: string;
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly children?: (state: FormState) => ReactNode;
  readonly onClose: () => void;
}

/** A question before an act that another person will feel. Escape and "Cancel" leave everything as it was. */
export function ActDialog(props: DialogProps) {
  const [state, submit, isPending] = useAct(props);
  return (
    <Dialog title={props.title} describedBy="act-note" onClose={props.onClose}>
      {(close) => (
        <form className="stack-4" action={submit} onSubmit={(event) => isPending && event.preventDefault()}>
          <Hidden values={props.hidden} />
          <p id="act-note" className="small">
            {props.note}
          </p>
          {props.children?.(state)}
          <FormError state={state} />
          <div className="cluster">
            <button
              className={props.isDanger ? "btn btn--danger" : "btn btn--main"}
              type="submit"
              aria-disabled={isPending || undefined}
            >
              {isPending ? say.working : props.confirm}
            </button>
            <button className="btn" type="button" onClick={close}>
              {say.cancel}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
