"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { FormState } from "#lib/domain/form-state";

/**
 * What was wrong with the whole form, said aloud. Where one field is to blame, the words stand there instead, and the focus
 * goes to it. The alert has no box of its own, so that an empty one takes no room.
 */
export function FormError({ state, children }: { state: FormState; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const refused = state !== null && !state.ok ? state : null;

  useEffect(() => {
    if (refused?.field === undefined) return;
    const field = box.current?.closest("form, dialog")?.querySelector<HTMLElement>("[aria-invalid=true]");
    field?.focus();
  }, [refused]);

  return (
    <div ref={box} role="alert" className="contents">
      {refused && refused.field === undefined && <p className="error">{children ?? refused.message}</p>}
    </div>
  );
}
