import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { seal, unseal } from "#lib/db/core/sealed";
import { peoplePage } from "#lib/db/people/people";
import { factorPage } from "#lib/db/people/second-factors";
import { takeSecondStep } from "#lib/db/people/second-step";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { proveStep, stepView } from "#lib/db/people/sign-in-steps";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import {
  withApp as appOf,
  appWith,
  PASSWORD,
  type Someone,
  someone,
  stepOf as stepAt,
} from "#lib/desk/testing/second-factors";
import type { Actor, Role } from "#lib/domain/actor";
import * as words from "#lib/words";
import { disablePerson } from "./accounts";
import {
  beginAuthenticator,
  confirmAuthenticator,
  newRecoveryCodes,
  removeAuthenticatorOf,
  requireSecondFactor,
} from "./second-factor";

const NOW = new Date("2026-11-23T09:00:10Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const say = words.secondFactor.errors;
const from = (now: Date) => ({ client: "203.0.113.7", now });

let close: () => Promise<void>;
let admin: Someone;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  admin = await person("ADMIN");
});
afterAll(async () => {
  await disconnect();
  await close();
});
beforeEach(async () => {
  await database().rateLimit.deleteMany({});
  await database().signInRule.deleteMany({});
});

const person = someone;
const withApp = (role?: Role) => appOf(NOW, role);
const stepOf = (who: Someone, now = NOW) => stepAt(who, now);

const sessionsOf = (who: Actor) => database().session.count({ where: { userId: who.id } });

describe("setting it up", () => {
  test("nothing is asked before a code of the app was shown, and a wrong one turns nothing on", async () => {
    const who = await person();
    await beginAuthenticator(who, {}, { now: NOW });
    const { waiting } = await factorPage(who, NOW);
    expect(waiting?.address).toMatch(/^otpauth:\/\/totp\/Onrecord:person-[0-9a-f]+%40example\.org\?/);
    expect(waiting?.text).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    await expect(confirmAuthenticator(who, { code: "000000" }, { now: NOW })).rejects.toMatchObject({
      field: "code",
    });
    expect(await signIn({ email: who.email, password: PASSWORD }, from(NOW))).toEqual(expect.any(String));
    expect(await factorPage(who, NOW)).toMatchObject({ isOn: false, codesLeft: 0 });
  });

  test("gives ten recovery codes, and is told to nobody else", async () => {
    const { who, codes } = await withApp();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
    expect(await factorPage(who, NOW)).toMatchObject({ isOn: true, codesLeft: 10, waiting: null });
    expect((await peoplePage(NOW)).people.find(({ id }) => id === who.id)).toMatchObject({
      hasSecondFactor: true,
    });
  });

  test("a secret is shown for an hour, and the next one takes its place", async () => {
    const who = await person();
    await beginAuthenticator(who, {}, { now: NOW });
    const first = (await factorPage(who, NOW)).waiting;
    expect((await factorPage(who, later(3601))).waiting).toBeNull();
    await beginAuthenticator(who, {}, { now: NOW });
    const second = (await factorPage(who, NOW)).waiting;
    const old = appWith(String(first?.text))(NOW);
    await expect(confirmAuthenticator(who, { code: old }, { now: NOW })).rejects.toMatchObject({
      message: say.wrongNewCode,
    });
    await confirmAuthenticator(who, { code: appWith(String(second?.text))(NOW) }, { now: NOW });
    await expect(beginAuthenticator(who, {}, { now: NOW })).rejects.toMatchObject({ message: say.isOn });
  });

  test("neither a secret nor a code is in the database or the history as it is", async () => {
    const who = await person();
    await beginAuthenticator(who, {}, { now: NOW });
    const secret = String((await factorPage(who, NOW)).waiting?.text).replaceAll(" ", "");
    const { codes } = await confirmAuthenticator(who, { code: appWith(secret)(NOW) }, { now: NOW });
    const stored = JSON.stringify([
      await database().authenticator.findMany(),
      await database().recoveryCode.findMany(),
      await database().auditPayload.findMany({ select: { payload: true } }),
      await database().signInStep.findMany(),
    ]);
    expect(stored).not.toContain(secret);
    for (const code of codes) {
      expect(stored).not.toContain(code);
      expect(stored).not.toContain(code.replaceAll("-", ""));
    }
  });
});

