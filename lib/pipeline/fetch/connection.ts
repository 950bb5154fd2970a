import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import type { FetchLimits } from "./limits";
import { isAllowedHost } from "./page-address";
import { isPublicAddress } from "./public-address";
import { FetchTrouble } from "./trouble";

/** Every address of a name. The system's own, but for tests. */
export type Lookup = (
  host: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Connections that lead to the public internet, or to a host that the operator allowed by name.
 *
 * The check is part of the look-up that the connection itself is made with, so that no name can mean one address when it is
 * checked and another when it is connected to. A name that has one private address among others is refused whole. Proxies
 * that the environment names are not used: this agent connects by itself.
 */
export function checkedAgent(
  allowHosts: readonly string[],
  limits: FetchLimits,
  lookup: Lookup = systemLookup,
): Agent {
  const open = buildConnector({ timeout: limits.connect, lookup: checkedLookup(lookup) });
  const openAllowed = buildConnector({ timeout: limits.connect, lookup: allOf(lookup) });
  const connect: buildConnector.connector = (options, callback) => {
    const { hostname, protocol, port } = options;
    const name = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
    if (isAllowedHost(new URL(`${protocol}//${name}${port ? `:${port}` : ""}`), allowHosts)) {
      openAllowed(options, callback);
      return;
    }
    // An IP address is connected to without a look-up.
    if (isIP(hostname) !== 0 && !isPublicAddress(hostname)) callback(notPublic(hostname), null);
    else open(options, (...made) => callback(...confirmed(hostname, made)));
  };
  return new Agent({
    connect,
    connections: 1,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headers,
    bodyTimeout: limits.idle,
  });
}

type Made = Parameters<buildConnector.Callback>;

const notPublic = (host: string) => new FetchTrouble("refused", (say) => say.notPublic(host));

/** The far end once more, as the socket sees it: whatever led there. */
function confirmed(host: string, made: Made): Made {
  if (made[0] !== null || isPublicAddress(made[1].remoteAddress ?? "")) return made;
  made[1].destroy();
  return [notPublic(host), null];
}

function checkedLookup(lookup: Lookup): LookupFunction {
  return allOf((host, options, done) =>
    lookup(host, options, (error, addresses) => {
      if (error === null && !addresses.every(({ address }) => isPublicAddress(address))) {
        done(notPublic(host), []);
      } else done(error, addresses);
    }),
  );
}

/** Sockets ask for one address or for all; every one is looked at either way. */
function allOf(lookup: Lookup): LookupFunction {
  return (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) done(error ?? unknownName(host), "", 0);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
}

function unknownName(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address`), { code: "ENOTFOUND" });
}
