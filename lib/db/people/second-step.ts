import { transaction } from "#lib/db/core/client";
import { noteSecurity } from "#lib/db/security/events";
import type { SecondStep } from "#lib/domain/second-factor";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { countCode, forgetAttempts, forgetCodes } from "./attempts";
import { hasSecondFactor, takeAnyCode } from "./second-factors";
import { lockPerson, openSession, type SignInFrom, tryingOf } from "./sessions";
import { personOfStep, spendStep } from "./sign-in-steps";

/**
 * The second step of signing in: a code, or what was set up on the way.
 *
 * Returns  the new session's id; null for a wrong code, and one that was taken before.
 * Throws   AppError `rate_limited`; `not_signed_in` where the first step has to be taken again.
 */
export async function takeSecondStep({ token, code }: SecondStep, from: SignInFrom): Promise<string | null> {
  const { now } = from;
  const person = await personOfStep(token, now);
  if (person === null) throw stepOver();
  const isProved = person.provedAt !== null;
  if (!isProved) await countCode(person.id);
  const sessionId = await transaction(async (tx) => {
    if (!(await lockPerson(tx, person))) throw stepOver();
    // What was set up on the way may have been taken off elsewhere.
    const isRight = isProved
      ? await hasSecondFactor(tx, person.id)
      : await takeAnyCode(tx, person, code ?? "", now);
    if (!isRight) return null;
    if (!(await spendStep(tx, token, now))) throw stepOver();
    return openSession(tx, person.id, now);
  });
  if (sessionId === null) {
    await noteSecurity({ kind: "signInFailed", actorId: null, personId: person.id, detail: "code" }, now);
    return null;
  }
  await forgetAttempts(tryingOf(person.email, person, from), now);
  await forgetCodes(person.id);
  return sessionId;
}

function stepOver(): AppError {
  return new AppError("not_signed_in", words.secondFactor.errors.stepOver);
}
