import type { Proof } from "#lib/domain/published";
import * as words from "#lib/words";

/** Above everything else on a reader's page that isn't what was published. */
export function Unverified({ proof }: { proof: Proof }) {
  if (proof !== "BROKEN") return null;
  return (
    <p className="alarm" role="alert">
      {words.record.history.proof.BROKEN}
    </p>
  );
}
