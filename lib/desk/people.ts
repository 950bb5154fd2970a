import { appendAudit, SYSTEM } from "#lib/db/audit/audit";
import type { Tx } from "#lib/db/core/client";
import { hashPassword } from "#lib/db/people/passwords";
import {
  changePerson,
  createLink,
  hasAccount,
  hasAdmin,
  invitationRow,
  isNameTaken,
  keepPerson,
  linkByToken,
  lockPeople,
  openInvitationFor,
  otherAdmins,
  personRow,
  setPasswordHash,
  spendLink,
  withdrawLinks,
} from "#lib/db/people/people";
import { endSessionsOf } from "#lib/db/people/sessions";
import { endTokensOf } from "#lib/db/people/tokens";
import {
  AcceptInvitation,
  DisablePerson,
  EnablePerson,
  type InvitationPurpose,
  Invite,
  PasswordLink,
  type PersonEvent,
  passwordProblem,
  RenewInvitation,
  SetPassword,
  SetRole,
  WithdrawInvitation,
} from "#lib/domain/people";
import { AppError } from "#lib/errors";
import { words } from "#lib/words";
import { complaintWords } from "#lib/words/rules";
import { isGuessable } from "./guessable";
import { inOneTransaction, parse, verb } from "./verb";

/** All that may be done to people. Tokens are returned once, to be shown; the database keeps their hashes alone. */

export interface NewLink {
  readonly invitationId: string;
  readonly token: string;
}

const stale = () => new AppError("conflict", words.errors.stale);
const notFound = () => new AppError("not_found", words.errors.notFound);

export const invitePerson = verb("person.invite", {
  input: Invite,
  run: async ({ tx, actor, input, now }) => {
    await lockPeople(tx);
    const { email, role } = input;
    if (await hasAccount(tx, email)) {
      throw new AppError("conflict", words.people.errors.hasAccount, { field: "email" });
    }
    if ((await openInvitationFor(tx, email, now)) !== null) {
      throw new AppError("conflict", words.people.errors.isInvited, { field: "email" });
    }
    await withdrawLinks(tx, { purpose: "JOIN", email }, now);
    const link = await createLink(
      tx,
      { purpose: "JOIN", role, email, userId: null, createdById: actor.id },
      now,
    );
    return outcome(link, `invitation:${link.invitationId}`, { who: email, role });
  },
});

export const withdrawInvitation = verb("person.withdrawInvitation", {
  input: WithdrawInvitation,
  run: async ({ tx, input, now }) => {
    await lockPeople(tx);
    const invitation = await waitingInvitation(tx, input.invitationId);
    await withdrawLinks(tx, { id: invitation.id }, now);
    return outcome(null, `invitation:${invitation.id}`, { who: invitation.email, role: invitation.role });
  },
});

/** A new link in place of one that was lost or has ended. The old one stops working. */
export const renewInvitation = verb("person.renewInvitation", {
  input: RenewInvitation,
  run: async ({ tx, actor, input, now }): Promise<Outcome<NewLink>> => {
    await lockPeople(tx);
    const { id, email, role } = await waitingInvitation(tx, input.invitationId);
    await withdrawLinks(tx, { id }, now);
    const link = await createLink(
      tx,
      { purpose: "JOIN", role, email, userId: null, createdById: actor.id },
      now,
    );
    return outcome(link, `invitation:${link.invitationId}`, { who: email, role });
  },
});

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

/**
 * The link that sets up the first admin; null where there is an admin already. Earlier ones stop working, so that only the
 * last one printed opens the door.
 */
export function createSetUpLink(now: Date): Promise<string | null> {
  return inOneTransaction(async (tx) => {
    await lockPeople(tx);
    if (await hasAdmin(tx)) return null;
    await withdrawLinks(tx, { purpose: "SET_UP" }, now);
    const { invitationId, token } = await createLink(
      tx,
      { purpose: "SET_UP", role: "ADMIN", email: null, userId: null, createdById: null },
      now,
    );
    await record(tx, now, SYSTEM, "person.setUpLink", `invitation:${invitationId}`, {
      who: words.people.firstAdmin,
      role: "ADMIN",
    });
    return token;
  });
}

