import type { ReactNode } from "react";

/** Short links side by side; `of` says what they are. */
export function ChipList({ of, children }: { of: string; children: ReactNode }) {
  return (
    <div className="cluster small mt-3">
      <span className="muted">{of}:</span>
      <ul className="cluster cluster--tight">{children}</ul>
    </div>
  );
}
