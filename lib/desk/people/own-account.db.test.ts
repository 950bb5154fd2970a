import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { duringVisit } from "#lib/db/core/visit";
import { ATTEMPTS } from "#lib/db/people/attempts";
import { ownSessions } from "#lib/db/people/own-sessions";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor, Role } from "#lib/domain/actor";
import { setRole } from "./accounts";
import { invitePerson } from "./invitations";
import { acceptInvitation, createSetUpLink } from "./joining";
import { changePassword, endOthers, endSession } from "./own-account";
import { passwordLink, setPassword } from "./passwords";

const NOW = new Date("2026-11-23T09:00:00Z");
const at = { now: NOW };
const OLD = "three green lamps burn";
const NEW = "seven brown mills turn slowly";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

let close: () => Promise<void>;
let admin: Actor;
let made = 0;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const token = String(await createSetUpLink(NOW));
  const { userId } = await acceptInvitation(
    { token, name: "Admin A", email: "admin-a@example.org", password: OLD },
    at,
  );
  admin = { id: userId, name: "Admin A", role: "ADMIN", provedAt: NOW };
});
afterAll(async () => {
  await disconnect();
  await close();
});
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

async function person(role: Role = "EDITOR"): Promise<Actor & { email: string }> {
  made += 1;
  const email = `own-${made}@example.org`;
  const name = `Own ${made}`;
  const { token } = await invitePerson(admin, { email, role }, at);
  const { userId } = await acceptInvitation({ token, name, email, password: OLD }, at);
  return { id: userId, name, role, email };
}

async function enter(email: string, password = OLD): Promise<string> {
  const session = await signIn({ email, password }, { client: "203.0.113.7", now: NOW });
  if (session === null) throw new Error(`${email} could not sign in`);
  return session;
}

const change = (who: Actor, here: string, given: { oldPassword?: string; password?: string } = {}) =>
  changePassword(who, { oldPassword: OLD, password: NEW, here, ...given }, at);

test.each<Role>(["CONTRIBUTOR", "EDITOR", "ADMIN"])(
  "%s: a changed password works, the old one doesn't, and every other session is over",
  async (role) => {
    const who = await person(role);
    const [here, other, third] = [await enter(who.email), await enter(who.email), await enter(who.email)];
    expect(await change(who, here)).toEqual({ ended: 2 });
    expect(await actorOfSession(here, NOW)).toMatchObject({ id: who.id });
    expect(await actorOfSession(other, NOW)).toBeNull();
    expect(await actorOfSession(third, NOW)).toBeNull();
    expect(await signIn({ email: who.email, password: OLD }, { client: "b", now: NOW })).toBeNull();
    expect(await enter(who.email, NEW)).toBeTruthy();
  },
);

test("a link for a new password that was out stops working", async () => {
  const who = await person();
  const { token } = await passwordLink(admin, { userId: who.id }, at);
  await change(who, await enter(who.email));
  await expect(setPassword({ token, password: "nine white sails far away" }, at)).rejects.toMatchObject({
    code: "conflict",
  });
});

test("without the old password nothing changes, and nobody is signed out", async () => {
  const who = await person();
  const [here, other] = [await enter(who.email), await enter(who.email)];
  await expect(change(who, here, { oldPassword: `${OLD}.` })).rejects.toMatchObject({
    code: "invalid_input",
    field: "oldPassword",
  });
  expect(await actorOfSession(other, NOW)).not.toBeNull();
  expect(await enter(who.email)).toBeTruthy();
});

test.each([
  ["eleven char"],
  ["password1234"],
  ["aaaaaaaaaaaa"],
  ["123456789012"],
  [OLD],
  [`${"x".repeat(300)}`],
])("%s is no new password, with the right old one too", async (password) => {
  const who = await person();
  const here = await enter(who.email);
  await expect(change(who, here, { password })).rejects.toMatchObject({
    code: "invalid_input",
    field: "password",
  });
  expect(await enter(who.email)).toBeTruthy();
});

test("tries at the old password are counted, those made at one moment too, and only in that session", async () => {
  const who = await person();
  const [here, elsewhere] = [await enter(who.email), await enter(who.email)];
  const tries = Array.from({ length: 25 }, () => change(who, here, { oldPassword: "wrong" }));
  const codes = (await Promise.allSettled(tries)).map((one) =>
    one.status === "rejected" ? (one.reason as { code: string }).code : "in",
  );
  expect(codes.filter((code) => code === "invalid_input")).toHaveLength(ATTEMPTS.own.points);
  expect(codes.filter((code) => code === "rate_limited")).toHaveLength(25 - ATTEMPTS.own.points);
  await expect(change(who, here)).rejects.toMatchObject({ code: "rate_limited" });
  expect(await change(who, elsewhere)).toEqual({ ended: 1 });
});

