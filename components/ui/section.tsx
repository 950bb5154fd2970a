import type { ReactNode } from "react";

/** A part of a page under its heading; the heading names it for a screen reader. */
export function Section(props: { id: string; title: string; className?: string; children: ReactNode }) {
  return (
    <section
      className={props.className === undefined ? "sect" : `sect ${props.className}`}
      aria-labelledby={props.id}
    >
      <h2 id={props.id}>{props.title}</h2>
      {props.children}
    </section>
  );
}
