import { lastCheck } from "#lib/db/audit/checks";
import { isRoomShort } from "#lib/db/core/room";
import { passwordLinkUsed } from "#lib/db/people/people";
import type { Actor } from "#lib/domain/actor";
import * as words from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { timeZone } from "./time-zone";

/** What stands above every page of a signed-in person. */
export interface Notices {
  /** To an admin: that the last check of the record found something wrong; that the disk is nearly full. */
  readonly alarms: readonly string[];
  /** To anybody: that their password was set with somebody else's link, until they say that they know. */
  readonly linkUsed: string | null;
}

export async function noticesFor(actor: Actor | null): Promise<Notices> {
  if (actor === null) return { alarms: [], linkUsed: null };
  const [check, link] = await Promise.all([
    actor.role === "ADMIN" ? lastCheck() : null,
    passwordLinkUsed(actor.id),
  ]);
  return {
    alarms: [
      ...(check !== null && check.faultCount > 0 ? [words.recordChecks.banner] : []),
      ...(actor.role === "ADMIN" && isRoomShort() ? [words.recordChecks.roomBanner] : []),
    ],
    linkUsed:
      link === null ? null : words.people.linkUsed(longDay(dayOf(link.usedAt, timeZone())), link.madeBy),
  };
}
