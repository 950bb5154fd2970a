import * as argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { hashPassword, passwordMatches } from "./passwords";
import { actorOfSession, endSession, signIn } from "./sessions";

// The real functions, watched: what is asserted is that a hash is computed, not how long it took.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return { ...real, verify: vi.fn(real.verify) };
});

const NOW = new Date("2026-11-23T09:00:00Z");
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000);
const PASSWORD = "three green lamps burn";
const EMAIL = "editor-b@example.org";
const from = (client: string, now = NOW) => ({ client, now });

let close: () => Promise<void>;
let userId: string;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const passwordHash = await hashPassword(PASSWORD);
  const user = await database().user.create({
    data: { email: EMAIL, name: "Editor B", role: "EDITOR", passwordHash },
  });
  userId = user.id;
});
afterAll(async () => {
  await disconnect();
  await close();
});
beforeEach(async () => {
  await database().rateLimit.deleteMany({});
  vi.mocked(argon2.verify).mockClear();
});

test("a right pair opens a session; a wrong one doesn't", async () => {
  const session = await signIn({ email: EMAIL, password: PASSWORD }, from("a"));
  expect(await actorOfSession(session, NOW)).toEqual({
    id: userId,
    name: "Editor B",
    role: "EDITOR",
    provedAt: NOW,
  });
  expect(await signIn({ email: EMAIL, password: `${PASSWORD} ` }, from("a"))).toBeNull();
  expect(await signIn({ email: EMAIL, password: "" }, from("a"))).toBeNull();
});

test.each([["nobody@example.org"], [""]])(
  "for %j, whom nobody knows, a hash is computed too",
  async (email) => {
    expect(await signIn({ email, password: PASSWORD }, from("a"))).toBeNull();
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    expect(vi.mocked(argon2.verify).mock.calls[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  },
);

test("for somebody disabled a hash is computed too, and the right password is wrong", async () => {
  await database().user.update({ where: { id: userId }, data: { disabledAt: NOW } });
  expect(await signIn({ email: EMAIL, password: PASSWORD }, from("a"))).toBeNull();
  expect(argon2.verify).toHaveBeenCalledTimes(1);
  await database().user.update({ where: { id: userId }, data: { disabledAt: null } });
});

test("a composed and a decomposed letter are one password", async () => {
  expect(await passwordMatches(await hashPassword("café on the corner"), "cafe\u0301 on the corner")).toBe(
    true,
  );
});

test("a session ends after a day without a request, after seven days with, and when it is ended", async () => {
  const opened = String(await signIn({ email: EMAIL, password: PASSWORD }, from("a")));
  expect(await actorOfSession(opened, hours(23))).not.toBeNull();
  expect(await actorOfSession(opened, hours(46))).not.toBeNull();
  expect(await actorOfSession(opened, hours(71))).toBeNull();

  const busy = String(await signIn({ email: EMAIL, password: PASSWORD }, from("a")));
  for (let hour = 20; hour < 168; hour += 20) expect(await actorOfSession(busy, hours(hour))).not.toBeNull();
  expect(await actorOfSession(busy, hours(168))).toBeNull();

  const ended = String(await signIn({ email: EMAIL, password: PASSWORD }, from("a")));
  await endSession(ended);
  expect(await actorOfSession(ended, NOW)).toBeNull();
});

test.each([null, undefined, "", "x", 7, "00000000-0000-4000-8000-000000000000"])(
  "%j is no session",
  async (id) => {
    expect(await actorOfSession(id, NOW)).toBeNull();
  },
);

test("a session whose person is disabled is over, even where its row still stands", async () => {
  const session = await signIn({ email: EMAIL, password: PASSWORD }, from("a"));
  await database().user.update({ where: { id: userId }, data: { disabledAt: NOW } });
  expect(await actorOfSession(session, NOW)).toBeNull();
  await database().user.update({ where: { id: userId }, data: { disabledAt: null } });
  expect(await actorOfSession(session, NOW)).toMatchObject({ id: userId });
});

test("being seen is noted", async () => {
  const session = await signIn({ email: EMAIL, password: PASSWORD }, from("a"));
  await actorOfSession(session, hours(2));
  const user = await database().user.findUniqueOrThrow({ where: { id: userId } });
  expect(user.lastSeenAt).toEqual(hours(2));
});

test("a right password wipes this client's wrong ones, and costs nobody a try", async () => {
  for (let n = 0; n < 9; n += 1) await signIn({ email: EMAIL, password: "wrong" }, from("a"));
  expect(await signIn({ email: EMAIL, password: PASSWORD }, from("a"))).not.toBeNull();
  for (let n = 0; n < 9; n += 1) {
    expect(await signIn({ email: EMAIL, password: "wrong" }, from("a"))).toBeNull();
  }
  const points = (await database().rateLimit.findMany()).map((row) => row.points).sort((a, b) => a - b);
  expect(points).toEqual([9, 18, 18, 18]);
});

test("neither addresses nor clients are kept as they were typed", async () => {
  await signIn({ email: "my password by mistake", password: "x" }, from("203.0.113.7"));
  expect(JSON.stringify(await database().rateLimit.findMany())).not.toMatch(/mistake|203\.0/);
});
