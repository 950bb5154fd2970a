import { randomBytes } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { FormState } from "#lib/domain/form-state";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { logError, loggable, SECRET } from "./log";

interface Done {
  readonly message?: string;
  readonly data?: Readonly<Record<string, string>>;
}

/**
 * The edge of every server action: what a person can act on becomes a state of the form, everything else is logged with
 * its cause under a number and shown as one calm sentence. Redirects pass through.
 */
// biome-ignore lint/suspicious/noConfusingVoidType: an action that has nothing to say returns nothing
export async function attempt(work: () => Promise<Done | void>, form?: FormData): Promise<FormState> {
  try {
    const done = await work();
    return { ok: true, ...(done ?? {}) };
  } catch (error) {
    unstable_rethrow(error);
    const kept = form === undefined ? {} : keptOf(form);
    if (error instanceof AppError) {
      if (error.cause !== undefined && error.code === "unavailable") logError("unavailable", loggable(error));
      const { code, message, field } = error;
      return { ok: false, code, message, ...(field === undefined ? {} : { field }), kept };
    }
    const reference = randomBytes(3).toString("hex");
    logError("unexpected", { reference, ...loggable(error) });
    return { ok: false, code: "unavailable", message: words.people.errors.unexpected(reference), kept };
  }
}

function keptOf(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !SECRET.test(name)) kept[name] = value;
  }
  return kept;
}
