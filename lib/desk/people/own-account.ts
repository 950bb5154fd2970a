import { z } from "zod";
import { countOwnPassword, forgetOwnPassword } from "#lib/db/people/attempts";
import { endOtherSessions, endOwnSession } from "#lib/db/people/own-sessions";
import { hashPassword, passwordMatches } from "#lib/db/people/passwords";
import {
  emailOf,
  lockPeople,
  passwordHashOf,
  replacePasswordHash,
  withdrawLinks,
} from "#lib/db/people/people";
import { noteSecurity } from "#lib/db/security/events";
import { parse, verb } from "#lib/desk/verb";
import type { Actor } from "#lib/domain/actor";
import { ChangePassword, EndOtherSessions, EndSession } from "#lib/domain/people";
import { Id } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { outcome, stale } from "./outcome";
import { refuseWeak } from "./passwords";

/** What somebody does to their own account. `here` is the session that asks: the caller knows it, no form says it. */

const say = words.ownAccount;

/**
 * A new password, with the one that one has. Every other session of theirs ends, and links for a new password with them: somebody
 * else may hold one. The slow part comes before the transaction, so that nobody waits for it.
 */
export async function changePassword(
  actor: Actor,
  raw: unknown,
  context: { readonly now: Date },
): Promise<{ readonly ended: number }> {
  const { oldPassword, password, here } = parse(ChangePassword, raw);
  const before = await provePassword(actor, oldPassword, here, context.now);
  if (password.normalize("NFKC") === oldPassword.normalize("NFKC")) {
    throw new AppError("invalid_input", say.password.same, { field: "password" });
  }
  refuseWeak(password, { email: await emailOf(actor.id), name: actor.name });
  return replacePassword(actor, { before, passwordHash: await hashPassword(password), here }, context);
}

const replacePassword = verb("person.changePassword", {
  input: z.object({ before: z.string(), passwordHash: z.string(), here: Id }),
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    if (!(await replacePasswordHash(tx, actor.id, input))) throw stale();
    const ended = await endOtherSessions(tx, actor.id, input.here);
    await withdrawLinks(tx, { purpose: "PASSWORD", userId: actor.id }, now);
    return outcome({ ended }, `user:${actor.id}`, { who: actor.name });
  },
});

/**
 * Somebody who is signed in shows that it is them: their password, its tries counted in their own session.
 *
 * Returns  the hash that it fits.
 * Throws   AppError `invalid_input` at the field `oldPassword`, `rate_limited`.
 */
async function provePassword(actor: Actor, password: string, here: string, now: Date): Promise<string> {
  await countOwnPassword(here);
  const stored = await passwordHashOf(actor.id);
  if (!(await passwordMatches(stored, password))) {
    await noteSecurity({ kind: "signInFailed", actorId: actor.id, detail: "oldPassword" }, now);
    throw new AppError("invalid_input", say.password.wrong, { field: "oldPassword" });
  }
  await forgetOwnPassword(here);
  return stored;
}

/** One browser of one's own is out on its next request. Nothing of the record changes. */
export const endSession = verb("account.endSession", {
  input: EndSession,
  run: async ({ tx, actor, input }) => {
    if (!(await endOwnSession(tx, actor.id, input.sessionId))) {
      throw new AppError("conflict", say.sessions.gone);
    }
    return { result: null, subject: null, payload: null };
  },
});

/** Every browser of one's own but this one. */
export const endOthers = verb("account.endOthers", {
  input: EndOtherSessions,
  run: async ({ tx, actor, input }) => {
    const ended = await endOtherSessions(tx, actor.id, input.here);
    return { result: { ended }, subject: null, payload: null };
  },
});