describe("what is sealed", () => {
  test("is opened by its owner's row alone, unchanged, and with the same key", () => {
    const sealed = seal("a secret", "one");
    expect(unseal(sealed, "one")).toBe("a secret");
    expect(seal("a secret", "one")).not.toBe(sealed);
    expect(() => unseal(sealed, "another")).toThrow(say.otherKey);
    const [form, nonce, body, tag] = sealed.split(".");
    for (const wrong of [
      `2.${nonce}.${body}.${tag}`,
      `${form}.${nonce}.${body}.`,
      `${form}.${nonce}.${Buffer.from("another").toString("base64url")}.${tag}`,
      "",
    ]) {
      expect(() => unseal(wrong, "one")).toThrow(say.otherKey);
    }
    vi.stubEnv("ONRECORD_SEALING_KEY", "another key, which is long enough as well");
    expect(() => unseal(sealed, "one")).toThrow(say.otherKey);
    vi.stubEnv("ONRECORD_SEALING_KEY", "");
    expect(() => unseal(sealed, "one")).toThrow(say.noKey);
    vi.unstubAllEnvs();
  });
});

describe("signing in", () => {
  test("takes the password and then a code; before both there is no session", async () => {
    const { who, app } = await withApp();
    const token = await stepOf(who);
    expect(await sessionsOf(who)).toBe(0);
    expect(await stepView(token, NOW)).toMatchObject({ next: "code", person: { id: who.id } });
    const session = await takeSecondStep({ token, code: app(NOW) }, from(NOW));
    expect(await actorOfSession(session, NOW)).toMatchObject({ id: who.id });
    expect(await stepView(token, NOW)).toBeNull();
  });

  test("a wrong password leads to no second step", async () => {
    const { who } = await withApp();
    expect(await signIn({ email: who.email, password: "wrong" }, from(NOW))).toBeNull();
    expect(await database().signInStep.count({ where: { userId: who.id } })).toBe(0);
  });

  test.each([
    ["one", -30, true],
    ["this", 0, true],
    ["the next", 30, true],
    ["two before", -60, false],
    ["two after", 60, false],
  ])("the code of %s step: %i seconds", async (_, seconds, isRight) => {
    const { who, app } = await withApp();
    const session = await takeSecondStep({ token: await stepOf(who), code: app(later(seconds)) }, from(NOW));
    expect(session !== null).toBe(isRight);
  });

  test("a code is taken once, and none that is older than it", async () => {
    const { who, app } = await withApp();
    expect(await takeSecondStep({ token: await stepOf(who), code: app(NOW) }, from(NOW))).not.toBeNull();
    const token = await stepOf(who);
    expect(await takeSecondStep({ token, code: app(NOW) }, from(later(5)))).toBeNull();
    expect(await takeSecondStep({ token, code: app(later(-30)) }, from(later(5)))).toBeNull();
    expect(await takeSecondStep({ token, code: app(later(30)) }, from(later(5)))).not.toBeNull();
  });

  test("the code that turned it on doesn't sign in", async () => {
    const { who, app } = await withApp();
    const then = later(-120);
    const token = await stepOf(who, then);
    expect(await takeSecondStep({ token, code: app(then) }, from(then))).toBeNull();
  });

  test("a code that is sent ten times at once lets one in", async () => {
    const { who, app } = await withApp();
    const tokens = await Promise.all(Array.from({ length: 5 }, () => stepOf(who)));
    const tries = tokens.map((token) => takeSecondStep({ token, code: app(NOW) }, from(NOW)));
    const sessions = (await Promise.all(tries)).filter((one) => one !== null);
    expect(sessions).toHaveLength(1);
  });

  test("another person's code, password's way or recovery code is of no use", async () => {
    const [a, b] = [await withApp(), await withApp()];
    const token = await stepOf(a.who);
    expect(await takeSecondStep({ token, code: b.app(NOW) }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token, code: b.codes[0] }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token, code: "" }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token }, from(NOW))).toBeNull();
    expect(await factorPage(b.who, NOW)).toMatchObject({ codesLeft: 10 });
  });

  test.each(["", "x", "0".repeat(43)])("%j leads nowhere", async (token) => {
    await expect(takeSecondStep({ token, code: "123456" }, from(NOW))).rejects.toMatchObject({
      code: "not_signed_in",
    });
  });

  test("the way ends after a quarter of an hour, and with a disabling, for good", async () => {
    const { who, app } = await withApp();
    const gone = { code: "not_signed_in", message: say.stepOver };
    const slow = await stepOf(who);
    const end = later(15 * 60);
    await expect(takeSecondStep({ token: slow, code: app(end) }, from(end))).rejects.toMatchObject(gone);

    const token = await stepOf(who);
    const { revision } = await database().user.findUniqueOrThrow({ where: { id: who.id } });
    await disablePerson(admin, { userId: who.id, revision, reason: "Left." }, { now: NOW });
    await expect(takeSecondStep({ token, code: app(NOW) }, from(NOW))).rejects.toMatchObject(gone);
    await database().user.update({ where: { id: who.id }, data: { disabledAt: null } });
    await expect(takeSecondStep({ token, code: app(NOW) }, from(NOW))).rejects.toMatchObject(gone);
  });

  test("ten wrong codes, and the right one is refused, wherever it comes from; the password's tries stay counted", async () => {
    const { who, app } = await withApp();
    const token = await stepOf(who);
    for (let n = 0; n < 10; n += 1) {
      const wrong = takeSecondStep({ token, code: "000000" }, { client: `client-${n}`, now: NOW });
      expect(await wrong).toBeNull();
    }
    const right = takeSecondStep({ token, code: app(NOW) }, { client: "another", now: NOW });
    await expect(right).rejects.toMatchObject({ code: "rate_limited" });
    // A new first step gives no new tries, and counts as one itself.
    const again = await stepOf(who);
    await expect(takeSecondStep({ token: again, code: app(NOW) }, from(NOW))).rejects.toMatchObject({
      code: "rate_limited",
    });
    for (let n = 0; n < 8; n += 1) await stepOf(who);
    await expect(signIn({ email: who.email, password: PASSWORD }, from(NOW))).rejects.toMatchObject({
      code: "rate_limited",
    });
  });

  test("where the key is another one, codes can't be checked, and recovery codes work", async () => {
    const { who, app, codes } = await withApp();
    const token = await stepOf(who);
    vi.stubEnv("ONRECORD_SEALING_KEY", "another key, which is long enough as well");
    await expect(takeSecondStep({ token, code: app(NOW) }, from(NOW))).rejects.toMatchObject({
      code: "unavailable",
    });
    expect(await takeSecondStep({ token, code: codes[0] }, from(NOW))).not.toBeNull();
    vi.unstubAllEnvs();
  });
});

