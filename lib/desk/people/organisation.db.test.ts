import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import type { Actor, Role } from "#lib/domain/actor";
import { OrganisationClaims } from "#lib/domain/organisation";
import { disablePerson, setRole } from "./accounts";
import { invitePerson, withdrawInvitation } from "./invitations";
import { acceptInvitation, createSetUpLink } from "./joining";
import { enterFromOrganisation } from "./organisation";
import { passwordLink, setPassword } from "./passwords";

/** What an organisation says of somebody, after the protocol was gone through (e2e/organisation.spec.ts). */

const NOW = new Date("2026-11-23T09:00:00Z");
const at = { now: NOW };
const PASSWORD = "three green lamps burn";
const ISSUER = "https://login.example.org";

let close: () => Promise<void>;
let admin: Actor;
let made = 0;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const token = String(await createSetUpLink(NOW));
  const person = { token, name: "Admin A", email: "admin-a@example.org", password: PASSWORD };
  const { userId } = await acceptInvitation(person, at);
  admin = { id: userId, name: "Admin A", role: "ADMIN", provedAt: NOW };
});
afterAll(async () => {
  await disconnect();
  await close();
});
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

async function invited(role: Role = "EDITOR") {
  made += 1;
  const email = `member-${made}@example.org`;
  const { token, invitationId } = await invitePerson(admin, { email, role }, at);
  return { email, name: `Member ${made}`, sub: `sub-${made}`, invitationId, token: String(token) };
}
type Invited = Awaited<ReturnType<typeof invited>>;

async function joined(role: Role = "EDITOR") {
  const who = await invited(role);
  const { token, name, email } = who;
  const { userId } = await acceptInvitation({ token, name, email, password: PASSWORD }, at);
  return { ...who, userId };
}

const enter = ({ email, name, sub }: Pick<Invited, "email" | "name" | "sub">, more: object = {}) =>
  enterFromOrganisation(
    OrganisationClaims.parse({ iss: ISSUER, sub, email, email_verified: true, name, ...more }),
    NOW,
  );

async function actorOf(entered: Awaited<ReturnType<typeof enter>>): Promise<Actor | null> {
  if ("refused" in entered || !("sessionId" in entered.way)) return null;
  return actorOfSession(entered.way.sessionId, NOW);
}

test("somebody who is here comes in by their verified address, with the role that they have here", async () => {
  const who = await joined("CONTRIBUTOR");
  const entered = await enter(
    { ...who, name: "Another Name" },
    { role: "ADMIN", email: who.email.toUpperCase() },
  );
  expect(await actorOf(entered)).toEqual({
    id: who.userId,
    name: who.name,
    role: "CONTRIBUTOR",
    provedAt: NOW,
  });
  expect(await signIn({ email: who.email, password: PASSWORD }, { client: "a", now: NOW })).not.toBeNull();
});

test("somebody who was invited gets the account of the invitation, which is spent by it", async () => {
  const who = await invited("EDITOR");
  expect(await actorOf(await enter(who))).toMatchObject({ name: who.name, role: "EDITOR" });
  await expect(
    acceptInvitation({ token: who.token, name: "Thief", email: who.email, password: PASSWORD }, at),
  ).rejects.toMatchObject({ code: "conflict" });
  expect(await actorOf(await enter(who))).toMatchObject({ name: who.name });
  expect(await database().user.count({ where: { email: who.email } })).toBe(1);
  const events = await database().auditEvent.findMany({ where: { action: "person.join" } });
  expect(events.length).toBeGreaterThan(0);
});

test.each([
  ["an address that isn't verified", { email_verified: false }],
  ["an address whose verification isn't told", { email_verified: undefined }],
  ["an address that is verified with a word that means nothing", { email_verified: "yes" }],
  ["no address", { email: undefined }],
  ["an address that is none", { email: "x" }],
])("%s opens nothing", async (_, more) => {
  const [here, waits] = [await joined(), await invited()];
  expect(await enter(here, more)).toEqual({ refused: "unverified" });
  expect(await enter(waits, more)).toEqual({ refused: "unverified" });
});

