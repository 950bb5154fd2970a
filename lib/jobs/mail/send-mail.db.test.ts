import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database } from "#lib/db/core/client";
import { disablePerson } from "#lib/desk/people/accounts";
import { invitePerson, renewInvitation, withdrawInvitation } from "#lib/desk/people/invitations";
import { acceptInvitation, createSetUpLink } from "#lib/desk/people/joining";
import { passwordLink, setPassword } from "#lib/desk/people/passwords";
import type { Actor } from "#lib/domain/actor";
import { mailingTasks } from "#lib/jobs/tasks";
import { workshop } from "#lib/jobs/testing/workshop";

/** Links that go to their person by mail, through the queue, to a real server on 127.0.0.1. */

const { work } = workshop();
const NOW = new Date();
const at = { now: NOW };
const PASSWORD = "three green lamps burn";
const FROM = "Onrecord <onrecord@example.org>";

let admin: Actor;
let server: SMTPServer;
let refusal: Error | null = null;
let mails: { from: string; to: string[]; text: string }[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onRcptTo: (_, __, done) => done(refusal),
    onData: (stream, session, done) => {
      let text = "";
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? "" : mailFrom.address;
        // Quoted-printable breaks long lines with = at their end.
        mails.push({ from, to: rcptTo.map(({ address }) => address), text: text.replace(/=\r\n/g, "") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const token = String(await createSetUpLink(NOW));
  const person = { token, name: "Admin A", email: "admin-a@example.org", password: PASSWORD };
  const { userId } = await acceptInvitation(person, at);
  admin = { id: userId, name: "Admin A", role: "ADMIN", provedAt: NOW };
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  mails = [];
  refusal = null;
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.stubEnv("ONRECORD_SMTP_URL", url());
  vi.stubEnv("ONRECORD_SEALING_KEY", "a key for tests alone, which is long enough");
});
afterEach(() => vi.unstubAllEnvs());

// A server that listens on a port has an address with a port.
const url = () => `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
const deliver = () => work(mailingTasks({ smtpUrl: url(), from: FROM, origin: "https://onrecord.example" }));
const jobs = () =>
  database().$queryRaw<{ payload: unknown; attempts: number; last_error: string | null }[]>`
    SELECT payload, attempts, last_error FROM graphile_worker._private_jobs`;
const tokenIn = (text: string) => /https:\/\/onrecord\.example\/join\/([\w-]{43})/.exec(text)?.[1] ?? "";

test("an invitation goes to its person by mail, and whoever made it doesn't see it", async () => {
  const made = await invitePerson(admin, { email: "new@example.org", role: "EDITOR" }, at);
  expect(made).toEqual({ invitationId: expect.any(String), token: null, mailedTo: "new@example.org" });
  await deliver();
  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail).toMatchObject({ from: "onrecord@example.org", to: ["new@example.org"] });
  expect(mail?.text).toMatch(/Subject: You are invited to Onrecord/);
  expect(mail?.text).toMatch(/Admin A invited you to Onrecord as an editor/);
  expect(mail?.text).toMatch(/Auto-Submitted: auto-generated/i);
  const token = tokenIn(mail?.text ?? "");
  const joined = { token, name: "New", email: "new@example.org", password: PASSWORD };
  expect(await acceptInvitation(joined, at)).toMatchObject({ email: "new@example.org" });
  expect(await jobs()).toEqual([]);
});

test("so does a link for a new password", async () => {
  const { id } = await database().user.findUniqueOrThrow({ where: { email: "new@example.org" } });
  expect(await passwordLink(admin, { userId: id }, at)).toMatchObject({
    token: null,
    mailedTo: "new@example.org",
  });
  await deliver();
  const token = tokenIn(mails[0]?.text ?? "");
  await setPassword({ token, password: "seven brown mills turn slowly" }, at);
  expect(mails.map(({ to }) => to)).toEqual([["new@example.org"]]);
});

test("the queue holds no token that anybody could use, and neither does an error", async () => {
  refusal = Object.assign(new Error("come back later"), { responseCode: 451 });
  await invitePerson(admin, { email: "later@example.org", role: "EDITOR" }, at);
  await deliver();
  const [job] = await jobs();
  expect(job).toMatchObject({ attempts: 1, last_error: expect.stringContaining("come back later") });
  refusal = null;
  await database().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
  await deliver();
  const token = tokenIn(mails[0]?.text ?? "");
  expect(token).toHaveLength(43);
  expect(JSON.stringify(job)).not.toContain(token);
  expect(await jobs()).toEqual([]);
});

test("a server that isn't there is tried again", async () => {
  await invitePerson(admin, { email: "away@example.org", role: "EDITOR" }, at);
  await work(mailingTasks({ smtpUrl: "smtp://127.0.0.1:1", from: FROM, origin: "https://onrecord.example" }));
  expect(await jobs()).toEqual([expect.objectContaining({ attempts: 1 })]);
  await database().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now()`;
  await deliver();
  expect(mails.map(({ to }) => to)).toEqual([["away@example.org"]]);
});

test("a link that was withdrawn, made anew, used or whose person is out isn't sent any more", async () => {
  const withdrawn = await invitePerson(admin, { email: "withdrawn@example.org", role: "EDITOR" }, at);
  await withdrawInvitation(admin, { invitationId: withdrawn.invitationId }, at);
  const first = await invitePerson(admin, { email: "twice@example.org", role: "EDITOR" }, at);
  await renewInvitation(admin, { invitationId: first.invitationId }, at);
  const { id, revision } = await database().user.findUniqueOrThrow({ where: { email: "new@example.org" } });
  await passwordLink(admin, { userId: id }, at);
  await disablePerson(admin, { userId: id, revision, reason: "Left" }, at);
  await deliver();
  expect(mails.map(({ to }) => to)).toEqual([["twice@example.org"]]);
});

test("an act that was refused sends nothing", async () => {
  await expect(invitePerson(admin, { email: "admin-a@example.org", role: "EDITOR" }, at)).rejects.toThrow();
  const editor = { id: admin.id, name: "E", role: "EDITOR" } as const;
  await expect(invitePerson(editor, { email: "x@example.org", role: "EDITOR" }, at)).rejects.toThrow();
  await deliver();
  expect(mails).toEqual([]);
});

test("without mail set up all is as it was: the link is shown once, and nothing is sent", async () => {
  vi.stubEnv("ONRECORD_SMTP_URL", "");
  const made = await invitePerson(admin, { email: "shown@example.org", role: "EDITOR" }, at);
  expect(made).toMatchObject({ token: expect.stringMatching(/^[\w-]{43}$/), mailedTo: null });
  expect(await jobs()).toEqual([]);
});

test("over a connection that isn't encrypted nothing is sent to another machine", async () => {
  await invitePerson(admin, { email: "plain@example.org", role: "EDITOR" }, at);
  // The same server by a name that isn't this machine's own.
  const { port } = new URL(url());
  await work(
    mailingTasks({ smtpUrl: `smtp://127.0.0.2:${port}`, from: FROM, origin: "https://onrecord.example" }),
  );
  expect(mails).toEqual([]);
});
