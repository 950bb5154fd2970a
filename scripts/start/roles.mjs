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

/** Who owns the embedded database. */
const OWNER = "app";

/** The address of the same database for its owner, where it was one of our own role. @param {string} url @returns {string} */
export function ownerUrl(url) {
  const owner = new URL(url);
  if (owner.username === ROLE && owner.password === "") owner.username = OWNER;
  return owner.href;
}

/** The account that an address names. @param {string} url @returns {string} */
export const accountOf = (url) => decodeURIComponent(new URL(url).username);