test("nobody who wasn't invited, whose invitation was withdrawn or has ended", async () => {
  expect(await enter({ email: "stranger@example.org", name: "S", sub: "s" })).toEqual({ refused: "unknown" });
  const who = await invited();
  await withdrawInvitation(admin, { invitationId: who.invitationId }, at);
  expect(await enter(who)).toEqual({ refused: "unknown" });
  const late = await invited();
  const claims = { iss: ISSUER, sub: late.sub, email: late.email, email_verified: true, name: late.name };
  const fourDays = new Date(NOW.getTime() + 4 * 86_400_000);
  expect(await enterFromOrganisation(OrganisationClaims.parse(claims), fourDays)).toEqual({
    refused: "unknown",
  });
});

test("an account belongs to the member who came first: their address given to somebody else opens nothing", async () => {
  const who = await joined();
  await enter(who);
  expect(await enter({ ...who, sub: "heir" })).toEqual({ refused: "other" });
  expect(await enter(who, { iss: "https://another.example.org" })).toEqual({ refused: "other" });
  // The member stays who they are under another address, and whatever the organisation says of that one.
  const moved = await enter(who, { email: "moved@example.org", email_verified: false });
  expect(await actorOf(moved)).toMatchObject({ id: who.userId });
});

test("a password that was set with a link makes the account its holder's again", async () => {
  const who = await joined();
  await enter(who);
  const { token } = await passwordLink(admin, { userId: who.userId }, at);
  await setPassword({ token, password: "seven brown mills turn slowly" }, at);
  expect(await actorOf(await enter({ ...who, sub: "anew" }))).toMatchObject({ id: who.userId });
  expect(await enter(who)).toEqual({ refused: "other" });
});

test("nobody who is disabled, and a session ends as others do", async () => {
  const who = await joined();
  const entered = await enter(who);
  const { revision } = await database().user.findUniqueOrThrow({ where: { id: who.userId } });
  await disablePerson(admin, { userId: who.userId, revision, reason: "Left" }, at);
  expect(await actorOf(entered)).toBeNull();
  expect(await enter(who)).toEqual({ refused: "closed" });
  const other = await joined();
  const session = await enter(other);
  await setRole(admin, { userId: other.userId, revision: 1, role: "CONTRIBUTOR" }, at);
  expect(await actorOf(session)).toBeNull();
  expect(await actorOf(await enter(other))).toMatchObject({ role: "CONTRIBUTOR" });
});

test.each(["", "Admin A", "A\u202edmin", "123", "x".repeat(200)])(
  "an invited person whom their organisation calls %j has to choose a name",
  async (name) => {
    const who = await invited();
    expect(await enter({ ...who, name })).toEqual({ refused: "name" });
    const { token, email } = who;
    const chosen = { token, name: who.name, email, password: PASSWORD };
    expect(await acceptInvitation(chosen, at)).toMatchObject({ email });
  },
);

test("who has to show a second factor shows it here too", async () => {
  const who = await joined();
  await database().signInRule.upsert({
    where: { role: "EDITOR" },
    create: { role: "EDITOR", needsSecondFactor: true },
    update: { needsSecondFactor: true },
  });
  expect(await enter(who)).toMatchObject({ userId: who.userId, way: { step: expect.any(String) } });
  await database().signInRule.update({ where: { role: "EDITOR" }, data: { needsSecondFactor: false } });
});

test("one invitation, twice at the same moment, is one account", async () => {
  const who = await invited();
  const entered = await Promise.all([enter(who), enter(who), enter({ ...who, sub: "other" })]);
  expect(await database().user.count({ where: { email: who.email } })).toBe(1);
  const people = new Set(entered.flatMap((one) => ("refused" in one ? [] : [one.userId])));
  expect(people.size).toBe(1);
});

test("the log has why somebody wasn't let in, and nothing of who they say they are", async () => {
  await enter({ email: "stranger@example.org", name: "Stranger Danger", sub: "s-1" });
  const events = await database().securityEvent.findMany({ where: { kind: "signInFailed" } });
  expect(events.map(({ detail }) => detail)).toContain("organisation unknown");
  expect(JSON.stringify(events)).not.toMatch(/stranger|s-1|login\.example/i);
});
