"use client";

import { type ReactNode, useRef } from "react";
import { headingOf, useKeptFocus } from "./use-kept-focus";

/** A page that is drawn anew after each act: where what had the focus goes away, its section's heading has it, else the element `heading`. */
export function KeptFocus({ heading, children }: { heading: string; children: ReactNode }) {
  const whole = useRef<HTMLDivElement>(null);
  useKeptFocus(whole, (section) => headingOf(section, heading));
  return <div ref={whole}>{children}</div>;
}
