import type { AppErrorCode } from "#lib/errors";

/** What an error is called in HTTP. */
export const STATUS: Readonly<Record<AppErrorCode, number>> = {
  invalid_input: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  not_text: 415,
  rate_limited: 429,
  unavailable: 503,
};