describe("recovery codes", () => {
  test("each works once, however it is typed, and the history says so", async () => {
    const { who, codes } = await withApp();
    const [first = "", second = ""] = codes;
    const typed = `  ${first.toUpperCase().replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l")} `;
    expect(await takeSecondStep({ token: await stepOf(who), code: typed }, from(NOW))).not.toBeNull();
    expect(await takeSecondStep({ token: await stepOf(who), code: first }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token: await stepOf(who), code: second }, from(NOW))).not.toBeNull();
    expect(await factorPage(who, NOW)).toMatchObject({ codesLeft: 8 });
    const { changes } = await peoplePage(NOW);
    const told = changes.filter((change) => change.actorName === who.name);
    expect(told.map(({ action }) => action)).toEqual([
      "person.useRecoveryCode",
      "person.useRecoveryCode",
      "person.setUpFactor",
    ]);
  });

  test("sent several times at once, one lets one in", async () => {
    const { who, codes } = await withApp();
    const tokens = await Promise.all(Array.from({ length: 4 }, () => stepOf(who)));
    const tries = tokens.map((token) => takeSecondStep({ token, code: codes[0] }, from(NOW)));
    expect((await Promise.all(tries)).filter((one) => one !== null)).toHaveLength(1);
  });

  test("made anew, the old ones stop working", async () => {
    const { who, codes } = await withApp();
    const { codes: fresh } = await newRecoveryCodes(who, {}, { now: NOW });
    expect(fresh).toHaveLength(10);
    expect(await takeSecondStep({ token: await stepOf(who), code: codes[1] }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token: await stepOf(who), code: fresh[1] }, from(NOW))).not.toBeNull();
  });

  test("are made for nobody without a second factor", async () => {
    await expect(newRecoveryCodes(await person(), {}, { now: NOW })).rejects.toMatchObject({
      message: say.isOff,
    });
  });

  test("a stored one can't be taken back or changed", async () => {
    const { who } = await withApp();
    await database().recoveryCode.updateMany({ where: { userId: who.id }, data: { usedAt: NOW } });
    const back = database().recoveryCode.updateMany({ where: { userId: who.id }, data: { usedAt: null } });
    await expect(back).rejects.toThrow(/used once/);
    const older = database().authenticator.update({ where: { userId: who.id }, data: { lastStep: 1 } });
    await expect(older).rejects.toThrow(/taken once/);
    const plain = database().authenticator.update({
      where: { userId: who.id },
      data: { secret: "JBSWY3DPEHPK3PXP" },
    });
    await expect(plain).rejects.toThrow();
  });
});

