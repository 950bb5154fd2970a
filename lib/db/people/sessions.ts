import { database, type Tx, transaction } from "#lib/db/core/client";
import { currentVisit } from "#lib/db/core/visit";
import { type Actor, Role } from "#lib/domain/actor";
import { SESSION_DAYS, SESSION_IDLE_HOURS } from "#lib/domain/people";
import { Id } from "#lib/domain/reviews";
import { countAttempt, forgetAttempts } from "./attempts";
import { deviceOf } from "./devices";
import { passwordMatches } from "./passwords";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Check a pair and open a session.
 *
 * Shapes   `email` trimmed and in lower case; `client` is whatever tells one client from another.
 * Returns  the new session's id; null for every wrong pair: an address nobody has, a wrong password, a disabled account.
 * Throws   AppError `rate_limited`.
 */
export async function signIn(
  pair: { readonly email: string; readonly password: string },
  { client, now }: { readonly client: string; readonly now: Date },
): Promise<string | null> {
  await countAttempt(pair.email, client);
  const user = await database().user.findUnique({ where: { email: pair.email } });
  const known = user !== null && user.disabledAt === null ? user : null;
  const matches = await passwordMatches(known?.passwordHash ?? null, pair.password);
  if (known === null || !matches) return null;
  const sessionId = await openSession(known, now);
  if (sessionId !== null) await forgetAttempts(pair.email, client, now);
  return sessionId;
}

/**
 * The update takes the person's row first: whoever disables them or changes their password at this moment either finds this
 * session and deletes it, or is found here, and no session comes to be.
 */
function openSession(
  user: { readonly id: string; readonly passwordHash: string },
  now: Date,
): Promise<string | null> {
  return transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: user.passwordHash, disabledAt: null },
      data: { lastSeenAt: now },
    });
    if (count === 0) return null;
    await tx.session.deleteMany({ where: { userId: user.id, expiresAt: { lt: now } } });
    const session = await tx.session.create({
      data: {
        userId: user.id,
        ...deviceOf(currentVisit()),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY),
      },
    });
    return session.id;
  });
}

/** Who is behind a session; null where it is over, was ended, or its person is disabled. Read anew on every request. */
export async function actorOfSession(sessionId: unknown, now: Date): Promise<Actor | null> {
  const id = Id.safeParse(sessionId);
  if (!id.success) return null;
  const session = await database().session.findUnique({
    where: { id: id.data },
    select: {
      lastSeenAt: true,
      expiresAt: true,
      user: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  if (session === null || session.user.disabledAt !== null) return null;
  if (session.expiresAt <= now) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SESSION_IDLE_HOURS * HOUR) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > MINUTE) await seen(id.data, session.user.id, now);
  return { id: session.user.id, name: session.user.name, role: Role.parse(session.user.role) };
}

/** Once a minute at most. `updateMany`, because the row may be gone by now: then there is nothing to note. */
async function seen(sessionId: string, userId: string, now: Date): Promise<void> {
  await database().session.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now } });
  await database().user.updateMany({ where: { id: userId }, data: { lastSeenAt: now } });
}

export async function endSession(sessionId: unknown): Promise<void> {
  const id = Id.safeParse(sessionId);
  if (id.success) await database().session.deleteMany({ where: { id: id.data } });
}

export async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}
