import type { ReactNode } from "react";

/** A button that says in words why it can't be pressed, and can still be reached and heard. */
export function Guarded(props: { why: string | null; onClick: () => void; children: ReactNode }) {
  return (
    <>
      <button
        type="button"
        className="btn btn--s btn--main"
        aria-disabled={props.why !== null}
        aria-describedby={props.why === null ? undefined : "why-not"}
        onClick={() => props.why === null && props.onClick()}
      >
        {props.children}
      </button>
      {props.why !== null && (
        <span className="xs" id="why-not">
          {props.why}
        </span>
      )}
    </>
  );
}
