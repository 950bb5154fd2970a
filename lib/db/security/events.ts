import { createHmac } from "node:crypto";
import { afterCommit, database, type Tx } from "#lib/db/core/client";
import { currentVisit } from "#lib/db/core/visit";
import { SECURITY_DAYS_LEAST, type SecurityNote } from "#lib/domain/security";

const DAY = 86_400_000;

/**
 * Tell the security log: a row, and a line of JSON on standard error.
 *
 * `tx` is the transaction of the act itself: then neither is kept where that isn't. Without one the event is told at once, which is
 * right for what was refused. Who asked is known by itself (`currentVisit`); its address is never kept, see `clientMark`.
 */
export async function noteSecurity(note: SecurityNote, now: Date, tx: Tx | null = null): Promise<void> {
  const { kind, actorId, personId = null, detail = null } = note;
  const visit = currentVisit();
  const row = {
    at: now,
    kind,
    actorId,
    personId,
    detail,
    client: visit === null ? null : clientMark(visit.address),
    requestId: visit?.requestId ?? null,
  };
  await (tx ?? database()).securityEvent.create({ data: row });
  const line = JSON.stringify({ level: "info", event: "security", ...row });
  if (tx === null) console.error(line);
  else afterCommit(tx, () => console.error(line));
}

/**
 * An address as the log keeps it: sixteen hexadecimal digits of HMAC-SHA256, keyed with a key of this installation's own. The same
 * client has the same mark, so that an admin sees what belongs together; what the address was can't be read from it without the
 * key, and a stolen log says nothing of where people were.
 */
export function clientMark(address: string): string {
  const key = createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update("onrecord client")
    .digest();
  return createHmac("sha256", key).update(address).digest("hex").slice(0, 16);
}

/** Delete what is older than `days`; the database keeps what is younger than `SECURITY_DAYS_LEAST`. Returns how many there were. */
export async function forgetSecurity(days: number, now: Date): Promise<number> {
  const before = new Date(now.getTime() - Math.max(days, SECURITY_DAYS_LEAST) * DAY);
  return (await database().securityEvent.deleteMany({ where: { at: { lt: before } } })).count;
}
