import { database, type Tx, transaction } from "#lib/db/core/client";
import { currentVisit } from "#lib/db/core/visit";
import { noteSecurity } from "#lib/db/security/events";
import type { Actor } from "#lib/domain/actor";
import { Role } from "#lib/domain/actor-shapes";
import { SESSION_DAYS, SESSION_IDLE_HOURS } from "#lib/domain/people";
import { Id } from "#lib/domain/reviews";
import { countAttempt, forgetAttempts, Slowed, type Trying } from "./attempts";
import { deviceOf } from "./devices";
import { passwordMatches } from "./passwords";
import { hasSecondFactor, needsSecondFactor } from "./second-factors";
import { keepStep, SecondStepNext } from "./sign-in-steps";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where somebody signs in from. */
export interface SignInFrom {
  /** Whatever tells one client from another. */
  readonly client: string;
  readonly isThisMachine?: boolean;
  /** The marks by which this browser is known, by the person who signed in with it before. */
  readonly devices?: ReadonlyMap<string, string>;
  readonly now: Date;
}

/**
 * Check a pair and open a session, or the way to the second step where there is one.
 *
 * Shapes   `email` trimmed and in lower case.
 * Returns  the new session's id; null for every wrong pair: an address nobody has, a wrong password, a disabled account.
 * Throws   AppError `rate_limited`; SecondStepNext where the pair is right and no session is open yet.
 */
export async function signIn(
  pair: { readonly email: string; readonly password: string },
  from: SignInFrom,
): Promise<string | null> {
  const { now } = from;
  const user = await database().user.findUnique({ where: { email: pair.email } });
  const trying = tryingOf(pair.email, user, from);
  await countedAttempt(trying, user?.id ?? null, now);
  const known = user !== null && user.disabledAt === null ? user : null;
  const matches = await passwordMatches(known?.passwordHash ?? null, pair.password);
  const opened = known !== null && matches ? await openWay(known, now) : null;
  if (opened === null) {
    const detail = user === null ? "unknownAccount" : known === null ? "closedAccount" : "password";
    await noteSecurity({ kind: "signInFailed", actorId: null, personId: user?.id ?? null, detail }, now);
    return null;
  }
  if ("step" in opened) throw new SecondStepNext(opened.step); // its tries stay counted until the second step is done
  await forgetAttempts(trying, now);
  return opened.sessionId;
}

/** After a right password, or the word of an organisation: a session, or the second step where there is one. Null where the person was disabled meanwhile. */
export function openWay(
  user: { readonly id: string; readonly role: Role; readonly passwordHash: string },
  now: Date,
): Promise<{ readonly sessionId: string } | { readonly step: string } | null> {
  return transaction(async (tx) => {
    if (!(await lockPerson(tx, user))) return null;
    if ((await hasSecondFactor(tx, user.id)) || (await needsSecondFactor(tx, user.role))) {
      return { step: await keepStep(tx, user.id, now) };
    }
    return { sessionId: await openSession(tx, user.id, now) };
  });
}

export function tryingOf(email: string, user: { readonly id: string } | null, from: SignInFrom): Trying {
  const { client, isThisMachine = false } = from;
  return { email, client, isThisMachine, device: (user && from.devices?.get(user.id)) ?? null };
}

/** Throws   as `countAttempt`; the first of a row is told to the log. */
async function countedAttempt(trying: Trying, personId: string | null, now: Date): Promise<void> {
  try {
    await countAttempt(trying);
  } catch (error) {
    if (error instanceof Slowed && error.isFirst) {
      await noteSecurity({ kind: "slowed", actorId: null, personId, detail: error.limit }, now);
    }
    throw error;
  }
}

/**
 * Take the person's row first: whoever disables them or changes their password at this moment either finds what is opened here
 * and deletes it, or is found here, and nothing is opened. False where they came first.
 */
export async function lockPerson(
  tx: Tx,
  user: { readonly id: string; readonly passwordHash: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "User" WHERE "id" = ${user.id}::uuid AND "passwordHash" = ${user.passwordHash} AND "disabledAt" IS NULL
    FOR UPDATE`;
  return rows.length === 1;
}

/** The new session's id. The person's row is locked. */
export async function openSession(tx: Tx, userId: string, now: Date): Promise<string> {
  await tx.user.update({ where: { id: userId }, data: { lastSeenAt: now } });
  await tx.session.deleteMany({ where: { userId, expiresAt: { lt: now } } });
  const session = await tx.session.create({
    data: {
      userId,
      ...deviceOf(currentVisit()),
      createdAt: now,
      lastSeenAt: now,
      provedAt: now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY),
    },
  });
  await noteSecurity({ kind: "signIn", actorId: userId }, now, tx);
  return session.id;
}

/**
 * Who is behind a session; null where it is over, was ended, or its person is disabled. Read anew on every request. `isUsed` is false where a screen asks by
 * itself: that keeps no session open.
 */
export async function actorOfSession(
  sessionId: unknown,
  now: Date,
  { isUsed = true }: { readonly isUsed?: boolean } = {},
): Promise<Actor | null> {
  const id = Id.safeParse(sessionId);
  if (!id.success) return null;
  const session = await database().session.findUnique({
    where: { id: id.data },
    select: {
      lastSeenAt: true,
      provedAt: true,
      expiresAt: true,
      user: { select: { id: true, name: true, role: true, disabledAt: true } },
    },
  });
  if (session === null || session.user.disabledAt !== null) return null;
  if (session.expiresAt <= now) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SESSION_IDLE_HOURS * HOUR) return null;
  if (isUsed && now.getTime() - session.lastSeenAt.getTime() > MINUTE)
    await seen(id.data, session.user.id, now);
  const { user, provedAt } = session;
  return { id: user.id, name: user.name, role: Role.parse(user.role), provedAt };
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

/** Sessions, and what was on the way to one. */
export async function endSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
  await tx.signInStep.deleteMany({ where: { userId } });
}
