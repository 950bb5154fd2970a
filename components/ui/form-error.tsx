"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { FormState } from "#lib/domain/form-state";

interface Props {
  readonly refused: Extract<FormState, { ok: false }> | null;
  /** Is one field to blame, which says so itself? */
  readonly isOfField: boolean;
  /** Said in place of the message. */
  readonly children?: ReactNode;
}

/**
 * What was wrong with the whole form, said aloud. Where one field is to blame, the words stand there instead, and the focus
 * goes to it. The alert has no box of its own, so that an empty one takes no room.
 */
export function FormError({ refused, isOfField, children }: Props) {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (refused === null || !isOfField) return;
    box.current?.closest("form")?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refused, isOfField]);

  return (
    <div ref={box} role="alert" className="contents">
      {refused && !isOfField && <p className="error">{children || refused.message}</p>}
    </div>
  );
}