test("two changes at once: one stands", async () => {
  const who = await person();
  const here = await enter(who.email);
  const passwords = [NEW, "nine white sails far away"];
  const outcomes = await Promise.allSettled(passwords.map((password) => change(who, here, { password })));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = passwords[outcomes.findIndex(({ status }) => status === "fulfilled")];
  expect(await enter(who.email, winner)).toBeTruthy();
});

test("sessions are told by browser, system and a shortened network; over ones and other people's aren't there", async () => {
  const who = await person();
  const visit = { requestId: "r", address: "203.0.113.77", isThisMachine: false, agent: FIREFOX };
  const here = await duringVisit(visit, () => enter(who.email));
  const other = await duringVisit({ ...visit, address: "2001:db8:1:2::/64", agent: null }, () =>
    enter(who.email),
  );
  await enter((await person()).email);
  const gone = await enter(who.email);
  await database().session.update({
    where: { id: gone },
    data: { lastSeenAt: new Date("2026-11-21T08:00Z") },
  });
  const listed = await ownSessions(who.id, here, NOW);
  expect(listed.map(({ id, isHere }) => [id, isHere])).toEqual([
    [here, true],
    [other, false],
  ]);
  expect(listed[0]).toMatchObject({ browser: "Firefox", system: "Linux", network: "203.0.113.0/24" });
  expect(listed[1]).toMatchObject({ browser: null, system: null });
  expect(JSON.stringify(await database().session.findMany())).not.toMatch(/113\.77|140\.0|Mozilla/);
});

test("one ends one's own session, nobody else's, and all others at once", async () => {
  const [who, somebody] = [await person(), await person()];
  const [here, other, third] = [await enter(who.email), await enter(who.email), await enter(who.email)];
  const theirs = await enter(somebody.email);
  await endSession(who, { sessionId: other }, at);
  expect(await actorOfSession(other, NOW)).toBeNull();
  await expect(endSession(who, { sessionId: other }, at)).rejects.toMatchObject({ code: "conflict" });
  await expect(endSession(who, { sessionId: theirs }, at)).rejects.toMatchObject({ code: "conflict" });
  await expect(endSession(admin, { sessionId: theirs }, at)).rejects.toMatchObject({ code: "conflict" });
  expect(await actorOfSession(theirs, NOW)).not.toBeNull();
  expect(await endOthers(who, { here }, at)).toEqual({ ended: 1 });
  expect(await actorOfSession(third, NOW)).toBeNull();
  expect(await actorOfSession(here, NOW)).not.toBeNull();
  expect(await actorOfSession(theirs, NOW)).not.toBeNull();
});

test("the security log has what was done and what was refused, and nothing that was typed", async () => {
  const who = await person();
  const here = await enter(who.email);
  await expect(change(who, here, { oldPassword: "a wrong one of mine" })).rejects.toThrow();
  await expect(setRole(who, { userId: who.id, revision: 1, role: "ADMIN" }, at)).rejects.toThrow();
  await change(who, here);
  await endOthers(who, { here }, at);
  const events = await database().securityEvent.findMany({
    where: { actorId: who.id },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ kind, detail }) => [kind, detail])).toEqual(
    expect.arrayContaining([
      ["signInFailed", "oldPassword"],
      ["refused", "person.setRole"],
      ["passwordChanged", "person.changePassword"],
      ["sessionEnded", "account.endOthers"],
    ]),
  );
  expect(JSON.stringify(events)).not.toMatch(/wrong one|lamps|mills|example\.org/);
});

test("links are told when they are made and used; one that opens nothing as often as a stranger may ask", async () => {
  const who = await person();
  const { token } = await passwordLink(admin, { userId: who.id }, at);
  await setPassword({ token, password: NEW }, at);
  const visit = { requestId: "r", address: "198.51.100.9", isThisMachine: false, agent: null };
  await duringVisit(visit, async () => {
    for (let n = 0; n < 70; n += 1) {
      await expect(setPassword({ token, password: NEW }, at)).rejects.toMatchObject({ code: "conflict" });
    }
  });
  const events = await database().securityEvent.findMany({
    where: { personId: who.id },
    orderBy: { id: "asc" },
  });
  const told = events.map(({ kind, detail, actorId }) => [kind, detail, actorId]);
  expect(told.slice(0, 4)).toEqual([
    ["linkUsed", "JOIN", who.id],
    ["linkMade", "person.passwordLink", admin.id],
    ["linkUsed", "PASSWORD", who.id],
    ["passwordChanged", "person.setPassword", who.id],
  ]);
  expect(told.slice(4)).toEqual(Array(60).fill(["badToken", "link", null]));
  expect(JSON.stringify(events)).not.toContain(token);
});
