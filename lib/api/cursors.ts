import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Where a list of the API goes on, sealed: a program takes it as it is. The seal says that this very list gave it, so that one
 * that was altered, or belongs to another list or another filter, is refused and doesn't quietly show something else.
 */

const SEAL = 12;
const SHAPE = /^[\w-]{17,400}$/;

/** `list` names the list with its filters, `key` is the place in it. Every process with the same NEXTAUTH_SECRET reads it. */
export function sealCursor(list: string, key: string): string {
  return Buffer.concat([seal(list, key), Buffer.from(key, "utf8")]).toString("base64url");
}

/** The place; null where this list didn't give it. */
export function openCursor(list: string, cursor: string): string | null {
  if (!SHAPE.test(cursor)) return null;
  const bytes = Buffer.from(cursor, "base64url");
  if (bytes.length <= SEAL || bytes.toString("base64url") !== cursor) return null;
  const key = bytes.subarray(SEAL).toString("utf8");
  return timingSafeEqual(bytes.subarray(0, SEAL), seal(list, key)) ? key : null;
}

function seal(list: string, key: string): Buffer {
  const secret = createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update("cursors of the API")
    .digest();
  return createHmac("sha256", secret)
    .update(JSON.stringify([list, key]))
    .digest()
    .subarray(0, SEAL);
}
