import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";

/**
 * How often somebody may try to sign in. `account` holds wherever the tries come from; `client` holds whichever account they
 * name, and is wider because a newsroom often shares one address.
 */
export const ATTEMPTS = {
  account: { points: 10, duration: 15 * 60 },
  client: { points: 60, duration: 15 * 60 },
  /** One's own password, asked for again in a session that is open: nobody else's tries count there. */
  own: { points: 10, duration: 15 * 60 },
} as const;

type Kind = keyof typeof ATTEMPTS;

function limiter(kind: Kind): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: `sign-in:${kind}`,
    clearExpiredByTimeout: false,
    ...ATTEMPTS[kind],
  });
}

/** What was typed may be anything, a password in the wrong field too: only its hash is kept, and for minutes. */
const key = (value: string) => sha256(value).slice(0, 32);

/**
 * Count one try, before the password is looked at, so that tries made at the same moment all count.
 *
 * Throws   AppError `rate_limited`, whose sentence says when to try again.
 */
export async function countAttempt(email: string, client: string): Promise<void> {
  await consume("client", client);
  await consume("account", email);
}

/** Count one try of a person's own password in the session `here`, before it is looked at. Throws as `countAttempt`. */
export async function countOwnPassword(here: string): Promise<void> {
  await consume("own", here);
}

/** After a right one. */
export async function forgetOwnPassword(here: string): Promise<void> {
  await limiter("own").delete(key(here));
}

async function consume(kind: Kind, value: string): Promise<void> {
  try {
    await limiter(kind).consume(key(value));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const minutes = Math.max(1, Math.ceil(refused.msBeforeNext / 60_000));
    throw new AppError("rate_limited", words.people.signIn.tooMany(minutes));
  }
}

/** After a right password the account starts anew, and the client gets its try back. Windows that are over are swept out. */
export async function forgetAttempts(email: string, client: string, now: Date): Promise<void> {
  await limiter("account").delete(key(email));
  await limiter("client").reward(key(client));
  await database().rateLimit.deleteMany({ where: { expire: { lt: now } } });
}
