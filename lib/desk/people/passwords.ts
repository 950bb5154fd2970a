import { clearAttempts } from "#lib/db/people/attempts";
import { hashPassword } from "#lib/db/people/passwords";
import { createLink, lockPeople, setPasswordHash, spendLink, withdrawLinks } from "#lib/db/people/people";
import { endSessionsOf } from "#lib/db/people/sessions";
import { endTokensOf } from "#lib/db/people/tokens";
import { inOneTransaction, parse, verb } from "#lib/desk/verb";
import { PasswordLink, passwordProblem, SetPassword } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { complaintWords } from "#lib/words/rules";
import { isGuessable } from "./guessable";
import { linkGone, type NewLink, openLink } from "./links";
import { type Outcome, outcome, personById, record } from "./outcome";

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
    return outcome(link, `user:${person.id}`, { who: person.name });
  },
});

/**
 * Choose a new password with a link. Every session and every token of theirs ends, in case somebody else holds one.
 *
 * Throws   as `acceptInvitation`.
 */
export async function setPassword(
  raw: unknown,
  { now }: { readonly now: Date },
): Promise<{ readonly userId: string; readonly email: string }> {
  const input = parse(SetPassword, raw);
  const link = await openLink(input.token, ["PASSWORD"], now);
  const user = link.user;
  if (user === null || user.disabledAt !== null) throw linkGone();
  refuseWeak(input.password, user);
  const passwordHash = await hashPassword(input.password);
  await clearAttempts(user.email);
  return inOneTransaction(async (tx) => {
    await lockPeople(tx);
    if (!(await spendLink(tx, link.id, now))) throw linkGone();
    await setPasswordHash(tx, user.id, passwordHash);
    await endSessionsOf(tx, user.id);
    await endTokensOf(tx, user.id, now);
    await withdrawLinks(tx, { purpose: "PASSWORD", userId: user.id }, now);
    await record(tx, now, user.id, "person.setPassword", `user:${user.id}`, { who: user.name });
    return { userId: user.id, email: user.email };
  });
}

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
