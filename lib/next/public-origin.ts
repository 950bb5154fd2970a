/**
 * Where people reach Onrecord: from ONRECORD_URL, never from a request's Host header, which anybody can send. Without it,
 * the address that the server listens on.
 */
export function publicOrigin(): URL {
  const { ONRECORD_URL, PORT } = process.env;
  return new URL(new URL(ONRECORD_URL || `http://127.0.0.1:${PORT || 3000}`).origin);
}

export function isSecure(): boolean {
  return publicOrigin().protocol === "https:";
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Is this `Origin` header Onrecord's own? On one's own machine the three names of it are one. False for null, for the
 * word `null`, and for anything that is no address.
 */
export function isOwnOrigin(origin: string | null, own: URL): boolean {
  if (origin === null || !URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  if (theirs.origin === own.origin) return true;
  return (
    LOOPBACK.has(own.hostname) &&
    LOOPBACK.has(theirs.hostname) &&
    theirs.port === own.port &&
    theirs.protocol === own.protocol
  );
}
