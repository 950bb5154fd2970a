import { countCode, countOwnPassword, forgetCodes, forgetOwnPassword } from "#lib/db/people/attempts";
import { proveSession } from "#lib/db/people/own-sessions";
import { takeShownKey } from "#lib/db/people/passkeys";
import { passwordMatches } from "#lib/db/people/passwords";
import { passwordHashOf } from "#lib/db/people/people";
import { hasSecondFactor, takeAnyCode } from "#lib/db/people/second-factors";
import { noteSecurity } from "#lib/db/security/events";
import { inOneTransaction, parse } from "#lib/desk/verb";
import { type Actor, AGAIN } from "#lib/domain/actor";
import type { PasskeySite } from "#lib/domain/passkeys";
import { GivenAgain, ShownAgain } from "#lib/domain/second-factor";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/**
 * Somebody who is signed in shows again that it is them, with their password or with six digits of their app. From here on their session
 * counts as proved. Tries are counted in this session before anything is looked at; a code's are a person's own as well.
 *
 * Returns  the actor, proved.
 * Throws   AppError `invalid_input` at the field where it was given; `rate_limited`.
 */
export async function proveAgain(
  actor: Actor,
  raw: unknown,
  { now }: { readonly now: Date },
): Promise<Actor> {
  const { given, here } = parse(GivenAgain, raw);
  const isSixDigits = /^\d{6}$/.test(given.trim());
  // Before the transaction: a count keeps a connection of its own, and stays where the transaction is taken back.
  await countOwnPassword(here);
  if (isSixDigits) await countCode(actor.id);
  const isRight = await inOneTransaction(async (tx) => {
    const isCode = isSixDigits && (await hasSecondFactor(tx, actor.id));
    const matches = isCode
      ? await takeAnyCode(tx, actor, given, now)
      : await passwordMatches(await passwordHashOf(actor.id), given);
    if (matches) await proveSession(tx, actor.id, here, now);
    return matches;
  });
  if (!isRight) {
    await noteSecurity({ kind: "signInFailed", actorId: actor.id, detail: "again" }, now);
    throw new AppError("invalid_input", words.proof.wrong, { field: AGAIN });
  }
  await forgetOwnPassword(here);
  await forgetCodes(actor.id);
  return { ...actor, provedAt: now };
}

/** The same with a passkey of theirs, which cannot be guessed. */
export async function proveWithKey(
  actor: Actor,
  raw: unknown,
  { site, now }: { readonly site: PasskeySite; readonly now: Date },
): Promise<Actor> {
  const { token, shown, here } = parse(ShownAgain, raw);
  const person = await takeShownKey({ token, shown }, site, now);
  if (person?.id !== actor.id) {
    await noteSecurity({ kind: "signInFailed", actorId: actor.id, detail: "again" }, now);
    throw new AppError("invalid_input", words.passkeys.errors.wrong, { field: AGAIN });
  }
  await inOneTransaction((tx) => proveSession(tx, actor.id, here, now));
  return { ...actor, provedAt: now };
}
