import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { signInWithPasskey } from "#lib/db/people/passkey-sign-in";
import { askForKey, passkeysOf } from "#lib/db/people/passkeys";
import { factorPage } from "#lib/db/people/second-factors";
import { takeSecondStep } from "#lib/db/people/second-step";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { newDevice } from "#lib/desk/testing/device";
import { PASSWORD, type Someone, someone, stepOf, withApp } from "#lib/desk/testing/second-factors";
import { type Actor, AGAIN } from "#lib/domain/actor";
import { ShownKeyInJson } from "#lib/domain/passkeys";
import * as words from "#lib/words";
import { disablePerson } from "./accounts";
import { letIn } from "./let-in";
import { addPasskey, beginPasskey, removePasskey } from "./passkeys";
import { proveWithKey } from "./proof";
import { requireSecondFactor } from "./second-factor";

const NOW = new Date("2026-11-23T09:00:10Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const at = { now: NOW };
const SITE = { origin: "https://desk.example.org", rpId: "desk.example.org" };
const anybody = { now: NOW, owner: null };
const say = words.passkeys.errors;

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
  await database().signInRule.deleteMany({});
});

const begin = (who: Actor, now = NOW) => beginPasskey(SITE)(who, {}, { now });

/** A person with a passkey on a device of theirs. */
async function withPasskey(who: Someone) {
  const device = newDevice(SITE);
  const { token, options } = await begin(who);
  const made = { token, made: device.make(options), name: "Phone" };
  const { codes } = await addPasskey(who, made, { site: SITE, now: NOW });
  return { who, device, codes };
}

type Device = ReturnType<typeof newDevice>;

/** Ask, have the device show its key, and sign in with it. */
async function show(
  device: Device,
  wrong: Parameters<Device["show"]>[1] = {},
  now = NOW,
  owner: string | null = null,
) {
  const { token, options } = await askForKey(SITE, NOW);
  return signInWithPasskey({ token, shown: ShownKeyInJson.parse(device.show(options, wrong)) }, SITE, {
    now,
    owner,
  });
}

describe("making one", () => {
  test("gives recovery codes with the first factor, and none with the next; several have names", async () => {
    const { who, codes } = await withPasskey(await someone());
    expect(codes).toHaveLength(10);
    expect((await withPasskey(who)).codes).toEqual([]);
    expect((await passkeysOf(who.id)).map(({ name }) => name)).toEqual(["Phone", "Phone"]);
    const { who: having } = await withApp(NOW);
    expect((await withPasskey(having)).codes).toEqual([]);
  });

  test.each([
    ["of another site", { origin: "https://evil.example.org" }],
    ["for another name", { rpId: "example.org" }],
    ["for another question", { challenge: "bm90IHRoZSBvbmUgdGhhdCB3YXMgYXNrZWQ" }],
    ["without its owner's proof", { isUnverified: true }],
  ])("an answer %s makes none", async (_, wrong) => {
    const who = await someone();
    const { token, options } = await begin(who);
    const made = newDevice(SITE).make(options, wrong);
    await expect(addPasskey(who, { token, made, name: "x" }, { site: SITE, now: NOW })).rejects.toMatchObject(
      {
        message: say.notMade,
      },
    );
    expect(await passkeysOf(who.id)).toEqual([]);
  });

  test("a question is good for one answer, for five minutes, for whom it was asked", async () => {
    const [who, other] = [await someone(), await someone()];
    const refused = { message: say.notMade };
    const add = async (actor: Actor, token: string, made: string, now = NOW) =>
      addPasskey(actor, { token, made, name: "x" }, { site: SITE, now });
    const first = await begin(who);
    const made = newDevice(SITE).make(first.options);
    await expect(add(other, first.token, made)).rejects.toMatchObject(refused);
    await expect(add(who, "", made)).rejects.toMatchObject(refused);
    await expect(add(who, first.token, "{")).rejects.toMatchObject(refused);
    await add(who, first.token, made);
    await expect(add(who, first.token, newDevice(SITE).make(first.options))).rejects.toMatchObject(refused);
    const slow = await begin(who);
    const late = add(who, slow.token, newDevice(SITE).make(slow.options), later(5));
    await expect(late).rejects.toMatchObject(refused);
  });

  test("one key belongs to one person", async () => {
    const { who, device } = await withPasskey(await someone());
    for (const again of [who, await someone()]) {
      const { token, options } = await begin(again);
      const made = { token, made: device.make(options), name: "x" };
      await expect(addPasskey(again, made, { site: SITE, now: NOW })).rejects.toMatchObject({
        code: "conflict",
      });
    }
  });

  test("asks again who somebody is, as removing does", async () => {
    const { who, device } = await withPasskey(await someone());
    const stale = { ...who, provedAt: later(-11) };
    const asked = { code: "not_proved", field: AGAIN };
    await expect(begin(stale)).rejects.toMatchObject(asked);
    await expect(removePasskey(stale, { passkeyId: device.id }, at)).rejects.toMatchObject(asked);
  });
});

