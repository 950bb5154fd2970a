import { randomBytes } from "node:crypto";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { database, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import {
  ASK_MINUTES,
  type MadeKey,
  type PasskeyRow,
  type PasskeySite,
  type ShownKey,
} from "#lib/domain/passkeys";
import * as words from "#lib/words";

/**
 * Passkeys. A browser is asked with a challenge of our own, which it signs: each is good for one answer, for a few minutes, and for the
 * browser that holds its token.
 *
 * Source   W3C Web Authentication, Level 3, 7.1 and 7.2, as @simplewebauthn/server checks it.
 */

/** A question to a browser, and the token by which its answer is known. */
interface Asked<Options> {
  readonly token: string;
  readonly options: Options;
}

/** `userId` is whose new key it is about; null where any key may be shown. */
async function keepChallenge(challenge: string, userId: string | null, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  const expiresAt = new Date(now.getTime() + ASK_MINUTES * 60_000);
  await database().passkeyChallenge.create({
    data: { tokenHash: sha256(token), challenge, userId, createdAt: now, expiresAt },
  });
  return token;
}

/** The challenge, which is gone from here on, whatever becomes of the answer; null where it is over or was for somebody else. */
async function takeChallenge(token: string, userId: string | null, now: Date): Promise<string | null> {
  const where = { tokenHash: sha256(token), userId, expiresAt: { gt: now } };
  const row = await database().passkeyChallenge.findFirst({ where });
  if (row === null) return null;
  const { count } = await database().passkeyChallenge.deleteMany({ where });
  return count === 1 ? row.challenge : null;
}

/** Ask for any key of ours, by whomever it is. */
export async function askForKey(site: PasskeySite, now: Date) {
  const options = await generateAuthenticationOptions({ rpID: site.rpId, userVerification: "required" });
  return asked(options, await keepChallenge(options.challenge, null, now));
}

/** Ask for a new key of this person's, from a device that has none yet. */
export async function askForNewKey(
  site: PasskeySite,
  person: { readonly id: string; readonly name: string; readonly email: string },
  now: Date,
) {
  const keys = await database().passkey.findMany({ where: { userId: person.id } });
  const options = await generateRegistrationOptions({
    rpName: words.common.name,
    rpID: site.rpId,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    excludeCredentials: keys.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return asked(options, await keepChallenge(options.challenge, person.id, now));
}

function asked<Options>(options: Options, token: string): Asked<Options> {
  return { options, token };
}

/** What was made, checked, as a row; null where it is no answer to what was asked. */
export async function readMadeKey(
  answer: { readonly token: string; readonly made: MadeKey; readonly userId: string },
  site: PasskeySite,
  now: Date,
) {
  const challenge = await takeChallenge(answer.token, answer.userId, now);
  if (challenge === null) return null;
  const verified = await verifyRegistrationResponse({
    response: answer.made,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { id, publicKey, counter: BigInt(counter), transports: answer.made.response.transports };
}

/**
 * Whose key was shown; null where it is none of ours, or no answer to what was asked. The row's counter is moved on, so that of two
 * copies of a key one is noticed.
 */
export async function takeShownKey(
  answer: { readonly token: string; readonly shown: ShownKey },
  site: PasskeySite,
  now: Date,
) {
  const challenge = await takeChallenge(answer.token, null, now);
  if (challenge === null) return null;
  const { shown } = answer;
  const key = await database().passkey.findUnique({ where: { id: shown.id }, include: { user: true } });
  if (key === null || !isHandleOf(shown, key.userId)) return null;
  const { id, publicKey, counter } = key;
  const verified = await verifyAuthenticationResponse({
    response: shown,
    expectedChallenge: challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.rpId,
    credential: { id, publicKey, counter: Number(counter) },
    requireUserVerification: true,
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { count } = await database().passkey.updateMany({
    where: { id, counter },
    data: { counter: BigInt(verified.authenticationInfo.newCounter), lastUsedAt: now },
  });
  return count === 1 ? key.user : null;
}

function isHandleOf({ response: { userHandle } }: ShownKey, userId: string): boolean {
  return Buffer.from(userHandle, "base64url").toString() === userId;
}

export async function keepPasskey(
  tx: Tx,
  key: NonNullable<Awaited<ReturnType<typeof readMadeKey>>>,
  owner: { readonly userId: string; readonly name: string },
  now: Date,
): Promise<void> {
  await tx.passkey.create({ data: { ...key, ...owner, createdAt: now } });
}

export function countPasskeys(tx: Tx, userId: string): Promise<number> {
  return tx.passkey.count({ where: { userId } });
}

/** The name of the key that was removed; null where the person has none of this id. */
export async function removePasskeyOf(tx: Tx, userId: string, id: string): Promise<string | null> {
  const key = await tx.passkey.findFirst({ where: { id, userId } });
  if (key === null) return null;
  await tx.passkey.deleteMany({ where: { id, userId } });
  return key.name;
}

export async function removePasskeys(tx: Tx, userId: string): Promise<void> {
  await tx.passkey.deleteMany({ where: { userId } });
}

export async function passkeysOf(userId: string): Promise<readonly PasskeyRow[]> {
  return database().passkey.findMany({
    where: { userId },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
}
