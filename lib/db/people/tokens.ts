import { randomBytes } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { database, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import type { ApiScope, Program, TokenRow } from "#lib/domain/tokens";
import { quotas } from "./quotas";

/** Tells people and secret scanners what it is. */
const MARK = "onrecord_";
/** Of the random part, in characters: enough to know a token by, of no use to guess it. */
const SHOWN = 6;
/** `lastUsedAt` is right to so many milliseconds; more would write a row for every request. */
const USED_EVERY = 60_000;

/** How often a program may ask (so many times as its quota says), and how often a client may show what is no token. Durations in seconds. */
export const REQUESTS = {
  token: { duration: 60 },
  stranger: { points: 60, duration: 15 * 60 },
} as const;

/** 256 random bits. The token is returned here and never again; the database keeps its hash and its first characters. */
export async function keepToken(
  tx: Tx,
  token: {
    readonly name: string;
    readonly scope: ApiScope;
    readonly createdById: string;
    readonly expiresAt: Date | null;
  },
  now: Date,
): Promise<{ readonly tokenId: string; readonly token: string }> {
  const secret = MARK + randomBytes(32).toString("base64url");
  const prefix = secret.slice(0, MARK.length + SHOWN);
  const { id } = await tx.apiToken.create({
    data: { ...token, prefix, tokenHash: sha256(secret), createdAt: now },
  });
  return { tokenId: id, token: secret };
}

const works = (now: Date) => ({
  revokedAt: null,
  OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
  createdBy: { disabledAt: null },
});

export function workingTokens(tx: Tx, now: Date): Promise<number> {
  return tx.apiToken.count({ where: works(now) });
}

/** The name of the token that was revoked; null where none was, or it was before. */
export async function endToken(tx: Tx, id: string, now: Date): Promise<string | null> {
  const { count } = await tx.apiToken.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 0 ? null : (await tx.apiToken.findUniqueOrThrow({ where: { id } })).name;
}

/** The programs that work on this person's word are out on their next request. */
export async function endTokensOf(tx: Tx, createdById: string, now: Date): Promise<void> {
  await tx.apiToken.updateMany({ where: { createdById, revokedAt: null }, data: { revokedAt: now } });
}

/** Who shows this token; null where it doesn't work. Looked up by hash alone, so the time it takes tells nothing of it. */
export async function programOf(secret: string, now: Date): Promise<Program | null> {
  const row = await database().apiToken.findFirst({
    where: { tokenHash: sha256(secret), ...works(now) },
    include: { createdBy: { select: { id: true, name: true, role: true } } },
  });
  if (row === null) return null;
  const { id, name, scope, createdBy, lastUsedAt } = row;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > USED_EVERY) {
    await database().apiToken.updateMany({ where: { id, revokedAt: null }, data: { lastUsedAt: now } });
  }
  return { tokenId: id, tokenName: name, scope, actor: createdBy };
}

/** Count one request of a token or of a stranger. Null, or in how many whole seconds to ask again. */
export async function countRequest(kind: keyof typeof REQUESTS, who: string): Promise<number | null> {
  const limiter = new RateLimiterPrisma({
    storeClient: database(),
    tableName: "rateLimit",
    keyPrefix: `api:${kind}`,
    clearExpiredByTimeout: false,
    points: quotas().calls,
    ...REQUESTS[kind],
  });
  try {
    await limiter.consume(sha256(who).slice(0, 32));
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}

/** All tokens, those that work first, then the latest. */
export async function tokensPage(now: Date): Promise<TokenRow[]> {
  const rows = await database().apiToken.findMany({
    include: { createdBy: { select: { name: true, disabledAt: true } } },
    orderBy: { createdAt: "desc" },
  });
  const tokens = rows.map(({ createdBy, ...row }) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scope: row.scope,
    createdBy: createdBy.name,
    createdAt: row.createdAt,
    lastUsedAt: row.lastUsedAt,
    expiresAt: row.expiresAt,
    revokedAt: row.revokedAt,
    isOrphan: createdBy.disabledAt !== null,
  }));
  const rank = ({ revokedAt, expiresAt, isOrphan }: TokenRow) =>
    revokedAt === null && !isOrphan && (expiresAt === null || expiresAt > now) ? 0 : 1;
  return tokens.sort((a, b) => rank(a) - rank(b));
}
