import type { FormState, Outcome } from "#lib/domain/form-state";
import * as words from "#lib/words";

/** Wait for an action. A connection that breaks is an outcome too: the screen keeps what was typed and says so. */
export async function waitForOutcome(acting: Promise<FormState>): Promise<Outcome> {
  try {
    return (await acting) ?? { ok: true };
  } catch {
    return { ok: false, code: "unavailable", message: words.desk.said.offline, kept: {}, isUnanswered: true };
  }
}
