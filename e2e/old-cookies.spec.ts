import { encode } from "next-auth/jwt";
import { database } from "#lib/db/core/client";
import { disablePerson, setRole } from "#lib/desk/people/accounts";
import { passwordLink, setPassword } from "#lib/desk/people/passwords";
import type { Actor, Role } from "#lib/domain/actor";
import { cookieOf, inDatabase, newPerson } from "./attacks/newsroom-people";
import { send } from "./attacks/send";
import { expect, test } from "./journey";
import type { Product } from "./product";

/** Cookies that were good once, or never: none of them opens anything, in no form of request. */

test.use({ start: "newsroom" });

const NAME = "onrecord-session";

interface Case {
  readonly what: string;
  /** Makes a good cookie of a new person a bad one; gives the cookie that is tried. */
  readonly spoil: (given: {
    readonly product: Product;
    readonly admin: Actor;
    readonly who: Actor & { readonly email: string };
    readonly cookie: string;
  }) => Promise<string>;
}

const revisionOf = async (id: string) =>
  (await database().user.findUniqueOrThrow({ where: { id } })).revision;
const now = () => ({ now: new Date() });

const CASES: readonly Case[] = [
  {
    what: "of somebody who signed out",
    spoil: async ({ product, cookie }) => {
      const headers = {
        Cookie: cookie,
        Origin: product.origin,
        "Content-Type": "application/x-www-form-urlencoded",
      };
      const { status } = await send(product.origin, {
        method: "POST",
        target: "/sign-out",
        headers,
        body: "",
      });
      expect(status).toBe(303);
      return cookie;
    },
  },
  {
    what: "of somebody who was given another role",
    spoil: async ({ admin, who, cookie }) => {
      await setRole(
        admin,
        { userId: who.id, revision: await revisionOf(who.id), role: "CONTRIBUTOR" },
        now(),
      );
      return cookie;
    },
  },
  {
    what: "of somebody whose account was closed",
    spoil: async ({ admin, who, cookie }) => {
      await disablePerson(
        admin,
        { userId: who.id, revision: await revisionOf(who.id), reason: "Left." },
        now(),
      );
      return cookie;
    },
  },
  {
    what: "of somebody whose password was set anew",
    spoil: async ({ admin, who, cookie }) => {
      const { token } = await passwordLink(admin, { userId: who.id }, now());
      await setPassword({ token, password: `four lamps of ${who.name}` }, now());
      return cookie;
    },
  },
  {
    what: "whose week is over",
    spoil: async ({ who, cookie }) => {
      await database().session.updateMany({
        where: { userId: who.id },
        data: { expiresAt: new Date(Date.now() - 1) },
      });
      return cookie;
    },
  },
  {
    what: "that wasn’t used for a day",
    spoil: async ({ who, cookie }) => {
      const lastSeenAt = new Date(Date.now() - 25 * 3_600_000);
      await database().session.updateMany({ where: { userId: who.id }, data: { lastSeenAt } });
      return cookie;
    },
  },
  { what: "with a letter changed", spoil: async ({ cookie }) => changed(cookie) },
  { what: "cut off", spoil: async ({ cookie }) => cookie.slice(0, -20) },
  {
    what: "for the same session, made with another secret",
    spoil: async ({ who }) => {
      const { id: sid } = await database().session.findFirstOrThrow({ where: { userId: who.id } });
      return `${NAME}=${await encode({ token: { sid }, secret: "another secret, which is long enough" })}`;
    },
  },
  {
    what: "that names the session in the open",
    spoil: async ({ who }) =>
      `${NAME}=${(await database().session.findFirstOrThrow({ where: { userId: who.id } })).id}`,
  },
  {
    what: "unsigned, as some libraries take it",
    spoil: async ({ who }) => {
      const { id: sid } = await database().session.findFirstOrThrow({ where: { userId: who.id } });
      const part = (one: object) => Buffer.from(JSON.stringify(one)).toString("base64url");
      return `${NAME}=${part({ alg: "none", typ: "JWT" })}.${part({ sid })}.`;
    },
  },
];

function changed(cookie: string): string {
  const at = cookie.indexOf(`${NAME}=`) + NAME.length + 60;
  return cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1);
}

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const ASKED = [
  { method: "GET", target: "/desk", headers: {}, body: "" },
  { method: "GET", target: "/admin/people", headers: {}, body: "" },
  { method: "GET", target: "/desk/account", headers: {}, body: "" },
  { method: "GET", target: "/desk/import", headers: {}, body: "" },
  { method: "GET", target: "/desk/claims/choices?search=a", headers: {}, body: "" },
  { method: "POST", target: "/desk/import/give", headers: FORM, body: "text=Words+of+a+page." },
] as const;

test("a cookie that is good opens the desk: the tests below could fail", async ({ browser, product }) => {
  const who = await inDatabase(product, () => newPerson("Gerda Good", "ADMIN"));
  const cookie = await cookieOf(browser, product.origin, who);
  const statuses = await Promise.all(
    ASKED.map(
      async (one) =>
        (await send(product.origin, { ...one, headers: { ...one.headers, Cookie: cookie } })).status,
    ),
  );
  expect(statuses.slice(0, 5)).toEqual([200, 200, 200, 200, 200]);
});

for (const [n, { what, spoil }] of CASES.entries()) {
  test(`a cookie ${what} opens nothing`, async ({ browser, product }) => {
    const role: Role = "EDITOR";
    const made = await inDatabase(product, async () => ({
      who: await newPerson(`Olga Old ${"abcdefghijklmnop"[n]}`, role),
      admin: await database().user.findFirstOrThrow({ where: { email: "noor@example.org" } }),
    }));
    const cookie = await cookieOf(browser, product.origin, made.who);
    const admin: Actor = { id: made.admin.id, name: made.admin.name, role: "ADMIN", provedAt: new Date() };
    const who = { ...made.who.actor, email: made.who.email };
    const bad = await inDatabase(product, () => spoil({ product, admin, who, cookie }));
    for (const one of ASKED) {
      const headers = { Origin: product.origin, ...one.headers, Cookie: bad };
      const { status, text } = await send(product.origin, { ...one, headers });
      expect([one.target, [303, 307, 401].includes(status)]).toEqual([one.target, true]);
      expect(text).not.toContain(made.who.email);
    }
    const imports = await inDatabase(product, () =>
      database().import.count({ where: { requestedById: who.id } }),
    );
    expect(imports).toBe(0);
  });
}
