"use client";

import { useEffect, useRef, useState } from "react";
import { Field } from "./field";

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
      <Field label={label} hint={say.note}>
        {(control) => (
          <input
            {...control}
            ref={field}
            value={value}
            readOnly
            dir="ltr"
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
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
