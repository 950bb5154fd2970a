import { isIP } from "node:net";
import { withoutEnding } from "#lib/english/endings";
import { isPublicAddress } from "./public-address";
import { FetchTrouble } from "./trouble";

/** As long as a stored address may be; redirects bring longer ones. In characters, once it is written out. */
const LONGEST = 2000;
const PORTS: readonly number[] = [80, 443];

/** The port that an address means, said or not. */
export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

/** The host without the brackets of IPv6: what is looked up, or an IP address already. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/**
 * Did the operator allow this host by name? An entry without a port allows the ports of the web; one with a port, that port.
 * Entries are written as `URL.host` writes them.
 */
export function isAllowedHost(url: URL, allowHosts: readonly string[]): boolean {
  const port = portOf(url);
  return (
    (PORTS.includes(port) && allowHosts.includes(url.hostname)) ||
    allowHosts.includes(`${url.hostname}:${port}`)
  );
}

/**
 * An address that may be asked, written as browsers write it (so that decimal, octal and hex forms of an IP are that IP),
 * without fragment and without dots after the host. Where a name leads is checked when it is connected to, not here.
 *
 * Throws   FetchTrouble `refused`.
 */
export function pageAddress(text: string, allowHosts: readonly string[], base?: URL): URL {
  if (text.length > 4 * LONGEST) throw new FetchTrouble("refused", (say) => say.tooLong);
  if (!URL.canParse(text, base)) throw new FetchTrouble("refused", (say) => say.malformed);
  const url = new URL(text, base);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new FetchTrouble("refused", (say) => say.scheme);
  }
  if (url.username !== "" || url.password !== "") throw new FetchTrouble("refused", (say) => say.userinfo);
  url.hash = "";
  url.hostname = withoutEnding(url.hostname, /\./);
  if (url.hostname === "" || url.hostname.endsWith(".")) {
    throw new FetchTrouble("refused", (say) => say.malformed);
  }
  if (url.href.length > LONGEST) throw new FetchTrouble("refused", (say) => say.tooLong);
  if (isAllowedHost(url, allowHosts)) return url;
  const host = hostOf(url);
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new FetchTrouble("refused", (say) => say.notPublic(host));
  }
  if (!PORTS.includes(portOf(url))) throw new FetchTrouble("refused", (say) => say.port(host, portOf(url)));
  return url;
}
