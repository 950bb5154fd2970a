import { words } from "#lib/words";
import type { FormState } from "./form-state";

/** What an action answers: done, with ids and revisions as text; or what is wrong and what to do. */
export type Outcome = NonNullable<FormState>;

/** A server action that takes one plain object; the verb behind it reads and refuses it. */
export type Act = (input: unknown) => Promise<FormState>;

/** Wait for an action. A connection that breaks is an outcome too: the screen keeps what was typed and says so. */
export async function settle(acting: Promise<FormState>): Promise<Outcome> {
  try {
    return (await acting) ?? { ok: true };
  } catch {
    return { ok: false, code: "unavailable", message: words.desk.said.offline, kept: {} };
  }
}
