import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { joinLink, peoplePage, tokenHash } from "#lib/db/people/people";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor, Role } from "#lib/domain/actor";
import type { AppErrorCode } from "#lib/errors";
import * as words from "#lib/words";
import { disablePerson, enablePerson, setRole } from "./accounts";
import { invitePerson, renewInvitation, withdrawInvitation } from "./invitations";
import { acceptInvitation, createSetUpLink } from "./joining";
import { passwordLink, setPassword } from "./passwords";

const NOW = new Date("2026-11-23T09:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const DAY = 24 * 60;
/** Nobody here is asked again who they are: `proof.db.test.ts` is about that. */
const PROVED = new Date("2999-01-01T00:00:00Z");
const PASSWORD = "three green lamps burn";

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
afterAll(async () => {
  await disconnect();
  await close();
});

let made = 0;
let admin: Actor;

/** Everything through links, as people come in: set up, or invited by the admin. */
async function person(role: Role): Promise<Actor & { email: string }> {
  made += 1;
  const email = `person-${made}@example.org`;
  const { token } = await invitePerson(admin, { email, role }, { now: NOW });
  const name = `Person ${made}`;
  const { userId } = await acceptInvitation({ token, name, email, password: PASSWORD }, { now: NOW });
  return { id: userId, name, role, email, provedAt: PROVED };
}

async function enter(email: string, now = NOW): Promise<string> {
  const session = await signIn({ email, password: PASSWORD }, { client: "203.0.113.7", now });
  if (session === null) throw new Error(`${email} could not sign in`);
  return session;
}

const refusal = (code: AppErrorCode, message: RegExp = /./) =>
  expect.objectContaining({ name: "AppError", code, message: expect.stringMatching(message) });

const revisionOf = async (id: string) =>
  (await database().user.findUniqueOrThrow({ where: { id } })).revision;

beforeAll(async () => {
  const token = await createSetUpLink(NOW);
  const input = { token, name: "Admin A", email: "admin-a@example.org", password: PASSWORD };
  const { userId } = await acceptInvitation(input, { now: NOW });
  admin = { id: userId, name: "Admin A", role: "ADMIN", provedAt: PROVED };
});

beforeEach(async () => {
  await database().rateLimit.deleteMany({});
});

describe("the first admin", () => {
  test("while there is an admin, no set-up link is made", async () => {
    expect(await createSetUpLink(NOW)).toBeNull();
  });

  test("an older set-up link is withdrawn by a newer one, and none works once there is an admin", async () => {
    await database().user.updateMany({ where: { id: admin.id }, data: { role: "EDITOR" } });
    const [first, second] = [await createSetUpLink(NOW), await createSetUpLink(NOW)];
    await database().user.updateMany({ where: { id: admin.id }, data: { role: "ADMIN" } });
    expect(await joinLink(String(first), NOW)).toMatchObject({ state: "withdrawn", purpose: "SET_UP" });
    expect(await joinLink(String(second), NOW)).toMatchObject({ state: "open", purpose: "SET_UP" });
    const input = { token: second, name: "Usurper", email: "usurper@example.org", password: PASSWORD };
    await expect(acceptInvitation(input, { now: NOW })).rejects.toEqual(
      refusal("conflict", /no longer works/),
    );
    expect(await database().user.count({ where: { email: "usurper@example.org" } })).toBe(0);
  });
});

describe("an invitation", () => {
  test("opens an account once", async () => {
    const { token } = await invitePerson(admin, { email: " New@Example.org ", role: "EDITOR" }, { now: NOW });
    expect(await joinLink(String(token), NOW)).toMatchObject({
      state: "open",
      purpose: "JOIN",
      role: "EDITOR",
      email: "new@example.org",
      invitedBy: "Admin A",
    });
    const input = { token, name: "New", email: "other@example.org", password: PASSWORD };
    await acceptInvitation(input, { now: later(5) });
    const user = await database().user.findUniqueOrThrow({ where: { email: "new@example.org" } });
    expect(user).toMatchObject({ name: "New", role: "EDITOR", disabledAt: null });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    expect(await joinLink(String(token), later(6))).toEqual({ state: "used", purpose: "JOIN" });
    await expect(acceptInvitation(input, { now: later(6) })).rejects.toEqual(refusal("conflict"));
  });

  test("opened twice at the same moment, lets one in", async () => {
    const { token } = await invitePerson(admin, { email: "race@example.org", role: "EDITOR" }, { now: NOW });
    const input = { token, name: "Race", email: "race@example.org", password: PASSWORD };
    const tries = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(input, { now: NOW })));
    expect(tries.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await database().user.count({ where: { email: "race@example.org" } })).toBe(1);
  });

  test.each(["Admin A", "admin  a", "Аdmin А".replaceAll("А", "A")])(
    "lets nobody in under a name that looks like another's: %s",
    async (name) => {
      const email = `double-${randomUUID()}@example.org`;
      const { token } = await invitePerson(admin, { email, role: "EDITOR" }, { now: NOW });
      const input = { token, name, email, password: PASSWORD };
      await expect(acceptInvitation(input, { now: NOW })).rejects.toMatchObject({
        message: words.people.errors.nameTaken,
        field: "name",
      });
      const disguised = { ...input, name: "Zo\u0435 Someone" };
      await expect(acceptInvitation(disguised, { now: NOW })).rejects.toMatchObject({ field: "name" });
      await acceptInvitation({ ...input, name: email }, { now: NOW });
    },
  );

  test("is kept as a hash alone", async () => {
    const { token } = await invitePerson(admin, { email: "hash@example.org", role: "EDITOR" }, { now: NOW });
    const rows = JSON.stringify([
      await database().invitation.findMany(),
      await database().auditPayload.findMany({ select: { payload: true } }),
    ]);
    expect(rows).toContain(tokenHash(String(token)));
    expect(rows).not.toContain(token);
  });

  test("ends after three days", async () => {
    const { token } = await invitePerson(admin, { email: "late@example.org", role: "EDITOR" }, { now: NOW });
    const input = { token, name: "Late", email: "late@example.org", password: PASSWORD };
    expect(await joinLink(String(token), later(3 * DAY - 1))).toMatchObject({ state: "open" });
    expect(await joinLink(String(token), later(3 * DAY))).toMatchObject({ state: "expired" });
    await expect(acceptInvitation(input, { now: later(3 * DAY) })).rejects.toEqual(refusal("conflict"));
  });

  test("withdrawn, opens nothing, and can't be withdrawn again", async () => {
    const { token, invitationId } = await invitePerson(
      admin,
      { email: "gone@example.org", role: "EDITOR" },
      { now: NOW },
    );
    await withdrawInvitation(admin, { invitationId }, { now: NOW });
    expect(await joinLink(String(token), NOW)).toEqual({ state: "withdrawn", purpose: "JOIN" });
    const input = { token, name: "Gone", email: "gone@example.org", password: PASSWORD };
    await expect(acceptInvitation(input, { now: NOW })).rejects.toEqual(refusal("conflict"));
    await expect(withdrawInvitation(admin, { invitationId }, { now: NOW })).rejects.toEqual(
      refusal("conflict"),
    );
  });

  test("renewed, has a new link and no other, even after it ended", async () => {
    const first = await invitePerson(admin, { email: "renew@example.org", role: "EDITOR" }, { now: NOW });
    const now = later(4 * DAY);
    const second = await renewInvitation(admin, { invitationId: first.invitationId }, { now });
    expect(await joinLink(String(first.token), now)).toMatchObject({ state: "withdrawn" });
    expect(await joinLink(String(second.token), now)).toMatchObject({
      state: "open",
      email: "renew@example.org",
    });
  });

  test("is refused for whoever is here or invited already, at the e-mail field", async () => {
    const { email } = await person("EDITOR");
    await expect(invitePerson(admin, { email, role: "EDITOR" }, { now: NOW })).rejects.toMatchObject({
      code: "conflict",
      field: "email",
    });
    await invitePerson(admin, { email: "twice@example.org", role: "EDITOR" }, { now: NOW });
    await expect(
      invitePerson(admin, { email: "TWICE@example.org", role: "ADMIN" }, { now: NOW }),
    ).rejects.toMatchObject({ code: "conflict", field: "email" });
  });

  test.each([
    ["short", /12 characters/],
    ["aaaaaaaaaaaaaaaa", /easy to guess/],
    ["weak@example.org!", /own address/],
    ["sunshine1234", /first passwords/],
    ["Onrecord123456", /first passwords/],
  ])("isn't spent on the password %s", async (password, sentence) => {
    await database().invitation.deleteMany({ where: { email: "weak@example.org" } });
    const { token } = await invitePerson(admin, { email: "weak@example.org", role: "EDITOR" }, { now: NOW });
    const input = { token, name: "Weak", email: "weak@example.org", password };
    await expect(acceptInvitation(input, { now: NOW })).rejects.toEqual(refusal("invalid_input", sentence));
    expect(await joinLink(String(token), NOW)).toMatchObject({ state: "open" });
  });

  test("a link for a new password can't open an account, nor the other way round", async () => {
    const editor = await person("EDITOR");
    const forPassword = await passwordLink(admin, { userId: editor.id }, { now: NOW });
    const forJoining = await invitePerson(admin, { email: "mix@example.org", role: "EDITOR" }, { now: NOW });
    await expect(
      acceptInvitation(
        { token: forPassword.token, name: "X", email: "x@example.org", password: PASSWORD },
        { now: NOW },
      ),
    ).rejects.toEqual(refusal("conflict"));
    await expect(setPassword({ token: forJoining.token, password: PASSWORD }, { now: NOW })).rejects.toEqual(
      refusal("conflict"),
    );
  });

  test("only admins invite", async () => {
    const editor = await person("EDITOR");
    await expect(
      invitePerson(editor, { email: "e@example.org", role: "EDITOR" }, { now: NOW }),
    ).rejects.toEqual(refusal("not_allowed"));
  });
});

