"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { Outcome } from "#lib/domain/form-state";
import { words } from "#lib/words";
import { Dialog } from "./dialog";

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
export function AskDialog(props: Props) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const errorId = useId();

  async function confirm(event: FormEvent, close: () => void) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await props.onConfirm(text);
    setBusy(false);
    if (outcome.ok) close();
    else setError(outcome.message);
  }

  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {(close) => (
        <form className="stack-4" onSubmit={(event) => void confirm(event, close)}>
          <div className="stack-3">{props.children}</div>
          {props.ask && (
            <AskedWords ask={props.ask} text={text} errorId={error ? errorId : null} onText={setText} />
          )}
          {error && (
            <p className="error" role="alert" id={errorId}>
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
            <button type="button" className="btn" onClick={close}>
              {words.desk.actions.cancel}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

/** `errorId` names what was wrong with the words; null while nothing is. */
function AskedWords(props: {
  ask: NonNullable<Props["ask"]>;
  text: string;
  errorId: string | null;
  onText: (text: string) => void;
}) {
  const id = useId();
  const { ask, text, errorId, onText } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{ask.label}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        dir="auto"
        required
        maxLength={ask.maxLength}
        value={text}
        aria-invalid={errorId !== null}
        aria-describedby={errorId ?? `${id}-hint`}
        onChange={(event) => onText(event.target.value)}
      />
      {ask.hint && <small id={`${id}-hint`}>{ask.hint}</small>}
    </div>
  );
}
