import type { CalendarDate } from "./analysis";
import { RefusedError } from "./refusals";

/** Looking at a page again: on request, or at a pace that somebody set. */

export const WATCH_PACES = ["NEVER", "HOURLY", "DAILY", "WEEKLY"] as const;
export type WatchPace = (typeof WATCH_PACES)[number];

export type CheckResult = "NEW" | "SAME" | "TRIVIAL" | "GONE" | "MOVED";

/** One of several articles on a page, for a link to it. */
export interface PostLink {
  readonly versionId: string;
  readonly title: string | null;
  readonly day: CalendarDate | null;
}

/** A page as it stands, for whoever wants to dismiss it. */
export interface DismissiblePage {
  readonly isDismissed: boolean;
  readonly isPublished: boolean;
  /** Who writes the review of it that is open; null where nobody does. */
  readonly reviewedBy: string | null;
  readonly isReadBlind: boolean;
}

/**
 * Only what readers don't see and nobody works on is dismissed.
 *
 * Throws   RefusedError `conflict`.
 */
export function refuseDismissal({
  isDismissed,
  isPublished,
  reviewedBy,
  isReadBlind,
}: DismissiblePage): void {
  if (isDismissed) throw new RefusedError("conflict", { reason: "dismissedAlready" });
  if (isPublished) throw new RefusedError("conflict", { reason: "publishedPage" });
  if (reviewedBy !== null) throw new RefusedError("conflict", { reason: "reviewedPage", name: reviewedBy });
  if (isReadBlind) throw new RefusedError("conflict", { reason: "readBlind" });
}

/** Throws RefusedError `conflict` for a page that isn't dismissed. */
export function refuseTakingBack({ isDismissed }: Pick<DismissiblePage, "isDismissed">): void {
  if (!isDismissed) throw new RefusedError("conflict", { reason: "notDismissed" });
}

const HOUR = 3_600_000;
const PACES: Readonly<Record<Exclude<WatchPace, "NEVER">, number>> = {
  HOURLY: HOUR,
  DAILY: 24 * HOUR,
  WEEKLY: 7 * 24 * HOUR,
};
/** Pages that were set to one pace at one moment drift apart by up to this share of it. */
const DRIFT = 0.1;

/**
 * When a page is looked at next; null where nobody watches it. `chance` in [0, 1). One that is gone is asked for once a day
 * at most: it hardly ever comes back within the hour.
 */
export function nextCheck(pace: WatchPace, now: Date, chance: number, isGone: boolean): Date | null {
  if (pace === "NEVER") return null;
  const pause = isGone ? Math.max(PACES[pace], PACES.DAILY) : PACES[pace];
  return new Date(now.getTime() + Math.round(pause * (1 + DRIFT * chance)));
}

/** Two spellings of one address are one page: the fragment is dropped, the rest written as browsers write it. Throws TypeError for what is no address. */
export function articleAddress(url: string): string {
  return plain(url).href;
}

/**
 * Is this where the page was before? The address alone tells, and that a site went over to https. Any other address may be
 * another page: a front page that answers for all that was deleted, a copy elsewhere.
 */
export function isSameAddress(known: string, found: string): boolean {
  const [a, b] = [plain(known), plain(found)];
  return a.href === b.href || (a.protocol === "http:" && a.port === "" && secured(a).href === b.href);
}

function plain(address: string): URL {
  const url = new URL(address);
  url.hash = "";
  return url;
}

function secured(address: URL): URL {
  const url = new URL(address);
  url.protocol = "https:";
  return url;
}
