"use client";

import { useId, useState } from "react";
import { onceClicked, send } from "#components/ui/send";
import type { Act } from "#lib/domain/form-state";
import * as words from "#lib/words";

const several = words.severalImports;

interface Props {
  readonly importId: string;
  readonly act: Act;
  readonly label: string;
  /** Said to screen readers where several such buttons stand together. */
  readonly of?: string;
  readonly hint?: string;
  readonly className: string;
  /** Called once it answered; `isDone` is false where it was refused, with the words beside the button. */
  readonly onAnswer?: (isDone: boolean) => void;
}

/** Cancels an import or tries it again. What goes wrong is said beside it. */
export function ImportButton({ importId, act, label, of, hint, className, onAnswer }: Props) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const id = useId();
  async function press() {
    if (busy) return;
    setBusy(true);
    const outcome = await send(act, { importId });
    setBusy(false);
    setError(outcome.ok ? null : outcome.message);
    onAnswer?.(outcome.ok);
  }
  return (
    <>
      <button
        type="button"
        className={className}
        aria-disabled={busy || undefined}
        aria-describedby={hint === undefined ? undefined : id}
        onClick={onceClicked(() => void press())}
      >
        {label}
        {of !== undefined && <span className="sr">{several.of(of)}</span>}
      </button>
      {hint !== undefined && <small id={id}>{hint}</small>}
      <div role="alert" className="contents">
        {error && <p className="error">{error}</p>}
      </div>
    </>
  );
}
