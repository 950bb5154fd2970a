import { getParser } from "bowser";
import ipaddr from "ipaddr.js";
import type { Visit } from "#lib/db/core/visit";
import { THIS_MACHINE } from "#lib/domain/actor";

/** Longer than any browser's own; reading it stays cheap. In UTF-16 units. */
const LONGEST_AGENT = 500;

/** What is kept of a browser so that its owner knows it again. Null where it didn't say. */
export interface Device {
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string | null;
}

/**
 * Which browser on which system, by name and without a version, and from which network: enough to know one's own by, too little
 * to follow anybody with.
 */
export function deviceOf(visit: Visit | null): Device {
  if (visit === null) return { browser: null, system: null, network: null };
  const network = visit.isThisMachine ? THIS_MACHINE : networkOf(visit.address);
  if (!visit.agent) return { browser: null, system: null, network };
  const parser = getParser(visit.agent.slice(0, LONGEST_AGENT));
  return { browser: parser.getBrowserName() || null, system: parser.getOSName() || null, network };
}

/** The first three of four numbers of an IPv4 address, the first 48 of 128 bits of an IPv6 one; null for anything else. */
function networkOf(address: string): string | null {
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return `${parsed.octets.slice(0, 3).join(".")}.0/24`;
  const groups = parsed.parts.slice(0, 3).map((group) => group.toString(16));
  return `${groups.join(":")}::/48`;
}
