import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

const MINUTES = 60;
const DAY = 24 * 60 * MINUTES;

/**
 * How often somebody may try to sign in, in so many seconds. Four counts slow down strangers: those of one client at one account, of
 * one client at all accounts (wider, because a newsroom often shares one address), and of everybody at one account, in a quarter of an
 * hour and in a day. A browser that its person signed in with before has a count of its own and is kept out by no other.
 *
 * Source   OWASP, Slow Down Online Guessing Attacks with Device Cookies; NIST SP 800-63B, 3.2.2: at most 100 wrong ones in a row.
 */
export const ATTEMPTS = {
  device: { points: 10, duration: 15 * MINUTES },
  pair: { points: 10, duration: 15 * MINUTES },
  client: { points: 60, duration: 15 * MINUTES },
  account: { points: 20, duration: 15 * MINUTES },
  accountDay: { points: 100, duration: DAY },
  /** One's own password, asked for again in a session that is open: nobody else's tries count there. */
  own: { points: 10, duration: 15 * MINUTES },
  /** Codes of somebody whose password was right: nobody else can use these up. */
  code: { points: 10, duration: 15 * MINUTES },
  codeDay: { points: 50, duration: DAY },
  /** Questions for a passkey: nothing can be guessed there, and each is a row. */
  ask: { points: 120, duration: 15 * MINUTES },
} as const;

type Kind = keyof typeof ATTEMPTS;

/** Who tries, and as whom. */
export interface Trying {
  readonly email: string;
  /** Whatever tells one client from another. */
  readonly client: string;
  /** The client is the machine that Onrecord runs on: what strangers try elsewhere is not counted against it. */
  readonly isThisMachine?: boolean;
  /** The mark of a browser that this account's person signed in with before; null for any other. */
  readonly device: string | null;
}

/** Too many tries. `isFirst` of those that this count refuses in its window: the log needs no more. */
export class Slowed extends AppError {
  constructor(
    readonly limit: Kind,
    readonly isFirst: boolean,
    seconds: number,
  ) {
    super("rate_limited", words.people.signIn.tooMany(Math.max(1, Math.ceil(seconds / 60))));
  }
}

const PREFIX = (kind: Kind) => `sign-in:${kind}`;

function limiter(kind: Kind): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: PREFIX(kind),
    clearExpiredByTimeout: false,
    ...ATTEMPTS[kind],
  });
}

/** What was typed may be anything, a password in the wrong field too: only its hash is kept, and for a day at most. */
const key = (value: string) => sha256(value).slice(0, 32);
const pairKey = ({ email, client }: Trying) => `${key(email)}:${key(client)}`;

/** The counts that a try is counted in, in the order in which they are asked. */
function countsOf(trying: Trying): readonly (readonly [Kind, string])[] {
  const { email, client, device, isThisMachine = false } = trying;
  if (device !== null) return [["device", key(`${email} ${device}`)]];
  const own = [["client", key(client)] as const, ["pair", pairKey(trying)] as const];
  if (isThisMachine) return own;
  return [...own, ["account", key(email)], ["accountDay", key(email)]];
}

/**
 * Count one try, before the password is looked at, so that tries made at the same moment all count. Whether there is such an account
 * makes no difference.
 *
 * Throws   Slowed, whose sentence says when to try again.
 */
export async function countAttempt(trying: Trying): Promise<void> {
  for (const [kind, counted] of countsOf(trying)) await consume(kind, counted);
}

/** Count one try of a person's own password in the session `here`, before it is looked at. Throws as `countAttempt`. */
export async function countOwnPassword(here: string): Promise<void> {
  await consume("own", key(here));
}

/** After a right one. */
export async function forgetOwnPassword(here: string): Promise<void> {
  await limiter("own").delete(key(here));
}

/**
 * Count one try of a code of this person, before it is looked at, wherever it comes from. Six digits are few: a day has a limit too,
 * so that whoever has the password guesses for years. Throws as `countAttempt`.
 */
export async function countCode(userId: string): Promise<void> {
  await consume("codeDay", key(userId));
  await consume("code", key(userId));
}

/** Count one question for a passkey that a client has us ask. Throws as `countAttempt`. */
export async function countAsk(client: string): Promise<void> {
  await consume("ask", key(client));
}

/** After a right code, or a password that was set anew. */
export async function forgetCodes(userId: string): Promise<void> {
  await limiter("code").delete(key(userId));
  await limiter("codeDay").delete(key(userId));
}

async function consume(kind: Kind, counted: string): Promise<void> {
  try {
    await limiter(kind).consume(counted);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const isFirst = refused.consumedPoints === ATTEMPTS[kind].points + 1;
    throw new Slowed(kind, isFirst, refused.msBeforeNext / 1000);
  }
}

/**
 * After a right password: this browser or this client starts anew at this account, and the counts of others get the one try back. What
 * strangers tried stays counted. Windows that are over are swept out.
 */
export async function forgetAttempts(trying: Trying, now: Date): Promise<void> {
  for (const [kind, counted] of countsOf(trying)) {
    if (kind === "device" || kind === "pair") await limiter(kind).delete(counted);
    else await limiter(kind).reward(counted);
  }
  await database().rateLimit.deleteMany({ where: { expire: { lt: now } } });
}

/** After a password that was set with a link: whoever holds it waits for nothing that strangers tried at this account. */
export async function clearAttempts(email: string): Promise<void> {
  await limiter("account").delete(key(email));
  await limiter("accountDay").delete(key(email));
  await database().rateLimit.deleteMany({
    where: { key: { startsWith: `${PREFIX("pair")}:${key(email)}` } },
  });
}
