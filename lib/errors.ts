/**
 * The one error that a person can act on. Everything else that is thrown is a bug of ours.
 *
 * `message` is a whole sentence for the person who sees it: what is wrong, and what to do. `field` names the form field
 * it belongs to, where there is one. `cause` is for the log and is never shown.
 */
export type AppErrorCode =
  | "invalid_input"
  | "not_signed_in"
  | "not_proved"
  | "not_allowed"
  | "not_found"
  | "conflict"
  | "too_large"
  | "not_text"
  | "rate_limited"
  | "unavailable";

export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly field: string | undefined;

  constructor(
    code: AppErrorCode,
    message: string,
    options: { field?: string | undefined; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.field = options.field;
  }
}
