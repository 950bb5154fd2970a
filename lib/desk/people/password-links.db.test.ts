import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { joinLink, openerOf, passwordLinkUsed, peoplePage } from "#lib/db/people/people";
import { factorPage } from "#lib/db/people/second-factors";
import { takeSecondStep } from "#lib/db/people/second-step";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { PASSWORD, type Someone, someone, stepOf, withApp } from "#lib/desk/testing/second-factors";
import * as words from "#lib/words";
import { letIn } from "./let-in";
import { confirmLinkUse, passwordLink, setPassword } from "./passwords";

/** Links that open another's account: what they ask for, whom they are told to, and the way in that is left to a sole admin. */

const NOW = new Date("2026-11-23T09:00:10Z");
const at = { now: NOW };
const from = { client: "203.0.113.7", now: NOW };
const NEW = "seven brown owls sleep";

let close: () => Promise<void>;
let admin: Someone;
beforeAll(async () => {
  ({ close } = await freshDatabase());
  admin = await someone("ADMIN");
});
afterAll(async () => {
  await disconnect();
  await close();
});
beforeEach(async () => {
  await database().rateLimit.deleteMany({});
});

const linkFor = async (who: Someone) => (await passwordLink(admin, { userId: who.id }, at)).token;
const canEnter = async (who: Someone, password: string) =>
  (await signIn({ email: who.email, password }, from).catch(() => "a second step")) !== null;

