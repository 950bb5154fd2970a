import { SYSTEM } from "#lib/db/audit/audit";
import { removeAuthenticator } from "#lib/db/people/authenticators";
import { removePasskeys } from "#lib/db/people/passkeys";
import { createLink, lockPeople, personByEmail, withdrawLinks } from "#lib/db/people/people";
import { removeCodes } from "#lib/db/people/recovery-codes";
import { endSessionsOf } from "#lib/db/people/sessions";
import { noteSecurity } from "#lib/db/security/events";
import { inOneTransaction, parse } from "#lib/desk/verb";
import { LetIn } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { record } from "./outcome";

/**
 * For whoever runs the machine, so that nobody is shut out for good, a sole admin least of all: a link for a new password and, where the
 * second factor is lost, that is taken off. It is no act of a person, and the history says so.
 *
 * Returns  whom it is for, and the link's token.
 * Throws   AppError `invalid_input`, `not_found`, `conflict` for somebody who is disabled.
 */
export async function letIn(
  raw: unknown,
  { now }: { readonly now: Date },
): Promise<{ readonly name: string; readonly token: string }> {
  const { email, reason, isFactorLost } = parse(LetIn, raw);
  return inOneTransaction(async (tx) => {
    await lockPeople(tx);
    const person = await personByEmail(tx, email);
    if (person === null) throw new AppError("not_found", words.people.letIn.unknown(email));
    if (person.disabledAt !== null) throw new AppError("conflict", words.people.errors.isDisabled);
    const { id: userId, name, role } = person;
    await withdrawLinks(tx, { purpose: "PASSWORD", userId }, now);
    const link = { purpose: "PASSWORD", role, email, userId, createdById: null } as const;
    const { token } = await createLink(tx, link, now);
    if (isFactorLost) {
      await removeAuthenticator(tx, userId);
      await removePasskeys(tx, userId);
      await removeCodes(tx, userId);
      await endSessionsOf(tx, userId);
    }
    await noteSecurity(
      { kind: "linkMade", actorId: null, personId: userId, detail: "person.letIn" },
      now,
      tx,
    );
    await record(tx, now, SYSTEM, "person.letIn", `user:${userId}`, { who: name, reason, isFactorLost });
    return { name, token };
  });
}
