import { dayOf } from "#lib/words/date-words";
import { publicOrigin } from "./public-origin";
import { timeZone } from "./time-zone";

/** Where and when something is shown to readers: our origin, the day of the newsroom, its IANA time zone. */
export function whereNow(): { readonly origin: string; readonly today: string; readonly timeZone: string } {
  return { origin: publicOrigin().origin, today: dayOf(new Date(), timeZone()), timeZone: timeZone() };
}
