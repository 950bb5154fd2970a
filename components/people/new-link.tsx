"use client";

import { useEffect, useId, useRef, useState } from "react";
import { words } from "#lib/domain/words";

const say = words.people.invite;

interface Props {
  readonly link: string;
  /** Whom it is for: a name or an address. */
  readonly who: string;
  readonly onDone: () => void;
}

/** A link that is shown once: to be read, selected or copied. It takes the focus, so that nobody misses it. */
export function NewLink({ link, who, onDone }: Props) {
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
      await navigator.clipboard.writeText(link);
      setSaid(say.copied);
    } catch {
      // Browsers refuse outside https and this machine, or when the person said no.
      setSaid(say.notCopied);
    }
  }

  return (
    <div className="note stack-3">
      <div className="field">
        <label htmlFor={id}>{say.linkFor(who)}</label>
        <input
          ref={field}
          id={id}
          className="input"
          value={link}
          readOnly
          dir="ltr"
          aria-describedby={`${id}-note`}
          onFocus={(event) => event.target.select()}
        />
        <small id={`${id}-note`}>{say.linkNote}</small>
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
