import { randomBytes } from "node:crypto";
import { SYSTEM } from "#lib/db/audit/audit";
import { database, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import type { Invitation, Prisma, User } from "#lib/db/generated/client";
import type { Role } from "#lib/domain/actor";
import { INVITATION_DAYS } from "#lib/domain/bounds";
import {
  type InvitationPurpose,
  type InvitationRow,
  type JoinLink,
  type PeoplePage,
  type PersonChange,
  PersonEvent,
  type PersonRow,
} from "#lib/domain/people";
import { nameLook } from "#lib/domain/person-names";
import { hasSecondFactor } from "./second-factors";

const PEOPLE_LOCK = 72_707_371;
const CHANGES_SHOWN = 20;

/** Links are looked up by hash alone: whoever reads the table can't open one. */
export function tokenHash(token: string): string {
  return sha256(token);
}

/**
 * Changes to people happen one after the other. They are few, and rules such as "never without an admin" look at several
 * rows: two admins who disable each other at the same moment would both be allowed to.
 */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PEOPLE_LOCK})`;
}

const live = (now: Date) => ({ usedAt: null, withdrawnAt: null, expiresAt: { gt: now } });

/** A link that works once and ends after `INVITATION_DAYS`. The token is returned here and never again. */
export async function createLink(
  tx: Tx,
  link: {
    readonly purpose: InvitationPurpose;
    readonly role: Role;
    readonly email: string | null;
    readonly userId: string | null;
    readonly createdById: string | null;
  },
  now: Date,
): Promise<{ readonly invitationId: string; readonly token: string }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000);
  const { id } = await tx.invitation.create({
    data: { ...link, tokenHash: tokenHash(token), createdAt: now, expiresAt },
  });
  return { invitationId: id, token };
}

/** Withdraw every unused link that fits, and say how many there were. */
export async function withdrawLinks(tx: Tx, where: Prisma.InvitationWhereInput, now: Date): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { ...where, usedAt: null, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count;
}

/** Mark a link as used; false where somebody was first, or it ended or was withdrawn in the meantime. */
export async function spendLink(tx: Tx, invitationId: string, now: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id: invitationId, ...live(now) },
    data: { usedAt: now },
  });
  return count === 1;
}

export function openInvitationFor(tx: Tx, email: string, now: Date): Promise<Invitation | null> {
  return tx.invitation.findFirst({ where: { purpose: "JOIN", email, ...live(now) } });
}

export async function hasAccount(tx: Tx, email: string): Promise<boolean> {
  return (await tx.user.count({ where: { email } })) > 0;
}

/** Null where nobody has this address. */
export function personByEmail(tx: Tx, email: string): Promise<User | null> {
  return tx.user.findUnique({ where: { email } });
}

/** Null where there is nobody of this id. */
/** Has this account the role that somebody came in with, and is it open? Asked where they act: they may have been let out since. */
export async function isAccountOf(tx: Tx, { id, role }: Pick<User, "id" | "role">): Promise<boolean> {
  return (await tx.user.count({ where: { id, role, disabledAt: null } })) === 1;
}

/** Somebody who can be given work: an open account. Null for a closed one, and where there is none. */
export function colleague(tx: Tx, id: string): Promise<Pick<User, "id" | "name" | "role"> | null> {
  return tx.user.findFirst({ where: { id, disabledAt: null }, select: { id: true, name: true, role: true } });
}

/** Everybody with an open account, by name: no more than a newsroom has. */
export function colleagues(): Promise<Pick<User, "id" | "name" | "role">[]> {
  return database().user.findMany({
    where: { disabledAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, name: true, role: true },
  });
}

/** Ids of everybody with an open account and one of these roles. */
export async function peopleWithRoles(tx: Tx, roles: readonly Role[]): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: { role: { in: [...roles] }, disabledAt: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export function personRow(tx: Tx, id: string): Promise<User | null> {
  return tx.user.findUnique({ where: { id } });
}

/** Null where nobody of this name of their organisation's has come in. */
export function personByOrganisationId(tx: Tx, organisationId: string): Promise<User | null> {
  return tx.user.findUnique({ where: { organisationId } });
}

/** From here on the organisation's own name for the person tells who they are, not their address. */
export async function keepOrganisationId(tx: Tx, id: string, organisationId: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { organisationId } });
}

export async function emailOf(id: string): Promise<string> {
  return (await database().user.findUniqueOrThrow({ where: { id }, select: { email: true } })).email;
}

export async function passwordHashOf(id: string): Promise<string> {
  const found = await database().user.findUniqueOrThrow({ where: { id }, select: { passwordHash: true } });
  return found.passwordHash;
}

/** An invitation to join; null where there is none. */
export function invitationRow(tx: Tx, id: string): Promise<Invitation | null> {
  return tx.invitation.findUnique({ where: { id, purpose: "JOIN" } });
}

/** A new account. Returns its id. */
export async function keepPerson(
  tx: Tx,
  person: Pick<User, "email" | "name" | "role" | "passwordHash">,
  now: Date,
): Promise<string> {
  return (await tx.user.create({ data: { ...person, createdAt: now } })).id;
}

/** With a link. Who comes through their organisation later is asked by their address anew. */
export async function setPasswordHash(tx: Tx, id: string, passwordHash: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { passwordHash, organisationId: null } });
}

/** The same from the hash that the caller saw; false where it has moved on. */
export async function replacePasswordHash(
  tx: Tx,
  id: string,
  { before, passwordHash }: { readonly before: string; readonly passwordHash: string },
): Promise<boolean> {
  return (
    (await tx.user.updateMany({ where: { id, passwordHash: before }, data: { passwordHash } })).count === 1
  );
}

/** Admins who can act, besides `exceptId`. */
export function otherAdmins(tx: Tx, exceptId: string): Promise<number> {
  return tx.user.count({ where: { role: "ADMIN", disabledAt: null, id: { not: exceptId } } });
}

export async function hasAdmin(tx: Tx): Promise<boolean> {
  return (await tx.user.count({ where: { role: "ADMIN", disabledAt: null } })) > 0;
}

/** Change a person's row from the revision that the caller saw; false where it has moved on. */
export async function changePerson(
  tx: Tx,
  person: { readonly userId: string; readonly revision: number },
  data: Pick<
    Prisma.UserUncheckedUpdateManyInput,
    "role" | "disabledAt" | "disabledReason" | "disabledByName"
  >,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: person.userId, revision: person.revision },
    data: { ...data, revision: { increment: 1 } },
  });
  return count === 1;
}

/** The invitation behind a token, with the person it belongs to and the one who made it; null where there is none. */
export function linkByToken(token: string) {
  return database().invitation.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { user: true, createdBy: { select: { name: true } } },
  });
}

/**
 * The last link of somebody else's with which this person's password was set, while they haven't said that they know; null where
 * there is none. `madeBy` is null where it was made on the machine itself.
 */
export async function passwordLinkUsed(
  userId: string,
): Promise<{ readonly usedAt: Date; readonly madeBy: string | null } | null> {
  const link = await database().invitation.findFirst({
    where: toldOf(userId),
    orderBy: { usedAt: "desc" },
    select: { usedAt: true, createdBy: { select: { name: true } } },
  });
  return link?.usedAt ? { usedAt: link.usedAt, madeBy: link.createdBy?.name ?? null } : null;
}

function toldOf(userId: string) {
  const byOther = { OR: [{ createdById: null }, { createdById: { not: userId } }] };
  return { userId, purpose: "PASSWORD" as const, usedAt: { not: null }, confirmedAt: null, ...byOther };
}

/** The person knows of all of these. How many there were. */
export async function confirmLinks(tx: Tx, userId: string, now: Date): Promise<number> {
  return (await tx.invitation.updateMany({ where: toldOf(userId), data: { confirmedAt: now } })).count;
}

/** Whether somebody, disabled people too, has a name that looks like this one. */
export async function isNameTaken(tx: Tx, name: string): Promise<boolean> {
  const people = await tx.user.findMany({ select: { name: true } });
  return people.some((person) => nameLook(person.name) === nameLook(name));
}

/** Who made the link with which this person's password was set last; null where it was never set by somebody else's link. */
export async function openerOf(
  tx: Tx,
  userId: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const link = await tx.invitation.findFirst({
    where: { userId, purpose: "PASSWORD", usedAt: { not: null } },
    orderBy: { usedAt: "desc" },
    select: { createdBy: { select: { id: true, name: true } } },
  });
  return link?.createdBy ?? null;
}

/** What a link leads to, in the words of `JoinLink`. A link of a person who was disabled since is as good as withdrawn. */
export async function joinLink(token: string, now: Date): Promise<JoinLink> {
  const link = await linkByToken(token);
  if (link === null) return { state: "unknown", purpose: null };
  const { purpose, expiresAt } = link;
  if (link.usedAt !== null) return { state: "used", purpose };
  if (link.withdrawnAt !== null || (link.user !== null && link.user.disabledAt !== null)) {
    return { state: "withdrawn", purpose };
  }
  if (expiresAt <= now) return { state: "expired", purpose, expiredAt: expiresAt };
  return {
    state: "open",
    purpose,
    role: link.role,
    email: link.user?.email ?? link.email,
    name: link.user?.name ?? null,
    needsCode: link.userId !== null && (await hasSecondFactor(database(), link.userId)),
    invitedBy: link.createdBy?.name ?? null,
    expiresAt,
  };
}

/** Everything that the people screen shows, in one consistent read. */
export async function peoplePage(now: Date): Promise<PeoplePage> {
  const [users, invitations, changes, rules] = await database().$transaction(
    [
      database().user.findMany({
        include: {
          authenticator: { select: { confirmedAt: true } },
          passkeys: { select: { id: true }, take: 1 },
          passwordLinks: { where: { purpose: "PASSWORD", ...live(now) }, orderBy: { createdAt: "desc" } },
          _count: { select: { reviews: { where: { state: { in: ["DRAFT", "SUBMITTED", "RETURNED"] } } } } },
        },
      }),
      database().invitation.findMany({
        where: { purpose: "JOIN", usedAt: null, withdrawnAt: null },
        orderBy: { createdAt: "asc" },
      }),
      database().auditEvent.findMany({
        where: { action: { startsWith: "person." } },
        orderBy: { sequence: "desc" },
        take: CHANGES_SHOWN,
        include: { payload: true },
      }),
      database().signInRule.findMany({ where: { needsSecondFactor: true } }),
    ],
    { isolationLevel: "RepeatableRead" },
  );
  const admins = users.filter((user) => user.role === "ADMIN" && user.disabledAt === null).length;
  const names = new Map(users.map((user) => [user.id, user.name]));
  return {
    people: users.map((user) => rowOfPerson(user, admins)).sort(byStateThenName),
    invitations: invitations.flatMap(rowOfInvitation),
    changes: changes.map((event) => personChange(event, names)),
    rolesThatNeedFactor: rules.map(({ role }) => role),
  };
}

function rowOfPerson(
  user: User & {
    passwordLinks: Invitation[];
    authenticator: { confirmedAt: Date | null } | null;
    passkeys: { id: string }[];
    _count: { reviews: number };
  },
  admins: number,
): PersonRow {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    revision: user.revision,
    disabled:
      user.disabledAt === null
        ? null
        : { at: user.disabledAt, byName: user.disabledByName, reason: user.disabledReason },
    lastSeenAt: user.lastSeenAt,
    openItems: user._count.reviews,
    isLastAdmin: user.role === "ADMIN" && user.disabledAt === null && admins === 1,
    hasSecondFactor: Boolean(user.authenticator?.confirmedAt) || user.passkeys.length > 0,
    passwordLinkEnds: user.passwordLinks[0]?.expiresAt ?? null,
  };
}

const RANK: Record<Role, number> = { ADMIN: 0, EDITOR: 1, CONTRIBUTOR: 2 };

function byStateThenName(a: PersonRow, b: PersonRow): number {
  const disabled = Number(a.disabled !== null) - Number(b.disabled !== null);
  return disabled || RANK[a.role] - RANK[b.role] || a.name.localeCompare(b.name);
}

function rowOfInvitation({ id, email, role, expiresAt }: Invitation): InvitationRow[] {
  return email === null ? [] : [{ id, email, role, expiresAt }];
}

function personChange(
  event: Prisma.AuditEventGetPayload<{ include: { payload: true } }>,
  names: ReadonlyMap<string, string>,
): PersonChange {
  const payload = PersonEvent.safeParse(event.payload?.payload);
  return {
    sequence: Number(event.sequence),
    at: event.at,
    actorName: event.actorId === SYSTEM ? null : (names.get(event.actorId) ?? null),
    action: event.action,
    payload: payload.success ? payload.data : null,
    hash: event.hash,
  };
}
