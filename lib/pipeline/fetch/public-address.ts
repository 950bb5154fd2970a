import ipaddr from "ipaddr.js";

/** Everything that is routed today lies in here (RFC 4291, 2.4); what embeds an IPv4 address outside of it never counts. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Public by its range, and a cloud's own door to a machine's settings all the same: Azure's 168.63.129.16. */
const KEPT_BACK: readonly string[] = ["168.63.129.16"];

/**
 * May a page be fetched from this IP address? Only from what the registries give to the public internet: not from loopback,
 * private, link-local (with the metadata services), CGNAT, multicast, reserved and documentation ranges, nor from an IPv6
 * form that carries an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo), since that would hide where it leads.
 *
 * Returns  false for what is no IP address.
 * Source   IANA's special-purpose registries (RFC 6890), as ipaddr.js keeps them.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  if (address instanceof ipaddr.IPv6) return address.match(GLOBAL_UNICAST);
  return !KEPT_BACK.includes(address.toString());
}
