import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database, disconnect } from "#lib/db/core/client";
import { takeSecondStep } from "#lib/db/people/second-step";
import { actorOfSession, signIn } from "#lib/db/people/sessions";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { PASSWORD, type Someone, someone, stepOf, withApp } from "#lib/desk/testing/second-factors";
import { createToken } from "#lib/desk/tokens";
import { type Actor, AGAIN } from "#lib/domain/actor";
import * as words from "#lib/words";
import { disablePerson, setRole } from "./accounts";
import { invitePerson } from "./invitations";
import { passwordLink } from "./passwords";
import { proveAgain } from "./proof";
import { beginAuthenticator, newRecoveryCodes, requireSecondFactor } from "./second-factor";

/** Acts that open a way in or close one ask again who somebody is, in a session in which that is long ago. */

const NOW = new Date("2026-11-23T09:00:10Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const from = { client: "203.0.113.7", now: NOW };

let close: () => Promise<void>;
beforeAll(async () => {
  ({ close } = await freshDatabase());
});
afterAll(async () => {
  await disconnect();
  await close();
});
beforeEach(async () => {
  await database().rateLimit.deleteMany({});
});

/** Signed in at NOW, as the session says at another moment. */
async function signedIn(who: Someone): Promise<{ here: string; actor: (now: Date) => Promise<Actor> }> {
  const here = await signIn({ email: who.email, password: PASSWORD }, from);
  return inSession(String(here));
}

function inSession(here: string) {
  const actor = async (now: Date) => {
    const found = await actorOfSession(here, now);
    if (found === null) throw new Error("the session is over");
    return found;
  };
  return { here, actor };
}

const asked = { code: "not_proved", field: AGAIN, message: words.proof.ask };

test.each([
  [
    "a role",
    (actor: Actor, id: string, now: Date) =>
      setRole(actor, { userId: id, revision: 1, role: "EDITOR" }, { now }),
  ],
  [
    "a disabling",
    (actor: Actor, id: string, now: Date) =>
      disablePerson(actor, { userId: id, revision: 1, reason: "x" }, { now }),
  ],
  ["a link", (actor: Actor, id: string, now: Date) => passwordLink(actor, { userId: id }, { now })],
  [
    "an invitation",
    (actor: Actor, id: string, now: Date) =>
      invitePerson(actor, { email: `${id}@example.org`, role: "EDITOR" }, { now }),
  ],
  ["a token", (actor: Actor, id: string, now: Date) => createToken(actor, { name: id, ends: "30" }, { now })],
])("%s: after ten minutes the password is asked for; once given, it is done", async (_, act) => {
  const [admin, other] = [await someone("ADMIN"), await someone("CONTRIBUTOR")];
  const { here, actor } = await signedIn(admin);
  await expect(act(await actor(later(11)), other.id, later(11))).rejects.toMatchObject(asked);
  await proveAgain(await actor(later(11)), { given: PASSWORD, here }, { now: later(11) });
  await act(await actor(later(12)), other.id, later(12));
});

test("within ten minutes of signing in nobody is asked; one's own second factor asks too", async () => {
  const who = await someone("EDITOR");
  const { actor } = await signedIn(who);
  await beginAuthenticator(await actor(later(9)), {}, { now: later(9) });
  await expect(beginAuthenticator(await actor(later(11)), {}, { now: later(11) })).rejects.toMatchObject(
    asked,
  );
  const { who: having } = await withApp(NOW);
  const { provedAt: _, ...program } = having;
  await expect(newRecoveryCodes(program, {}, { now: NOW })).rejects.toMatchObject(asked);
});

test("a role's need asks too, and who may not is told that, not asked", async () => {
  const [admin, editor] = [await signedIn(await someone("ADMIN")), await signedIn(await someone())];
  const rule = async ({ actor }: typeof admin) =>
    requireSecondFactor(await actor(later(11)), { role: "EDITOR", isNeeded: "yes" }, { now: later(11) });
  await expect(rule(admin)).rejects.toMatchObject(asked);
  await expect(rule(editor)).rejects.toMatchObject({ code: "not_allowed" });
});

describe("what is given again", () => {
  const wrong = { code: "invalid_input", field: AGAIN, message: words.proof.wrong };

  test("counts in its own session alone", async () => {
    const admin = await someone("ADMIN");
    const [here, elsewhere] = [await signedIn(admin), await signedIn(admin)];
    await proveAgain(await here.actor(later(11)), { given: PASSWORD, here: here.here }, { now: later(11) });
    const act = async ({ actor }: typeof here) =>
      createToken(await actor(later(12)), { name: "x", ends: "30" }, { now: later(12) });
    await act(here);
    await expect(act(elsewhere)).rejects.toMatchObject(asked);
  });

  test("is the person's own: another's password or session is of no use", async () => {
    const [admin, other] = [await someone("ADMIN"), await someone("ADMIN")];
    const [mine, theirs] = [await signedIn(admin), await signedIn(other)];
    const actor = await mine.actor(later(11));
    for (const given of ["wrong", "", PASSWORD.toUpperCase()]) {
      await expect(proveAgain(actor, { given, here: mine.here }, { now: later(11) })).rejects.toMatchObject(
        wrong,
      );
    }
    await proveAgain(actor, { given: PASSWORD, here: theirs.here }, { now: later(11) });
    expect((await theirs.actor(later(11))).provedAt).toEqual(NOW);
    expect((await mine.actor(later(11))).provedAt).toEqual(NOW);
  });

  test("may be a code, each once, and no recovery code or code of another", async () => {
    const [a, b] = [await withApp(NOW, "ADMIN"), await withApp(NOW, "ADMIN")];
    const session = await takeSecondStep({ token: await stepOf(a.who, NOW), code: a.app(NOW) }, from);
    const { here, actor } = inSession(String(session));
    const now = later(11);
    const give = async (given: string) => proveAgain(await actor(now), { given, here }, { now });
    for (const given of [a.app(NOW), b.app(now), a.codes[0] ?? ""]) {
      await expect(give(given)).rejects.toMatchObject(wrong);
    }
    expect((await give(a.app(now))).provedAt).toEqual(now);
    await expect(give(a.app(now))).rejects.toMatchObject(wrong);
  });

  test("ten wrong ones, and the right one is refused in this session for a while", async () => {
    const { here, actor } = await signedIn(await someone("ADMIN"));
    const give = async (given: string) =>
      proveAgain(await actor(later(11)), { given, here }, { now: later(11) });
    for (let n = 0; n < 10; n += 1) await expect(give("wrong")).rejects.toMatchObject(wrong);
    await expect(give(PASSWORD)).rejects.toMatchObject({ code: "rate_limited" });
  });
});
