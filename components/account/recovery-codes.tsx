"use client";

import { useEffect, useId, useRef, useState } from "react";
import * as words from "#lib/words";

const { codes: say } = words.secondFactor;

/** Codes that are shown once: to be read, printed, selected or copied. `codes` has one in each line. They take the focus, so that nobody misses them. */
export function RecoveryCodes({ codes, onDone }: { codes: string; onDone?: () => void }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");

  useEffect(() => box.current?.focus(), []);

  async function copy() {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(codes);
      setSaid(say.copied);
    } catch {
      // Browsers refuse outside https and this machine, or when the person said no.
      setSaid(say.notCopied);
    }
  }

  return (
    <div className="note stack-3">
      <div className="field">
        <label htmlFor={id}>{say.list}</label>
        <textarea
          ref={box}
          id={id}
          className="input codes"
          rows={codes.split("\n").length}
          value={codes}
          readOnly
          dir="ltr"
          aria-describedby={`${id}-about`}
          onFocus={(event) => event.target.select()}
        />
        <small id={`${id}-about`}>{say.about}</small>
      </div>
      <div className="cluster">
        <button className="btn" type="button" onClick={copy}>
          {say.copy}
        </button>
        {onDone && (
          <button className="btn" type="button" onClick={onDone}>
            {say.kept}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
