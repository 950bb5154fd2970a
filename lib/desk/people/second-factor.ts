import { countCode, forgetCodes } from "#lib/db/people/attempts";
import {
  hasAuthenticator,
  keepNewSecret,
  removeAuthenticator,
  takeCode,
} from "#lib/db/people/authenticators";
import { passwordMatches } from "#lib/db/people/passwords";
import { lockPeople } from "#lib/db/people/people";
import { codesLeft, keepNewCodes, removeCodes } from "#lib/db/people/recovery-codes";
import {
  endSessionsWithout,
  hasSecondFactor,
  keepRule,
  needsSecondFactor,
  takeAnyCode,
} from "#lib/db/people/second-factors";
import { type Verb, verb } from "#lib/desk/verb";
import type { Actor } from "#lib/domain/actor";
import {
  BeginAuthenticator,
  ConfirmAuthenticator,
  NewRecoveryCodes,
  RemoveAuthenticator,
  RequireSecondFactor,
} from "#lib/domain/second-factor";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { outcome, personById } from "./outcome";

/** One's own second factor, and of which roles one is asked. */

const say = words.secondFactor.errors;

/** A secret to put into an app. Nothing is asked of it until a code of it was shown. */
export const beginAuthenticator = verb("secondFactor.begin", {
  input: BeginAuthenticator,
  run: async ({ tx, actor, now }) => {
    await lockPeople(tx);
    if (await hasAuthenticator(tx, actor.id)) throw new AppError("conflict", say.isOn);
    await keepNewSecret(tx, actor.id, now);
    return { result: null, subject: null, payload: null };
  },
});

/** Recovery codes: returned once, to be shown. Empty where the person has some that they keep. */
interface Shown {
  readonly codes: readonly string[];
}

/** The first code of the app: from here on it is asked for. */
export const confirmAuthenticator = verb("person.setUpFactor", {
  input: ConfirmAuthenticator,
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    if (await hasAuthenticator(tx, actor.id)) throw new AppError("conflict", say.isOn);
    const code = input.code.replace(/\s/g, "");
    if (!(await takeCode(tx, actor.id, code, { now, isNew: true }))) {
      throw new AppError("invalid_input", say.wrongNewCode, { field: "code" });
    }
    const result: Shown = {
      codes: (await codesLeft(tx, actor.id)) > 0 ? [] : await keepNewCodes(tx, actor.id, now),
    };
    return outcome(result, `user:${actor.id}`, { who: actor.name });
  },
});

const removeFactor = verb("person.removeFactor", {
  input: RemoveAuthenticator,
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    const person = await personById(tx, actor.id);
    if (!(await hasAuthenticator(tx, person.id))) throw new AppError("conflict", say.isOff);
    if (!(await passwordMatches(person.passwordHash, input.password))) {
      throw new AppError("invalid_input", say.wrongPassword, { field: "password" });
    }
    if (!(await takeAnyCode(tx, person, input.code, now))) {
      throw new AppError("invalid_input", say.wrongCode, { field: "code" });
    }
    await removeAuthenticator(tx, person.id);
    if (!(await hasSecondFactor(tx, person.id))) {
      if (await needsSecondFactor(tx, person.role)) throw new AppError("conflict", say.isRequired);
      await removeCodes(tx, person.id);
    }
    return outcome(null, `user:${person.id}`, { who: person.name });
  },
});

/**
 * Takes the password and a code, since it takes away what protects the account. Tries are counted before the transaction, so that they
 * stay where it is taken back.
 */
export const removeAuthenticatorOf: Verb<null> = Object.assign(
  async (actor: Actor, raw: unknown, context: { readonly now: Date }) => {
    await countCode(actor.id);
    await removeFactor(actor, raw, context);
    await forgetCodes(actor.id);
    return null;
  },
  { action: removeFactor.action, input: removeFactor.input },
);

/** Ten new ones; those that there were stop working. */
export const newRecoveryCodes = verb("person.newRecoveryCodes", {
  input: NewRecoveryCodes,
  run: async ({ tx, actor, now }) => {
    await lockPeople(tx);
    if (!(await hasSecondFactor(tx, actor.id))) throw new AppError("conflict", say.isOff);
    const result: Shown = { codes: await keepNewCodes(tx, actor.id, now) };
    return outcome(result, `user:${actor.id}`, { who: actor.name });
  },
});

/** From here on everybody of this role needs a second factor, or no longer does. Who has none is signed out, and sets one up on the way in. */
export const requireSecondFactor = verb("person.requireFactor", {
  input: RequireSecondFactor,
  run: async ({ tx, actor, input }) => {
    const { role } = input;
    const isNeeded = input.isNeeded === "yes";
    await lockPeople(tx);
    if ((await needsSecondFactor(tx, role)) === isNeeded) throw new AppError("conflict", say.sameRule);
    if (isNeeded && role === actor.role && !(await hasSecondFactor(tx, actor.id))) {
      throw new AppError("conflict", say.yoursFirst);
    }
    await keepRule(tx, role, isNeeded);
    if (isNeeded) await endSessionsWithout(tx, role);
    return outcome(null, `role:${role}`, { who: role, role, isNeeded });
  },
});
