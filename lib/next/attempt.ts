import { unstable_rethrow } from "next/navigation";
import type { FormState } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { failureOf } from "./failure";
import { SECRET } from "./log";

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
    return { ok: true, ...done };
  } catch (error) {
    unstable_rethrow(error);
    const kept = form === undefined ? {} : keptOf(form);
    const failure = failureOf(error);
    if (failure.isOurs) {
      const message = words.errors.unexpected(failure.reference);
      return { ok: false, code: "unavailable", message, kept };
    }
    const { code, message, field } = failure;
    return { ok: false, code, message, field, kept };
  }
}

function keptOf(form: FormData): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string" && !name.startsWith("$ACTION") && !SECRET.test(name)) kept[name] = value;
  }
  return kept;
}
