import { isIPv6 } from "node:net";

/** The header that the server writes at its own door, over whatever was sent under that name. */
export const CLIENT_HEADER = "x-onrecord-client";

/**
 * The address of whoever sent a request.
 *
 * `peer` is the other end of the connection. `forwardedFor` is the X-Forwarded-For header, which anybody can write: of the
 * whole way, [...forwardedFor, peer], only the last `trustedProxies` were written by machines of the newsroom's own.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const way = [...(forwardedFor ?? "").split(","), peer ?? ""].map((hop) => hop.trim()).filter(Boolean);
  return way[Math.max(0, way.length - 1 - trustedProxies)] ?? "unknown";
}

/** Is it the machine itself? */
export function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/i.test(address);
}

/**
 * What counts as one client: an IPv4 address, or the first half of an IPv6 address, since whoever has one of these has all
 * of its second halves too. Anything else counts as itself.
 */
export function clientKey(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("%")[0]?.split("::") ?? [];
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(gap).fill("0"), ...last];
  const half = groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${half.join(":")}::/64`;
}
