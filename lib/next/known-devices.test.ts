import { encode } from "next-auth/jwt";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { devicesIn, deviceToken } from "./known-devices";

const SECRET = "a secret for tests alone, long enough";
const person = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

beforeEach(() => vi.stubEnv("NEXTAUTH_SECRET", SECRET));
afterEach(() => vi.unstubAllEnvs());

test("a browser stays known to whoever signed in with it, by one mark, and to several people", async () => {
  const first = await devicesIn(await deviceToken(new Map(), person(1), SECRET));
  const mark = first.get(person(1));
  expect(mark).toMatch(/^[\w-]{22}$/);
  const both = await devicesIn(await deviceToken(first, person(2), SECRET));
  expect([...both.keys()]).toEqual([person(1), person(2)]);
  expect((await devicesIn(await deviceToken(both, person(1), SECRET))).get(person(1))).toBe(mark);
  expect(both.get(person(2))).not.toBe(mark);
});

test("of six people the first is forgotten", async () => {
  let known: ReadonlyMap<string, string> = new Map();
  for (let n = 1; n <= 6; n += 1) known = await devicesIn(await deviceToken(known, person(n), SECRET));
  expect([...known.keys()]).toEqual([2, 3, 4, 5, 6].map(person));
});

test("nobody makes one up: not with another secret, not from a session's cookie, not by changing it", async () => {
  const token = await deviceToken(new Map(), person(1), SECRET);
  const known = { known: [[person(1), "a mark"]] };
  for (const forged of [
    undefined,
    "",
    "x",
    `${token.slice(0, -3)}abc`,
    await deviceToken(new Map(), person(1), "another secret, which is long enough"),
    await encode({ token: known, secret: SECRET }),
    await encode({ token: known, secret: SECRET, salt: "onrecord-device", maxAge: -60 }),
    await encode({ token: { known: [["x", 7]] }, secret: SECRET, salt: "onrecord-device" }),
  ]) {
    expect(await devicesIn(forged)).toEqual(new Map());
  }
});
