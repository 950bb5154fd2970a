import type { Tx } from "#lib/db/core/client";
import { changePerson, lockPeople, otherAdmins, personRow, withdrawLinks } from "#lib/db/people/people";
import { endSessionsOf } from "#lib/db/people/sessions";
import { endTokensOf } from "#lib/db/people/tokens";
import { verb } from "#lib/desk/verb";
import { DisablePerson, EnablePerson, SetRole } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { outcome, personById, stale } from "./outcome";

/** What may be done to an account: another role, out, back in. */

/** Another role. Their sessions end, and an admin's tokens with them, so that nothing is done on the strength of the old one. */
export const setRole = verb("person.setRole", {
  input: SetRole,
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    await stillAdmin(tx, actor.id);
    const person = await personById(tx, input.userId);
    if (person.disabledAt !== null) throw new AppError("conflict", words.people.errors.isDisabled);
    if (person.role === input.role) {
      throw new AppError("invalid_input", words.people.errors.sameRole, { field: "role" });
    }
    if (person.role === "ADMIN") await refuseLastAdmin(tx, person);
    if (!(await changePerson(tx, input, { role: input.role }))) throw stale();
    await endSessionsOf(tx, person.id);
    if (person.role === "ADMIN") await endTokensOf(tx, person.id, now);
    return outcome(null, `user:${person.id}`, { who: person.name, from: person.role, role: input.role });
  },
});

/** Out on their next request: their sessions are deleted, and links for a new password with them. Their work stays. */
export const disablePerson = verb("person.disable", {
  input: DisablePerson,
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    await stillAdmin(tx, actor.id);
    const person = await personById(tx, input.userId);
    if (person.disabledAt !== null) throw stale();
    if (person.role === "ADMIN") await refuseLastAdmin(tx, person);
    const disabled = { disabledAt: now, disabledReason: input.reason, disabledByName: actor.name };
    if (!(await changePerson(tx, input, disabled))) throw stale();
    await endSessionsOf(tx, person.id);
    await withdrawLinks(tx, { purpose: "PASSWORD", userId: person.id }, now);
    return outcome(null, `user:${person.id}`, { who: person.name, reason: input.reason });
  },
});

/** Back in with the password they had; none of their old sessions comes back. */
export const enablePerson = verb("person.enable", {
  input: EnablePerson,
  run: async ({ tx, actor, input }) => {
    await lockPeople(tx);
    await stillAdmin(tx, actor.id);
    const person = await personById(tx, input.userId);
    if (person.disabledAt === null) throw stale();
    const enabled = { disabledAt: null, disabledReason: null, disabledByName: null };
    if (!(await changePerson(tx, input, enabled))) throw stale();
    await endSessionsOf(tx, person.id);
    return outcome(null, `user:${person.id}`, { who: person.name });
  },
});

/** The caller's role was read before the lock was waited for: another admin may have taken it in between. */
async function stillAdmin(tx: Tx, actorId: string): Promise<void> {
  const caller = await personRow(tx, actorId);
  if (caller === null || caller.role !== "ADMIN" || caller.disabledAt !== null) {
    throw new AppError("not_allowed", words.deskErrors.notAllowed);
  }
}

async function refuseLastAdmin(tx: Tx, person: Awaited<ReturnType<typeof personById>>): Promise<void> {
  if ((await otherAdmins(tx, person.id)) === 0) {
    throw new AppError("conflict", words.people.lastAdmin(person.name));
  }
}