describe("signing in with one", () => {
  test("takes nothing else", async () => {
    const { who, device } = await withPasskey(await someone());
    expect(await actorOfSession(await show(device), NOW)).toMatchObject({ id: who.id, provedAt: NOW });
    expect(await actorOfSession(await show(device), NOW)).toMatchObject({ id: who.id });
  });

  test("whose key it must be may be said", async () => {
    const { who, device } = await withPasskey(await someone());
    expect(await show(device, {}, NOW, "nobody")).toBeNull();
    expect(await show(device, {}, NOW, admin.id)).toBeNull();
    expect(await show(device, {}, NOW, who.id)).not.toBeNull();
  });

  test.each([
    ["of another site", { origin: "https://evil.example.org" }],
    ["for another name", { rpId: "example.org" }],
    ["to another question", { challenge: "bm90IHRoZSBvbmUgdGhhdCB3YXMgYXNrZWQ" }],
    ["without its owner's proof", { isUnverified: true }],
    ["in another's name", { userHandle: Buffer.from("somebody else").toString("base64url") }],
    ["of a key that is none of ours", { id: "bm8gc3VjaCBrZXk" }],
  ])("an answer %s opens nothing", async (_, wrong) => {
    const { device } = await withPasskey(await someone());
    expect(await show(device, wrong)).toBeNull();
    expect(await show(device)).not.toBeNull();
  });

  test("with another device's signature it opens nothing", async () => {
    const { device } = await withPasskey(await someone());
    const { device: other } = await withPasskey(await someone());
    expect(await show(other, { id: device.id })).toBeNull();
  });

  test("a question is good for one answer and for five minutes", async () => {
    const { device } = await withPasskey(await someone());
    const { token, options } = await askForKey(SITE, NOW);
    const shown = ShownKeyInJson.parse(device.show(options));
    const tries = await Promise.all([1, 2, 3].map(() => signInWithPasskey({ token, shown }, SITE, anybody)));
    expect(tries.filter((session) => session !== null)).toHaveLength(1);
    expect(await signInWithPasskey({ token, shown }, SITE, anybody)).toBeNull();
    expect(await show(device, {}, later(5))).toBeNull();
    // A wrong answer uses the question up as well.
    const next = await askForKey(SITE, NOW);
    const wrong = ShownKeyInJson.parse(device.show(next.options, { isUnverified: true }));
    expect(await signInWithPasskey({ token: next.token, shown: wrong }, SITE, anybody)).toBeNull();
    const right = ShownKeyInJson.parse(device.show(next.options));
    expect(await signInWithPasskey({ token: next.token, shown: right }, SITE, anybody)).toBeNull();
  });

  test("a question that was asked for a new key isn't one for showing it", async () => {
    const { who, device } = await withPasskey(await someone());
    const { token, options } = await begin(who);
    const shown = ShownKeyInJson.parse(device.show(options));
    expect(await signInWithPasskey({ token, shown }, SITE, anybody)).toBeNull();
  });

  test("a counter that doesn't go on is a copy's", async () => {
    const { device } = await withPasskey(await someone());
    expect(await show(device, { counter: 7 })).not.toBeNull();
    expect(await show(device, { counter: 7 })).toBeNull();
    expect(await show(device, { counter: 3 })).toBeNull();
    expect(await show(device, { counter: 8 })).not.toBeNull();
  });

  test("opens nothing once it is removed, or its person disabled", async () => {
    const { who, device } = await withPasskey(await someone());
    const { device: second } = await withPasskey(who);
    await removePasskey(who, { passkeyId: device.id }, at);
    expect(await show(device)).toBeNull();
    expect(await show(second)).not.toBeNull();
    const { revision } = await database().user.findUniqueOrThrow({ where: { id: who.id } });
    await disablePerson(admin, { userId: who.id, revision, reason: "Left." }, at);
    expect(await show(second)).toBeNull();
  });
});

