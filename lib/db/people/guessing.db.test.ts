import * as argon2 from "@node-rs/argon2";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { ATTEMPTS, clearAttempts } from "./attempts";
import { hashPassword } from "./passwords";
import { type SignInFrom, signIn } from "./sessions";

/** Whoever guesses passwords is slowed down, and nobody who is known here is kept out by them. */

// Counted, and done for real.
vi.mock("@node-rs/argon2", { spy: true });

const NOW = new Date("2026-11-23T09:00:00Z");
const PASSWORD = "three green lamps burn";
const EMAIL = "admin-a@example.org";
const address = (n: number) => `203.0.${Math.floor(n / 250)}.${n % 250}`;

let close: () => Promise<void>;
let userId: string;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const passwordHash = await hashPassword(PASSWORD);
  const user = await database().user.create({
    data: { email: EMAIL, name: "Admin A", role: "ADMIN", passwordHash },
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
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const from = (client: string, more: Partial<SignInFrom> = {}): SignInFrom => ({ client, now: NOW, ...more });
const known = () => ({ devices: new Map([[userId, "a mark of this browser"]]) });
const slowed = {
  code: "rate_limited",
  message: expect.stringMatching(/^Too many tries\. Try again in \d+ /),
};

/** What came of a try: `in`, `wrong` or `slowed`. */
async function outcome(email: string, password: string, where: SignInFrom): Promise<string> {
  try {
    return (await signIn({ email, password }, where)) === null ? "wrong" : "in";
  } catch (error) {
    expect(error).toMatchObject(slowed);
    return "slowed";
  }
}

async function outcomes(tries: number, one: (n: number) => Promise<string>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let start = 0; start < tries; start += 50) {
    const batch = Array.from({ length: Math.min(50, tries - start) }, (_, n) => one(start + n));
    for (const came of await Promise.all(batch)) counts[came] = (counts[came] ?? 0) + 1;
  }
  return counts;
}

describe("a thousand wrong passwords from a hundred addresses, for one account", () => {
  const attack = (tries = 100) =>
    outcomes(tries, (n) => outcome(EMAIL, `guess number ${n}`, from(address(n % 100))));

  test("are looked at as often as strangers may try, and the owner comes in on a known device", {
    timeout: 180_000,
  }, async () => {
    expect(await attack(1000)).toEqual({
      wrong: ATTEMPTS.account.points,
      slowed: 1000 - ATTEMPTS.account.points,
    });
    expect(argon2.verify).toHaveBeenCalledTimes(ATTEMPTS.account.points);
    expect(await outcome(EMAIL, PASSWORD, from("198.51.100.1"))).toBe("slowed");
    expect(await outcome(EMAIL, PASSWORD, from("198.51.100.1", known()))).toBe("in");
    // From one of the attacker's own addresses too: a newsroom's proxy that nobody trusts looks like that.
    expect(await outcome(EMAIL, PASSWORD, from(address(1), known()))).toBe("in");
  });

  test("don't keep the owner from signing in on the machine itself", async () => {
    await attack();
    expect(await outcome(EMAIL, PASSWORD, from("this machine", { isThisMachine: true }))).toBe("in");
  });

  test("are forgotten where a password was set with a link", async () => {
    await attack();
    await clearAttempts(EMAIL);
    expect(await outcome(EMAIL, PASSWORD, from(address(1)))).toBe("in");
  });

  test("end for the day at a hundred that were looked at, and tell when to come back", async () => {
    const dayBefore = ATTEMPTS.accountDay.points / ATTEMPTS.account.points;
    for (let window = 0; window < dayBefore; window += 1) {
      await attack(25);
      await database().rateLimit.deleteMany({ where: { key: { not: { contains: ":accountDay:" } } } });
    }
    expect(argon2.verify).toHaveBeenCalledTimes(ATTEMPTS.accountDay.points);
    await expect(signIn({ email: EMAIL, password: PASSWORD }, from("198.51.100.1"))).rejects.toMatchObject({
      message: expect.stringMatching(/Try again in (1\d|2[0-4]) hours/),
    });
    expect(await outcome(EMAIL, PASSWORD, from("198.51.100.1", known()))).toBe("in");
  });
});

test("sixty wrong ones through one address keep out strangers there, and nobody who is known", async () => {
  const tries = await outcomes(100, (n) => outcome(`guess-${n}@example.org`, "wrong", from("10.0.0.1")));
  expect(tries).toEqual({ wrong: ATTEMPTS.client.points, slowed: 100 - ATTEMPTS.client.points });
  expect(await outcome(EMAIL, PASSWORD, from("10.0.0.1"))).toBe("slowed");
  expect(await outcome(EMAIL, PASSWORD, from("10.0.0.1", known()))).toBe("in");
  expect(await outcome(EMAIL, PASSWORD, from("10.0.0.2"))).toBe("in");
});

test("one address that sprays two hundred accounts is slowed down", async () => {
  const tries = await outcomes(200, (n) => outcome(`person-${n}@example.org`, PASSWORD, from("10.0.0.1")));
  expect(tries).toEqual({ wrong: ATTEMPTS.client.points, slowed: 200 - ATTEMPTS.client.points });
});

test("a known device has its own count, and being known to one person is nothing at another's account", async () => {
  const mine = await outcomes(30, () => outcome(EMAIL, "wrong", from("10.0.0.1", known())));
  expect(mine).toEqual({ wrong: ATTEMPTS.device.points, slowed: 30 - ATTEMPTS.device.points });
  expect(await outcome(EMAIL, PASSWORD, from("10.0.0.1"))).toBe("in");
  const others = new Map([["00000000-0000-4000-8000-000000000000", "a mark of this browser"]]);
  const tries = await outcomes(30, () => outcome(EMAIL, "wrong", from("10.0.0.9", { devices: others })));
  expect(tries).toEqual({ wrong: ATTEMPTS.pair.points, slowed: 30 - ATTEMPTS.pair.points });
});

test("the machine itself is counted too", async () => {
  const here = from("this machine", { isThisMachine: true });
  const tries = await outcomes(30, () => outcome(EMAIL, "wrong", here));
  expect(tries).toEqual({ wrong: ATTEMPTS.pair.points, slowed: 30 - ATTEMPTS.pair.points });
});

test("an account that is there and one that isn't are answered alike, try by try, and cost a hash each", async () => {
  const answers = async (email: string) => {
    const said: string[] = [];
    for (let n = 0; n < 30; n += 1) {
      const tried = signIn({ email, password: "wrong" }, from(address(n)));
      said.push(await tried.then(String, (error: Error) => error.message));
    }
    return said;
  };
  const [there, nobody] = [await answers(EMAIL), await answers("nobody@example.org")];
  expect(nobody).toEqual(there);
  expect(new Set(there).size).toBe(2);
  expect(argon2.verify).toHaveBeenCalledTimes(2 * ATTEMPTS.account.points);
});

test("the log has each failure, whom it concerned where there is such an account, and the first of each row of refusals", async () => {
  const before = await database().securityEvent.count();
  await outcomes(40, (n) => outcome(EMAIL, "my secret guess", from(address(n))));
  await outcome("nobody-here@example.org", "my secret guess", from(address(90)));
  const events = (await database().securityEvent.findMany({ orderBy: { id: "asc" } })).slice(before);
  const told = (kind: string, detail: string, personId: string | null) =>
    events.filter((one) => one.kind === kind && one.detail === detail && one.personId === personId).length;
  expect(told("signInFailed", "password", userId)).toBe(ATTEMPTS.account.points);
  expect(told("slowed", "account", userId)).toBe(1);
  expect(told("signInFailed", "unknownAccount", null)).toBe(1);
  expect(events).toHaveLength(ATTEMPTS.account.points + 2);
  expect(JSON.stringify(events)).not.toMatch(/secret guess|nobody-here|203\.0/);
});