describe("turning it off", () => {
  test("takes the password and a code", async () => {
    const { who, app, codes } = await withApp();
    const off = (input: object) => removeAuthenticatorOf(who, input, { now: NOW });
    await expect(off({ password: "wrong", code: app(NOW) })).rejects.toMatchObject({ field: "password" });
    await expect(off({ password: PASSWORD, code: "000000" })).rejects.toMatchObject({ field: "code" });
    await expect(off({ password: PASSWORD, code: (await withApp()).codes[0] })).rejects.toMatchObject({
      field: "code",
    });
    await off({ password: PASSWORD, code: app(NOW) });
    expect(await factorPage(who, NOW)).toMatchObject({ isOn: false, codesLeft: 0 });
    expect(await signIn({ email: who.email, password: PASSWORD }, from(NOW))).not.toBeNull();
    expect(codes).toHaveLength(10);
    await expect(off({ password: PASSWORD, code: codes[0] })).rejects.toMatchObject({ message: say.isOff });
  });

  test("ends the use of its codes on a way that was open", async () => {
    const { who, app, codes } = await withApp();
    const token = await stepOf(who);
    await removeAuthenticatorOf(who, { password: PASSWORD, code: codes[0] }, { now: NOW });
    expect(await takeSecondStep({ token, code: app(NOW) }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token, code: codes[1] }, from(NOW))).toBeNull();
    expect(await takeSecondStep({ token }, from(NOW))).toBeNull();
  });

  test("ten wrong tries shut it for a while", async () => {
    const { who, app } = await withApp();
    const off = (password: string) => removeAuthenticatorOf(who, { password, code: app(NOW) }, { now: NOW });
    for (let n = 0; n < 10; n += 1) await expect(off("wrong")).rejects.toMatchObject({ field: "password" });
    await expect(off(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("is refused where the role needs it", async () => {
    const { who, app } = await withApp("CONTRIBUTOR");
    await requireSecondFactor(admin, { role: "CONTRIBUTOR", isNeeded: "yes" }, { now: NOW });
    const off = removeAuthenticatorOf(who, { password: PASSWORD, code: app(NOW) }, { now: NOW });
    await expect(off).rejects.toMatchObject({ message: say.isRequired });
    expect(await factorPage(who, NOW)).toMatchObject({ isOn: true, isRequired: true, codesLeft: 10 });
  });
});

describe("a role that needs it", () => {
  test("who has none is signed out, and sets it up on the way in; who has one stays", async () => {
    const without = await person("CONTRIBUTOR");
    const { who: having, app } = await withApp("CONTRIBUTOR");
    const other = await person("EDITOR");
    const enter = (who: Someone) => signIn({ email: who.email, password: PASSWORD }, from(NOW));
    const sessions = [
      await enter(without),
      await takeSecondStep({ token: await stepOf(having), code: app(NOW) }, from(NOW)),
      await enter(other),
    ];
    await requireSecondFactor(admin, { role: "CONTRIBUTOR", isNeeded: "yes" }, { now: NOW });
    const actors = await Promise.all(sessions.map((session) => actorOfSession(session, NOW)));
    expect(actors.map((actor) => actor?.id)).toEqual([undefined, having.id, other.id]);

    const token = await stepOf(without);
    expect(await stepView(token, NOW)).toMatchObject({ next: "setUp" });
    for (const code of [undefined, "000000", "abcd-efgh-jkmn-pqrs"]) {
      expect(await takeSecondStep({ token, code }, from(NOW))).toBeNull();
    }
    await beginAuthenticator(without, {}, { now: NOW });
    expect(await takeSecondStep({ token }, from(NOW))).toBeNull();
    const { waiting } = await factorPage(without, NOW);
    await confirmAuthenticator(without, { code: appWith(String(waiting?.text))(NOW) }, { now: NOW });
    expect(await takeSecondStep({ token }, from(NOW))).toBeNull(); // set up, and not by this way
    await proveStep(token, NOW);
    expect(await stepView(token, NOW)).toMatchObject({ next: "done" });
    const session = await takeSecondStep({ token }, from(NOW));
    expect(await actorOfSession(session, NOW)).toMatchObject({ id: without.id });
    await expect(takeSecondStep({ token }, from(NOW))).rejects.toMatchObject({ code: "not_signed_in" });
  });

  test("is an admin's act, in the history, and can be taken back", async () => {
    for (const role of ["EDITOR", "CONTRIBUTOR"] as const) {
      const refused = requireSecondFactor(
        await person(role),
        { role: "EDITOR", isNeeded: "yes" },
        { now: NOW },
      );
      await expect(refused).rejects.toMatchObject({ code: "not_allowed" });
    }
    const rule = (isNeeded: "yes" | "no") =>
      requireSecondFactor(admin, { role: "EDITOR", isNeeded }, { now: NOW });
    await rule("yes");
    await expect(rule("yes")).rejects.toMatchObject({ message: say.sameRule });
    expect(await peoplePage(NOW)).toMatchObject({ rolesThatNeedFactor: ["EDITOR"] });
    await rule("no");
    const { changes } = await peoplePage(NOW);
    expect(
      changes.slice(0, 2).map(({ action, payload }) => words.people.changes.sentence(action, "A", payload)),
    ).toEqual(["A no longer asks editors for a second factor", "A asks editors for a second factor"]);
    expect(await signIn({ email: (await person()).email, password: PASSWORD }, from(NOW))).not.toBeNull();
  });

  test("an admin without one can't lock themselves out", async () => {
    const rule = { role: "ADMIN", isNeeded: "yes" };
    await expect(requireSecondFactor(admin, rule, { now: NOW })).rejects.toMatchObject({
      message: say.yoursFirst,
    });
    const { who } = await withApp("ADMIN");
    await requireSecondFactor(who, rule, { now: NOW });
    expect(await database().session.count({ where: { userId: admin.id } })).toBe(0);
  });
});

test("the history of all this is whole", async () => {
  expect((await verifyRecord()).faults).toEqual([]);
});
