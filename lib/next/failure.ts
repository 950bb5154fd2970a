import { randomBytes } from "node:crypto";
import { passingTrouble } from "#lib/db/core/trouble";
import { AppError, type AppErrorCode } from "#lib/errors";
import * as words from "#lib/words";
import { logError, loggable } from "./log";
import { RETRY_AFTER } from "./refused";

/** What an error is called in HTTP. */
const STATUS: Readonly<Record<AppErrorCode, number>> = {
  invalid_input: 400,
  not_signed_in: 401,
  not_proved: 403,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  not_text: 415,
  rate_limited: 429,
  unavailable: 503,
};

/** What went wrong, as the edges tell it: something that a person can act on, or a bug of ours under the number that the log has. */
export type Failure =
  | {
      readonly isOurs: false;
      readonly code: AppErrorCode;
      readonly status: number;
      readonly message: string;
      readonly field: string | undefined;
    }
  | { readonly isOurs: true; readonly status: 500; readonly reference: string };

/**
 * The one place where an error becomes an answer: of a form, of a screen's request, of the API. What an admin has to see is
 * logged here.
 */
export function failureOf(given: unknown): Failure {
  const error = asPassing(given);
  if (error instanceof AppError) {
    const { code, message, field } = error;
    if (code === "unavailable") logError("unavailable", loggable(error));
    return { isOurs: false, code, status: STATUS[code], message, field };
  }
  const reference = randomBytes(3).toString("hex");
  logError("unexpected", { reference, ...loggable(error) });
  return { isOurs: true, status: 500, reference };
}

/** What the database had no time or no room for is no bug: it is said so, and may be asked again. */
function asPassing(error: unknown): unknown {
  const trouble = error instanceof AppError ? null : passingTrouble(error);
  if (trouble === null) return error;
  return new AppError("unavailable", trouble === "FULL" ? words.errors.noRoom : words.errors.busy, {
    cause: error,
  });
}

/** What an answer of this status says beside its body. */
export function headersOf(status: number): Readonly<Record<string, string>> {
  return status === 503 ? { "Retry-After": RETRY_AFTER } : {};
}
