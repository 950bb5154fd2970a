import { isIP } from "node:net";
import type { PasskeySite } from "#lib/domain/passkeys";
import { publicOrigin } from "./public-origin";

/**
 * Where passkeys belong to; null where browsers make none: at an address that is a number, or without encryption, but for one's own
 * machine by its name.
 *
 * Source   W3C Web Authentication, Level 3, 5.1.3 (the RP ID is a domain), and W3C Secure Contexts.
 */
export function passkeySite(): PasskeySite | null {
  const { origin, hostname, protocol } = publicOrigin();
  const isNumber = isIP(hostname.replace(/^\[|\]$/g, "")) !== 0;
  const isSafe = protocol === "https:" || hostname === "localhost";
  return isNumber || !isSafe ? null : { origin, rpId: hostname };
}
