import type { Tx } from "#lib/db/core/client";
import { answerBefore, once } from "#lib/db/core/sendings";
import { clearAttempts, countCode, forgetCodes } from "#lib/db/people/attempts";
import { hashPassword } from "#lib/db/people/passwords";
import {
  confirmLinks,
  createLink,
  lockPeople,
  setPasswordHash,
  spendLink,
  withdrawLinks,
} from "#lib/db/people/people";
import { hasSecondFactor, takeAnyCode } from "#lib/db/people/second-factors";
import { endSessionsOf } from "#lib/db/people/sessions";
import { keepStep, proveStep } from "#lib/db/people/sign-in-steps";
import { endTokensOf } from "#lib/db/people/tokens";
import { noteSecurity } from "#lib/db/security/events";
import { inOneTransaction, parse, verb } from "#lib/desk/verb";
import { ConfirmLinks, PasswordLink, passwordProblem, SetPassword } from "#lib/domain/people";
import { sendKeyIn } from "#lib/domain/send-key";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { complaintWords } from "#lib/words/complaint-words";
import { isGuessable } from "./guessable";
import { handOver, linkGone, type NewLink, openLink } from "./links";
import { type Outcome, outcome, personById, record, stale } from "./outcome";

/** Passwords: a link for a new one, the choice of it, and which are too weak. */

/** A link with which somebody who has an account chooses a new password. Earlier ones stop working. */
export const passwordLink = verb("person.passwordLink", {
  input: PasswordLink,
  run: async ({ tx, actor, input, now }): Promise<Outcome<NewLink>> => {
    await lockPeople(tx);
    const person = await personById(tx, input.userId);
    if (person.disabledAt !== null) throw new AppError("conflict", words.people.errors.isDisabled);
    await withdrawLinks(tx, { purpose: "PASSWORD", userId: person.id }, now);
    const { role, email, id: userId } = person;
    const link = await createLink(
      tx,
      { purpose: "PASSWORD", role, email, userId, createdById: actor.id },
      now,
    );
    return outcome(await handOver(tx, link, email), `user:${person.id}`, { who: person.name });
  },
});

/**
 * Choose a new password with a link. Where the person has a second factor it is asked for too: a link that somebody else holds
 * opens nothing then. Every session and every token of theirs ends, in case somebody else holds one, and the link's use stands in
 * the history.
 *
 * Returns  `step` where both were shown: the second step, taken already; null where the password is all that there is.
 * Throws   as `acceptInvitation`; `rate_limited` after too many codes. A wrong code leaves the link as it was.
 */
export async function setPassword(raw: unknown, { now }: { readonly now: Date }): Promise<PasswordSet> {
  const input = parse(SetPassword, raw);
  const sending = { key: sendKeyIn(raw), actorId: null, action: "person.setPassword", input };
  const before = await answerBefore<PasswordSet>(sending);
  if (before !== null) return before;
  const link = await openLink(input.token, ["PASSWORD"], now);
  const user = link.user;
  if (user === null || user.disabledAt !== null) throw linkGone();
  refuseWeak(input.password, user);
  const passwordHash = await hashPassword(input.password);
  // Before the transaction: a count keeps a connection of its own, and stays where the transaction is taken back.
  if (input.code !== "") await countCode(user.id);
  const change = async (tx: Tx): Promise<PasswordSet> => {
    await lockPeople(tx);
    const hasFactor = await hasSecondFactor(tx, user.id);
    if (hasFactor) await takeCodeOf(tx, user, input.code, now);
    if (!(await spendLink(tx, link.id, now))) throw linkGone();
    await setPasswordHash(tx, user.id, passwordHash);
    await endSessionsOf(tx, user.id);
    await endTokensOf(tx, user.id, now);
    await withdrawLinks(tx, { purpose: "PASSWORD", userId: user.id }, now);
    const note = { actorId: user.id, personId: user.id };
    await noteSecurity({ ...note, kind: "linkUsed", detail: link.purpose }, now, tx);
    await noteSecurity({ ...note, kind: "passwordChanged", detail: "person.setPassword" }, now, tx);
    const told = { who: user.name, linkBy: link.createdBy?.name ?? null };
    await record(tx, now, user.id, "person.setPassword", `user:${user.id}`, told);
    const step = hasFactor ? await keepStep(tx, user.id, now) : null;
    if (step !== null) await proveStep(step, now, tx);
    return { userId: user.id, email: user.email, step };
  };
  const set = await inOneTransaction((tx) => once(tx, sending, now, () => change(tx)));
  await clearAttempts(user.email);
  await forgetCodes(user.id);
  return set;
}

interface PasswordSet {
  readonly userId: string;
  readonly email: string;
  readonly step: string | null;
}

/** Throws   AppError `invalid_input` at the field `code`. */
async function takeCodeOf(
  tx: Tx,
  person: { readonly id: string; readonly name: string },
  code: string,
  now: Date,
): Promise<void> {
  if (await takeAnyCode(tx, person, code, now)) return;
  throw new AppError("invalid_input", words.secondFactor.errors.wrongCode, { field: "code" });
}

/** The person knows that their password was set with a link of somebody else's. */
export const confirmLinkUse = verb("person.confirmLinks", {
  input: ConfirmLinks,
  run: async ({ tx, actor, now }) => {
    if ((await confirmLinks(tx, actor.id, now)) === 0) throw stale();
    return outcome(null, `user:${actor.id}`, { who: actor.name });
  },
});

/** Throws AppError `invalid_input` where the password would soon be guessed. */
export function refuseWeak(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): void {
  const problem =
    passwordProblem(password, { email }) ?? (isGuessable(password, [email, name]) ? "wornOutPassword" : null);
  if (problem !== null)
    throw new AppError("invalid_input", complaintWords({ message: problem }), { field: "password" });
}
