"use client";

import { useEffect, useId, useRef, useState } from "react";

interface Props {
  readonly value: string;
  readonly label: string;
  readonly say: {
    readonly note: string;
    readonly copy: string;
    readonly copied: string;
    readonly notCopied: string;
    readonly done: string;
  };
  readonly onDone: () => void;
}

/** A secret that is shown once: to be read, selected or copied. It takes the focus, so that nobody misses it. */
export function ShownOnce({ value, label, say, onDone }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setSaid(say.copied);
    } catch {
      // Browsers refuse outside https and this machine, or when the person said no.
      setSaid(say.notCopied);
    }
  }

  return (
    <div className="note stack-3">
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          ref={field}
          id={id}
          className="input"
          value={value}
          readOnly
          dir="ltr"
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.target.select()}
        />
        <small id={`${id}-note`}>{say.note}</small>
      </div>
      <div className="cluster">
        <button className="btn" type="button" onClick={copy}>
          {say.copy}
        </button>
        <button className="btn" type="button" onClick={onDone}>
          {say.done}
        </button>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
