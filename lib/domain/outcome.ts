import type { AppErrorCode } from "#lib/errors";
import { words } from "./words";

/** What an action answers: done, with ids as text; or what is wrong and what to do. */
export type Outcome =
  | { readonly ok: true; readonly message?: string; readonly data?: Readonly<Record<string, string>> }
  | {
      readonly ok: false;
      readonly code: AppErrorCode;
      readonly message: string;
      readonly field?: string;
    };

/** A server action that takes one plain object; the verb behind it reads and refuses it. */
export type Act = (input: unknown) => Promise<Outcome | null>;

/** Wait for an action. A connection that breaks is an outcome too: the screen keeps what was typed and says so. */
export async function settle(acting: Promise<Outcome | null>): Promise<Outcome> {
  try {
    return (await acting) ?? { ok: true };
  } catch {
    return { ok: false, code: "unavailable", message: words.desk.said.offline };
  }
}