describe("a link for somebody with a second factor", () => {
  test("asks for a code, and opens nothing without", async () => {
    const { who, codes } = await withApp(NOW);
    const other = await withApp(NOW);
    const token = await linkFor(who);
    expect(await joinLink(String(token), NOW)).toMatchObject({ state: "open", needsCode: true });
    for (const code of [undefined, "", "000000", other.app(NOW), other.codes[0]]) {
      await expect(setPassword({ token, password: NEW, code }, at)).rejects.toMatchObject({ field: "code" });
    }
    expect(await joinLink(String(token), NOW)).toMatchObject({ state: "open" });
    expect(await canEnter(who, NEW)).toBe(false);
    expect(await canEnter(who, PASSWORD)).toBe(true);
    expect(await factorPage(who, NOW)).toMatchObject({ codesLeft: codes.length });
    expect(await passwordLinkUsed(who.id)).toBeNull();
  });

  test.each(["a code of the app", "a recovery code"])("with %s it signs in at once, once", async (kind) => {
    const { who, app, codes } = await withApp(NOW);
    const code = kind === "a recovery code" ? codes[3] : app(NOW);
    const { step } = await setPassword({ token: await linkFor(who), password: NEW, code }, at);
    const session = await takeSecondStep({ token: String(step) }, from);
    expect(await actorOfSession(session, NOW)).toMatchObject({ id: who.id });
    await expect(takeSecondStep({ token: String(step) }, from)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    const again = { token: await linkFor(who), password: PASSWORD, code };
    await expect(setPassword(again, at)).rejects.toMatchObject({ field: "code" });
  });

  test("shuts after ten wrong codes, the right one too", async () => {
    const { who, app } = await withApp(NOW);
    const token = await linkFor(who);
    for (let n = 0; n < 10; n += 1) {
      const wrong = setPassword({ token, password: NEW, code: "000000" }, at);
      await expect(wrong).rejects.toMatchObject({ field: "code" });
    }
    const right = setPassword({ token, password: NEW, code: app(NOW) }, at);
    await expect(right).rejects.toMatchObject({ code: "rate_limited" });
  });

  test("lets in whom wrong codes had shut out, and ends the ways that were open", async () => {
    const { who, app, codes } = await withApp(NOW);
    const old = await stepOf(who, NOW);
    for (let n = 0; n < 9; n += 1) expect(await takeSecondStep({ token: old, code: "1" }, from)).toBeNull();
    await setPassword({ token: await linkFor(who), password: NEW, code: codes[0] }, at);
    await expect(takeSecondStep({ token: old, code: app(NOW) }, from)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    const next = await signIn({ email: who.email, password: NEW }, from).catch((error) => error.token);
    for (let n = 0; n < 9; n += 1) expect(await takeSecondStep({ token: next, code: "1" }, from)).toBeNull();
    expect(await takeSecondStep({ token: next, code: app(NOW) }, from)).not.toBeNull();
  });
});

describe("the use of a link", () => {
  test("is told to the person until they say that they know, and stands in the history", async () => {
    const who = await someone();
    const token = await linkFor(who);
    expect(await joinLink(String(token), NOW)).toMatchObject({ needsCode: false });
    const { step } = await setPassword({ token, password: NEW }, at);
    expect(step).toBeNull();
    expect(await passwordLinkUsed(who.id)).toEqual({ usedAt: NOW, madeBy: admin.name });
    const { changes } = await peoplePage(NOW);
    const [event] = changes;
    expect(
      words.people.changes.sentence(String(event?.action), String(event?.actorName), event?.payload ?? null),
    ).toBe(`${who.name} set a new password with a link of ${admin.name}`);
    await confirmLinkUse(who, {}, at);
    expect(await passwordLinkUsed(who.id)).toBeNull();
    await expect(confirmLinkUse(who, {}, at)).rejects.toMatchObject({ code: "conflict" });
    // What they know of doesn't let the one who made it publish through the account.
    expect(await database().$transaction((tx) => openerOf(tx, who.id))).toMatchObject({ id: admin.id });
  });

  test("is confirmed by nobody else, and the next use is told anew", async () => {
    const [who, other] = [await someone(), await someone()];
    await setPassword({ token: await linkFor(who), password: NEW }, at);
    await expect(confirmLinkUse(other, {}, at)).rejects.toMatchObject({ code: "conflict" });
    await confirmLinkUse(who, {}, at);
    await setPassword({ token: await linkFor(who), password: PASSWORD }, at);
    expect(await passwordLinkUsed(who.id)).not.toBeNull();
  });

  test("isn't told of a link that one made oneself", async () => {
    const { token } = await passwordLink(admin, { userId: admin.id }, at);
    await setPassword({ token, password: NEW }, at);
    expect(await passwordLinkUsed(admin.id)).toBeNull();
  });

  test("a link that wasn't used can't be confirmed in the database", async () => {
    const who = await someone();
    await linkFor(who);
    const early = database().invitation.updateMany({ where: { userId: who.id }, data: { confirmedAt: NOW } });
    await expect(early).rejects.toThrow();
  });
});

describe("from the machine", () => {
  const reason = "Lost the phone, and rang.";

  test("a sole admin who lost everything is let in, and told so", async () => {
    const { who } = await withApp(NOW, "ADMIN");
    const session = await signIn({ email: who.email, password: PASSWORD }, from).catch(
      (error) => error.token,
    );
    const { name, token } = await letIn(
      { email: ` ${who.email.toUpperCase()} `, reason, isFactorLost: true },
      at,
    );
    expect(name).toBe(who.name);
    await expect(takeSecondStep({ token: session, code: "1" }, from)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    expect(await factorPage(who, NOW)).toMatchObject({ isOn: false, codesLeft: 0 });
    await setPassword({ token, password: NEW }, at);
    expect(await canEnter(who, NEW)).toBe(true);
    expect(await passwordLinkUsed(who.id)).toEqual({ usedAt: NOW, madeBy: null });
    const { changes } = await peoplePage(NOW);
    const event = changes.find(({ action }) => action === "person.letIn");
    expect(event).toMatchObject({ actorName: null, payload: { who: who.name, reason, isFactorLost: true } });
    await confirmLinkUse(who, {}, at);
  });

  test("without saying that it is lost, the second factor stays and is asked for", async () => {
    const { who, app } = await withApp(NOW);
    const { token } = await letIn({ email: who.email, reason, isFactorLost: false }, at);
    await expect(setPassword({ token, password: NEW }, at)).rejects.toMatchObject({ field: "code" });
    await setPassword({ token, password: NEW, code: app(NOW) }, at);
  });

  test("nobody unknown or disabled, and nothing without a reason", async () => {
    const gone = await someone();
    await database().user.update({ where: { id: gone.id }, data: { disabledAt: NOW } });
    const asked = (email: string, why: string) => letIn({ email, reason: why, isFactorLost: true }, at);
    await expect(asked("nobody@example.org", reason)).rejects.toMatchObject({ code: "not_found" });
    await expect(asked(gone.email, reason)).rejects.toMatchObject({ code: "conflict" });
    await expect(asked((await someone()).email, " ")).rejects.toMatchObject({ field: "reason" });
  });
});

test("the history of all this is whole", async () => {
  expect((await verifyRecord()).faults).toEqual([]);
});
