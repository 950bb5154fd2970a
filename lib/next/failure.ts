import { randomBytes } from "node:crypto";
import { AppError, type AppErrorCode } from "#lib/errors";
import { logError, loggable } from "./log";

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
export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) {
    const { code, message, field } = error;
    if (code === "unavailable") logError("unavailable", loggable(error));
    return { isOurs: false, code, status: STATUS[code], message, field };
  }
  const reference = randomBytes(3).toString("hex");
  logError("unexpected", { reference, ...loggable(error) });
  return { isOurs: true, status: 500, reference };
}
