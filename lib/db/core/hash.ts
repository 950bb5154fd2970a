import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** SHA-256 of UTF-8 text or of bytes, in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * The one spelling of a JSON value: keys sorted, no white space, numbers as ECMAScript prints them.
 *
 * Throws   TypeError when `value` is not JSON at all (undefined, a function).
 * Source   RFC 8785, JSON Canonicalization Scheme.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError("not a JSON value");
  return json;
}
