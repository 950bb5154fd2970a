import { database, type Tx } from "#lib/db/core/client";
import { type OwnSession, SESSION_IDLE_HOURS } from "#lib/domain/people";

const HOUR = 3_600_000;

/** The person's browsers that are signed in at `now`, the one that asks first, then the last seen. */
export async function ownSessions(
  userId: string,
  here: string | null,
  now: Date,
): Promise<readonly OwnSession[]> {
  const idleSince = new Date(now.getTime() - SESSION_IDLE_HOURS * HOUR);
  const rows = await database().session.findMany({
    where: { userId, expiresAt: { gt: now }, lastSeenAt: { gte: idleSince } },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  const sessions = rows.map(({ id, browser, system, network, createdAt, lastSeenAt }) => {
    return { id, browser, system, network, createdAt, lastSeenAt, isHere: id === here };
  });
  return sessions.sort((a, b) => Number(b.isHere) - Number(a.isHere));
}

/** False where the person has no such session, or it has ended. */
export async function endOwnSession(tx: Tx, userId: string, id: string): Promise<boolean> {
  return (await tx.session.deleteMany({ where: { id, userId } })).count === 1;
}

/** All of the person's sessions but `here`, and what was on the way to one. Returns how many sessions there were. */
export async function endOtherSessions(tx: Tx, userId: string, here: string): Promise<number> {
  await tx.signInStep.deleteMany({ where: { userId } });
  return (await tx.session.deleteMany({ where: { userId, id: { not: here } } })).count;
}

/** The person has just shown in this session that it is them. */
export async function proveSession(tx: Tx, userId: string, here: string, now: Date): Promise<void> {
  await tx.session.updateMany({ where: { id: here, userId }, data: { provedAt: now } });
}
