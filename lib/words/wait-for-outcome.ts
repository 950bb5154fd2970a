import type { FormState, Outcome } from "#lib/domain/form-state";
import * as words from "#lib/words";

/** Wait for an action. A connection that breaks is an outcome too: the screen keeps what was typed and says so. */
export async function waitForOutcome(acting: Promise<FormState>): Promise<Outcome> {
  try {
    const outcome: FormState | undefined = await acting;
    // An action that says nothing answers null. Nothing at all is what is left of one whose answer never came.
    return outcome === undefined ? unanswered() : (outcome ?? { ok: true });
  } catch {
    return unanswered();
  }
}

const unanswered = (): Outcome => ({
  ok: false,
  code: "unavailable",
  message: words.desk.said.offline,
  kept: {},
  isUnanswered: true,
});