describe("as a second factor", () => {
  test("a password alone no longer signs in; a recovery code does in its place", async () => {
    const { who, codes } = await withPasskey(await someone());
    const token = await stepOf(who, NOW);
    const from = { client: "203.0.113.7", now: NOW };
    expect(await takeSecondStep({ token, code: "000000" }, from)).toBeNull();
    expect(await takeSecondStep({ token, code: codes[0] }, from)).not.toBeNull();
  });

  test("counts where a role needs one: its owner stays signed in, and keeps the last", async () => {
    const { who, device } = await withPasskey(await someone("CONTRIBUTOR"));
    const session = await show(device);
    await requireSecondFactor(admin, { role: "CONTRIBUTOR", isNeeded: "yes" }, at);
    expect(await actorOfSession(session, NOW)).toMatchObject({ id: who.id });
    await expect(removePasskey(who, { passkeyId: device.id }, at)).rejects.toMatchObject({
      message: words.secondFactor.errors.isRequired,
    });
    expect(await passkeysOf(who.id)).toHaveLength(1);
  });

  test("removed as the last, it takes the recovery codes along; another's isn't removed", async () => {
    const { who, device } = await withPasskey(await someone());
    const { who: other } = await withPasskey(await someone());
    await expect(removePasskey(other, { passkeyId: device.id }, at)).rejects.toMatchObject({
      message: say.gone,
    });
    await removePasskey(who, { passkeyId: device.id }, at);
    expect(await factorPage(who, NOW)).toMatchObject({ codesLeft: 0, hasFactor: false });
    expect(await signIn({ email: who.email, password: PASSWORD }, { client: "c", now: NOW })).not.toBeNull();
  });

  test("shows again who somebody is, in their own session alone", async () => {
    const { who, device } = await withPasskey(await someone());
    const { device: others } = await withPasskey(await someone());
    const here = String(await show(device));
    const actor = await actorOfSession(here, later(11));
    if (actor === null) throw new Error("the session is over");
    const prove = async (key: Device) => {
      const { token, options } = await askForKey(SITE, later(11));
      return proveWithKey(actor, { token, shown: key.show(options), here }, { site: SITE, now: later(11) });
    };
    await expect(prove(others)).rejects.toMatchObject({ field: AGAIN });
    expect((await prove(device)).provedAt).toEqual(later(11));
    expect(await actorOfSession(here, later(12))).toMatchObject({ id: who.id, provedAt: later(11) });
  });

  test("is taken off from the machine, where it is lost", async () => {
    const { who, device } = await withPasskey(await someone());
    await letIn({ email: who.email, reason: "Lost the phone.", isFactorLost: true }, at);
    expect(await show(device)).toBeNull();
    expect(await passkeysOf(who.id)).toEqual([]);
  });
});

test("the history of all this is whole", async () => {
  expect((await verifyRecord()).faults).toEqual([]);
});
