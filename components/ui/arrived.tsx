"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { focusOn } from "./use-kept-focus";

/** A heading that somebody is led to: it takes the focus when it comes, so that it is in view and is said aloud. `name` tells it from the one before. */
export function ArrivedHeading({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another name is another arrival
  useEffect(() => {
    if (heading.current !== null) focusOn(heading.current);
  }, [name]);
  return (
    <h2 id={id} ref={heading} tabIndex={-1} dir="auto">
      {children}
    </h2>
  );
}
