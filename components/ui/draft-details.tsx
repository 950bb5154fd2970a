"use client";

import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";

interface Props {
  /** Words wait in the form inside: it is shown. */
  readonly hasDraft: boolean;
  readonly details?: RefObject<HTMLDetailsElement | null>;
  readonly children: ReactNode;
}

/** A form behind a line that opens it. A draft opens it, and emptying a field closes nothing. */
export function DraftDetails({ hasDraft, details, children }: Props) {
  const own = useRef<HTMLDetailsElement>(null);
  const box = details ?? own;
  const [isOpenAtFirst] = useState(hasDraft);
  useEffect(() => {
    if (hasDraft && box.current) box.current.open = true;
  }, [hasDraft, box]);
  return (
    <details ref={box} open={isOpenAtFirst}>
      {children}
    </details>
  );
}