/**
 * Open an account with a link: an invitation, or the set-up of the first admin. An invitation's own address stands,
 * whatever was sent along; the set-up takes the one that was typed.
 *
 * Returns  whom to sign in.
 * Throws   AppError `invalid_input` with the field; `conflict` for a link that was used, withdrawn or has ended.
 */
export async function acceptInvitation(
  raw: unknown,
  { now }: { readonly now: Date },
): Promise<{ readonly userId: string; readonly email: string }> {
  const input = parse(AcceptInvitation, raw);
  const link = await openLink(input.token, ["SET_UP", "JOIN"], now);
  const email = link.email ?? input.email;
  refuseWeak(input.password, { email, name: input.name });
  const passwordHash = await hashPassword(input.password);
  return inOneTransaction(async (tx) => {
    await lockPeople(tx);
    if (!(await spendLink(tx, link.id, now))) throw linkGone();
    if (link.purpose === "SET_UP" && (await hasAdmin(tx))) throw linkGone();
    if (await hasAccount(tx, email)) {
      throw new AppError("conflict", words.people.errors.hasAccount, { field: "email" });
    }
    const { name } = input;
    if (await isNameTaken(tx, name)) {
      throw new AppError("conflict", words.people.errors.nameTaken, { field: "name" });
    }
    const userId = await keepPerson(tx, { email, name, role: link.role, passwordHash }, now);
    await record(tx, now, userId, "person.join", `user:${userId}`, { who: name, role: link.role });
    return { userId, email };
  });
}

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

interface Outcome<Result> {
  readonly result: Result;
  readonly subject: string;
  readonly payload: PersonEvent;
}

function outcome<Result>(result: Result, subject: string, payload: PersonEvent): Outcome<Result> {
  return { result, subject, payload };
}

async function record(
  tx: Tx,
  at: Date,
  actorId: string,
  action: string,
  subjectId: string,
  payload: PersonEvent,
): Promise<void> {
  await appendAudit(tx, { at, actorId, action, subjectId, payload });
}

async function personById(tx: Tx, id: string) {
  const person = await personRow(tx, id);
  if (person === null) throw notFound();
  return person;
}

async function waitingInvitation(tx: Tx, id: string) {
  const invitation = await invitationRow(tx, id);
  if (invitation === null || invitation.email === null) throw notFound();
  if (invitation.usedAt !== null || invitation.withdrawnAt !== null) throw stale();
  return { id: invitation.id, email: invitation.email, role: invitation.role };
}

/** The caller's role was read before the lock was waited for: another admin may have taken it in between. */
async function stillAdmin(tx: Tx, actorId: string): Promise<void> {
  const caller = await personRow(tx, actorId);
  if (caller === null || caller.role !== "ADMIN" || caller.disabledAt !== null) {
    throw new AppError("not_allowed", words.errors.notAllowed);
  }
}

async function refuseLastAdmin(tx: Tx, person: Awaited<ReturnType<typeof personById>>): Promise<void> {
  if ((await otherAdmins(tx, person.id)) === 0) {
    throw new AppError("conflict", words.people.lastAdmin(person.name));
  }
}

async function openLink(token: string, purposes: readonly InvitationPurpose[], now: Date) {
  const link = await linkByToken(token);
  const isOpen = link !== null && link.usedAt === null && link.withdrawnAt === null && link.expiresAt > now;
  if (!isOpen || !purposes.includes(link.purpose)) throw linkGone();
  return link;
}

function linkGone(): AppError {
  return new AppError("conflict", words.people.errors.linkGone);
}

function refuseWeak(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): void {
  const problem =
    passwordProblem(password, { email }) ?? (isGuessable(password, [email, name]) ? "wornOutPassword" : null);
  if (problem !== null)
    throw new AppError("invalid_input", complaintWords({ message: problem }), { field: "password" });
}
