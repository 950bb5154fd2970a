import { Secret, TOTP } from "otpauth";
import type { Tx } from "#lib/db/core/client";
import { seal, unseal } from "#lib/db/core/sealed";
import type { NewSecret } from "#lib/domain/second-factor";
import * as words from "#lib/words";

/**
 * Apps that make codes.
 *
 * Source   RFC 6238 with what every such app supports: SHA-1, six digits, a code for every 30 seconds.
 */

const SECONDS = 30;
const DIGITS = 6;
/** Clocks go wrong: a code of the step before and of the step after counts too (RFC 6238, 5.2). */
const STEPS_ASIDE = 1;
/** As RFC 4226, 4, recommends: 160 bits. */
const SECRET_BYTES = 20;
/** A secret that was shown and not confirmed for so long is shown no more, in milliseconds. */
const SHOWN_FOR = 3_600_000;

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({
    issuer: words.common.name,
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: SECONDS,
  });
}

/** The number of the time step whose code this is, from a step before to a step after `now`; null where it is none of these. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: STEPS_ASIDE });
  return delta === null ? null : TOTP.counter({ period: SECONDS, timestamp }) + delta;
}

/** A new secret in place of one that was never confirmed. */
export async function keepNewSecret(tx: Tx, userId: string, now: Date): Promise<void> {
  const secret = seal(new Secret({ size: SECRET_BYTES }).base32, userId);
  const row = { secret, lastStep: null, createdAt: now, confirmedAt: null };
  await tx.authenticator.upsert({ where: { userId }, create: { userId, ...row }, update: row });
}

/** The secret that waits to be confirmed, as it is shown; null where none does. */
export async function waitingSecret(
  tx: Tx,
  person: { readonly id: string; readonly email: string },
  now: Date,
): Promise<NewSecret | null> {
  const since = new Date(now.getTime() - SHOWN_FOR);
  const row = await tx.authenticator.findFirst({
    where: { userId: person.id, confirmedAt: null, createdAt: { gt: since } },
  });
  if (row === null) return null;
  const secret = unseal(row.secret, person.id);
  const text = secret.replace(/.{4}(?=.)/g, "$& ");
  return { text, address: totpOf(secret, person.email).toString() };
}

export async function hasAuthenticator(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.authenticator.count({ where: { userId, confirmedAt: { not: null } } })) > 0;
}

/**
 * Take a code of this person's app: the one that waits to be confirmed (`isNew`), or the one that is in use. False where it is
 * wrong, or was taken before.
 */
export async function takeCode(
  tx: Tx,
  userId: string,
  code: string,
  { now, isNew }: { readonly now: Date; readonly isNew: boolean },
): Promise<boolean> {
  const confirmedAt = isNew ? null : { not: null };
  const row = await tx.authenticator.findFirst({ where: { userId, confirmedAt } });
  if (row === null) return false;
  const step = stepOf(unseal(row.secret, userId), code, now);
  if (step === null) return false;
  const { count } = await tx.authenticator.updateMany({
    where: { userId, secret: row.secret, confirmedAt, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step, ...(isNew ? { confirmedAt: now } : {}) },
  });
  return count === 1;
}

export async function removeAuthenticator(tx: Tx, userId: string): Promise<void> {
  await tx.authenticator.deleteMany({ where: { userId } });
}
