import type { Answer } from "./answer";
import { hostOf, pageAddress } from "./page-address";
import { FetchTrouble } from "./trouble";

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Is the new address to be used from now on (RFC 9110, 15.4)? */
export function isPermanent(status: number): boolean {
  return status === 301 || status === 308;
}

/**
 * Where an answer leads on to; null where it doesn't.
 *
 * Throws   FetchTrouble `refused`: no address, one that may not be asked, or one without the protection that this one had.
 */
export function nextAddress({ url, status, header }: Answer, allowHosts: readonly string[]): URL | null {
  if (!REDIRECTS.includes(status)) return null;
  const location = header("location");
  if (location === null || !URL.canParse(location, url)) {
    throw new FetchTrouble("refused", (say) => say.badRedirect(hostOf(url)));
  }
  if (!/^https?:$/.test(new URL(location, url).protocol)) {
    throw new FetchTrouble("refused", (say) => say.badRedirect(hostOf(url)));
  }
  const next = pageAddress(location, allowHosts, url);
  if (url.protocol === "https:" && next.protocol === "http:") {
    throw new FetchTrouble("refused", (say) => say.downgrade(hostOf(next)));
  }
  return next;
}
