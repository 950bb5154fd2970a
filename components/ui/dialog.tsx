"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import * as words from "#lib/words";

interface Props {
  readonly title: string;
  /** Id of the words inside that say more. */
  readonly describedBy?: string;
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
}

/**
 * The one dialog: opens at once, closes with Escape and with `close`, and never leaves the focus nowhere. It stands beside the page, not in the
 * pane that it was opened from: one that is hidden on a narrower window would hide it too, and leave a page that answers to nothing.
 */
export function Dialog({ title, describedBy, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return createPortal(
    <dialog
      ref={dialog}
      className="dialog"
      lang={words.deskLanguage.language}
      dir={words.deskLanguage.direction}
      aria-labelledby={titleId}
      aria-describedby={describedBy}
      onClose={() => {
        onClose();
        keepFocus();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children(() => dialog.current?.close())}
    </dialog>,
    document.body,
  );
}

/** The button that opened the question may be gone by now: then the focus goes to the page's content. */
function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById("main")?.focus();
  });
}