describe("out on the next request", () => {
  test("who is disabled, and the session doesn't come back with the person", async () => {
    const editor = await person("EDITOR");
    const session = await enter(editor.email);
    expect(await actorOfSession(session, NOW)).toEqual({
      id: editor.id,
      name: editor.name,
      role: "EDITOR",
      provedAt: NOW,
    });

    const input = { userId: editor.id, revision: 1, reason: "left the newsroom" };
    await disablePerson(admin, input, { now: NOW });
    expect(await actorOfSession(session, NOW)).toBeNull();
    expect(await signIn({ email: editor.email, password: PASSWORD }, { client: "c", now: NOW })).toBeNull();

    await enablePerson(admin, { userId: editor.id, revision: 2 }, { now: NOW });
    expect(await actorOfSession(session, NOW)).toBeNull();
    expect(await actorOfSession(await enter(editor.email), NOW)).toMatchObject({ id: editor.id });
  });

  test("who is given another role, and it is the new one that counts", async () => {
    const editor = await person("EDITOR");
    const session = await enter(editor.email);
    await setRole(admin, { userId: editor.id, revision: 1, role: "CONTRIBUTOR" }, { now: NOW });
    expect(await actorOfSession(session, NOW)).toBeNull();
    expect(await actorOfSession(await enter(editor.email), NOW)).toMatchObject({ role: "CONTRIBUTOR" });
  });

  test("everywhere, who sets a new password; the old one and the link are spent", async () => {
    const editor = await person("EDITOR");
    const session = await enter(editor.email);
    const older = await passwordLink(admin, { userId: editor.id }, { now: NOW });
    const { token } = await passwordLink(admin, { userId: editor.id }, { now: NOW });
    expect(await joinLink(String(older.token), NOW)).toMatchObject({ state: "withdrawn" });
    await setPassword({ token, password: "seven brown owls sleep" }, { now: NOW });
    expect(await actorOfSession(session, NOW)).toBeNull();
    const pair = { email: editor.email, password: PASSWORD };
    expect(await signIn(pair, { client: "c", now: NOW })).toBeNull();
    expect(
      await signIn({ ...pair, password: "seven brown owls sleep" }, { client: "c", now: NOW }),
    ).not.toBeNull();
    await expect(setPassword({ token, password: PASSWORD }, { now: NOW })).rejects.toEqual(
      refusal("conflict"),
    );
  });

  test("a disabled person's password link opens nothing, before and after they are enabled", async () => {
    const editor = await person("EDITOR");
    const { token } = await passwordLink(admin, { userId: editor.id }, { now: NOW });
    await disablePerson(admin, { userId: editor.id, revision: 1, reason: "left" }, { now: NOW });
    expect(await joinLink(String(token), NOW)).toMatchObject({ state: "withdrawn" });
    await enablePerson(admin, { userId: editor.id, revision: 2 }, { now: NOW });
    await expect(setPassword({ token, password: PASSWORD }, { now: NOW })).rejects.toEqual(
      refusal("conflict"),
    );
  });
});

