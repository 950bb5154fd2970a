import { fetching } from "#lib/domain/words/fetching";
import type { Answer } from "./answer";
import { hostOf, pageAddress } from "./page-address";
import { FetchTrouble } from "./trouble";

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/**
 * Where an answer leads on to; null where it doesn't.
 *
 * Throws   FetchTrouble `refused`: no address, one that may not be asked, or one without the protection that this one had.
 */
export function nextAddress({ url, status, header }: Answer, allowHosts: readonly string[]): URL | null {
  if (!REDIRECTS.includes(status)) return null;
  const location = header("location");
  if (location === null || !URL.canParse(location, url)) {
    throw new FetchTrouble("refused", fetching.badRedirect(hostOf(url)));
  }
  if (!/^https?:$/.test(new URL(location, url).protocol)) {
    throw new FetchTrouble("refused", fetching.badRedirect(hostOf(url)));
  }
  const next = pageAddress(location, allowHosts, url);
  if (url.protocol === "https:" && next.protocol === "http:") {
    throw new FetchTrouble("refused", fetching.downgrade(hostOf(next)));
  }
  return next;
}
