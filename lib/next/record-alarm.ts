import { lastCheck } from "#lib/db/audit/checks";
import type { Actor } from "#lib/domain/actor";
import { recordWords } from "#lib/words/record-checks";

/** What every page tells an admin while the last check of the record found something wrong; null otherwise. */
export async function recordAlarm(actor: Actor | null): Promise<string | null> {
  if (actor?.role !== "ADMIN") return null;
  const check = await lastCheck();
  return check !== null && check.faultCount > 0 ? recordWords.banner : null;
}