describe("the last admin", () => {
  test("can't be disabled or given another role, in words", async () => {
    const revision = await revisionOf(admin.id);
    const disable = disablePerson(admin, { userId: admin.id, revision, reason: "tired" }, { now: NOW });
    await expect(disable).rejects.toEqual(refusal("conflict", /Admin A is the last admin/));
    const demote = setRole(admin, { userId: admin.id, revision, role: "EDITOR" }, { now: NOW });
    await expect(demote).rejects.toEqual(refusal("conflict", /Make somebody else an admin first/));
  });

  test("remains when two admins disable each other at the same moment", async () => {
    const other = await person("ADMIN");
    const outcomes = await Promise.allSettled([
      disablePerson(
        admin,
        { userId: other.id, revision: await revisionOf(other.id), reason: "first" },
        { now: NOW },
      ),
      disablePerson(
        other,
        { userId: admin.id, revision: await revisionOf(admin.id), reason: "second" },
        { now: NOW },
      ),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const admins = await database().user.findMany({ where: { role: "ADMIN", disabledAt: null } });
    expect(admins).toHaveLength(1);
    const [left] = admins;
    if (left !== undefined) admin = { id: left.id, name: left.name, role: "ADMIN", provedAt: PROVED };
  });

  test("of two, one may leave", async () => {
    const other = await person("ADMIN");
    await setRole(admin, { userId: other.id, revision: 1, role: "EDITOR" }, { now: NOW });
    expect(await database().user.count({ where: { role: "ADMIN", disabledAt: null } })).toBe(1);
  });
});

describe("what others did meanwhile", () => {
  test("a screen that is behind changes nothing", async () => {
    const editor = await person("EDITOR");
    await setRole(admin, { userId: editor.id, revision: 1, role: "CONTRIBUTOR" }, { now: NOW });
    const stale = disablePerson(admin, { userId: editor.id, revision: 1, reason: "old" }, { now: NOW });
    await expect(stale).rejects.toEqual(refusal("conflict", /Someone changed this/));
    expect(await revisionOf(editor.id)).toBe(2);
  });

  test("who was an admin a moment ago decides nothing any more", async () => {
    const [editor, was] = [await person("EDITOR"), await person("ADMIN")];
    await setRole(admin, { userId: was.id, revision: 1, role: "EDITOR" }, { now: NOW });
    const act = setRole(was, { userId: editor.id, revision: 1, role: "ADMIN" }, { now: NOW });
    await expect(act).rejects.toEqual(refusal("not_allowed"));
  });
});

test("everything is on the record, in one chain, without passwords", async () => {
  const editor = await person("EDITOR");
  await disablePerson(admin, { userId: editor.id, revision: 1, reason: "left the newsroom" }, { now: NOW });
  const { people, changes } = await peoplePage(NOW);
  expect(changes[0]).toMatchObject({
    action: "person.disable",
    actorName: admin.name,
    payload: { who: editor.name, reason: "left the newsroom" },
  });
  expect(changes[1]).toMatchObject({ action: "person.join", actorName: editor.name });
  expect(changes[2]).toMatchObject({
    action: "person.invite",
    payload: { who: editor.email, role: "EDITOR" },
  });
  expect(people.find((row) => row.id === editor.id)).toMatchObject({
    disabled: { at: NOW, byName: admin.name, reason: "left the newsroom" },
    openItems: 0,
    isLastAdmin: false,
  });
  expect(people.find((row) => row.id === admin.id)?.isLastAdmin).toBe(true);
  expect(JSON.stringify(await database().auditPayload.findMany({ select: { payload: true } }))).not.toMatch(
    /argon2|green lamps/,
  );
  expect((await verifyRecord()).faults).toEqual([]);
});

test("a refused act leaves nothing on the record", async () => {
  const before = await database().auditEvent.count();
  const revision = await revisionOf(admin.id);
  await disablePerson(admin, { userId: admin.id, revision, reason: "no" }, { now: NOW }).catch(() => null);
  expect(await database().auditEvent.count()).toBe(before);
});
