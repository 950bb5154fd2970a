/** Whom the web server and the worker are to the embedded database: a role that owns nothing (lib/db/core/privileges.ts). */
export const ROLE = "onrecord";

/**
 * The address of the same database for whoever may only work on it. Null where that isn't known: an address with a password is of one
 * account alone.
 *
 * @param {string} ownerUrl
 * @returns {string | null}
 */
export function workingUrl(ownerUrl) {
  const url = new URL(ownerUrl);
  if (url.password !== "") return null;
  url.username = ROLE;
  return url.href;
}

/** The account that an address names. @param {string} url @returns {string} */
export const accountOf = (url) => decodeURIComponent(new URL(url).username);
