import { lastCheck } from "#lib/db/audit/checks";
import { passwordLinkUsed } from "#lib/db/people/people";
import type { Actor } from "#lib/domain/actor";
import { words } from "#lib/words";
import { dayOf, longDay } from "#lib/words/date-words";
import { timeZone } from "./time-zone";

/** How long somebody is told that their password was set with a link of another person's, in days. */
const LINK_TOLD = 7;

/**
 * What stands above every page of a signed-in person: to an admin, that the last check of the record found something wrong; to anybody,
 * that their password was set with somebody else's link lately.
 */
export async function noticesFor(actor: Actor | null): Promise<string[]> {
  if (actor === null) return [];
  const since = new Date(Date.now() - LINK_TOLD * 86_400_000);
  const [check, link] = await Promise.all([
    actor.role === "ADMIN" ? lastCheck() : null,
    passwordLinkUsed(actor.id, since),
  ]);
  return [
    ...(check !== null && check.faultCount > 0 ? [words.recordChecks.banner] : []),
    ...(link === null ? [] : [words.people.linkUsed(longDay(dayOf(link.usedAt, timeZone())), link.madeBy)]),
  ];
}
