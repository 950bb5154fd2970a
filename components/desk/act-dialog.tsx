"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Outcome } from "#lib/domain/form-state";
import { words } from "#lib/words";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** Asks for words where given; they are kept when the act fails. */
  readonly ask?: { readonly label: string; readonly hint?: string; readonly maxLength: number };
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onConfirm: (text: string) => Promise<Outcome>;
  readonly onClose: () => void;
}

/** A question before an act that others will see. Escape and "Cancel" leave everything as it was. */
export function ActDialog(props: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await props.onConfirm(text);
    setBusy(false);
    if (outcome.ok) dialog.current?.close();
    else setError(outcome.message);
  }

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      onClose={() => {
        props.onClose();
        keepFocus();
      }}
    >
      <form className="stack-4" onSubmit={confirm}>
        <h2 id={`${id}-title`}>{props.title}</h2>
        <div className="stack-3">{props.children}</div>
        {props.ask && (
          <div className="field">
            <label htmlFor={`${id}-text`}>{props.ask.label}</label>
            <textarea
              id={`${id}-text`}
              className="input"
              rows={3}
              dir="auto"
              required
              maxLength={props.ask.maxLength}
              value={text}
              aria-invalid={error !== null}
              aria-describedby={error ? `${id}-error` : `${id}-hint`}
              onChange={(event) => setText(event.target.value)}
            />
            {props.ask.hint && <small id={`${id}-hint`}>{props.ask.hint}</small>}
          </div>
        )}
        {error && (
          <p className="error" role="alert" id={`${id}-error`}>
            {error}
          </p>
        )}
        <div className="cluster">
          <button
            type="submit"
            className={props.danger ? "btn btn--danger" : "btn btn--main"}
            aria-disabled={busy}
          >
            {props.confirm}
          </button>
          <button type="button" className="btn" onClick={() => dialog.current?.close()}>
            {words.desk.actions.cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** The button that opened the question may be gone by now: then the focus goes to the page's content, not nowhere. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById("main")?.focus();
  });
}
