import { readdirSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { keepToken } from "#lib/db/people/tokens";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { type Actor, may, ROLES, type Role } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import { at, NOW, person } from "./testing/newsroom";
import type { Verb } from "./verb";

/**
 * Every act, asked for by every role, by an admin whose account was closed and by one who has another role by now, with what its form would send
 * and with what nobody's form sends. Who may not is told so and nothing is kept; whoever asks, nothing but a sentence comes back.
 */

const HERE = new URL("./", import.meta.url);
const modules = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter(
  (name) => /^(?!testing)[a-z-/]+\.ts$/.test(name) && name !== "verb.ts",
);
const verbs = (await Promise.all(modules.map((name) => import(new URL(name, HERE).href))))
  .flatMap((module) => Object.entries(module as Record<string, unknown>))
  .filter((one): one is [string, Verb<unknown>] => typeof one[1] === "function" && "action" in one[1]);

let close: () => Promise<void>;
const people = new Map<Role, Actor>();
/** They came in as admins, and their session is still believed: by the time they act the account is closed, or another's. */
const former = new Map<"closed" | "demoted", Actor>();
beforeAll(async () => {
  ({ close } = await freshDatabase());
  for (const role of ROLES) people.set(role, await person(`A ${role.toLowerCase()}`, role));
  former.set("closed", await person("A former admin", "ADMIN"));
  former.set("demoted", await person("A lesser admin", "ADMIN"));
  await database().user.update({ where: { id: former.get("closed")?.id ?? "" }, data: { disabledAt: NOW } });
  await database().user.update({
    where: { id: former.get("demoted")?.id ?? "" },
    data: { role: "CONTRIBUTOR" },
  });
  const admin = people.get("ADMIN");
  const token = {
    name: "Night run",
    scope: "IMPORT" as const,
    createdById: admin?.id ?? "",
    expiresAt: null,
  };
  tokenId = (await transaction((tx) => keepToken(tx, token, NOW))).tokenId;
});
afterAll(async () => {
  await disconnect();
  await close();
});

interface Json {
  readonly [key: string]: unknown;
}
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** Something that a schema takes, as its form would send it; ids are of nothing. */
function sample(schema: Json): unknown {
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const [part] = [...list(schema.anyOf), ...list(schema.oneOf)];
  if (part !== undefined) return sample(part);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...list(schema.allOf).map((one) => sample(one) as object));
  if (schema.type === "object") {
    const required = new Set(list(schema.required).map(String));
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
    return Object.fromEntries(
      properties.filter(([name]) => required.has(name)).map(([name, one]) => [name, sample(one)]),
    );
  }
  if (schema.type === "array")
    return Array.from({ length: Number(schema.minItems ?? 0) }, () => sample((schema.items ?? {}) as Json));
  if (schema.type === "integer" || schema.type === "number")
    return Number(schema.minimum ?? Number(schema.exclusiveMinimum ?? 0) + 1);
  if (schema.type === "boolean") return true;
  if (schema.type === "null") return null;
  if (schema.type === undefined) return new TextEncoder().encode("Words of a page.");
  if (schema.format === "uuid") return "00000000-0000-4000-8000-000000000000";
  if (schema.format === "date") return "2026-11-23";
  if (schema.format === "date-time") return "2026-11-23T10:00:00.000Z";
  if (schema.format === "email") return "nobody@example.org";
  if (typeof schema.pattern === "string" && schema.format !== "uri") {
    return fc.sample(fc.stringMatching(new RegExp(schema.pattern)), { seed: 7, numRuns: 1 })[0];
  }
  return "https://gazette.example/words".padEnd(Number(schema.minLength ?? 0), "x");
}

/** The token of a program is found by the API, and is no part of what the program sends. */
let tokenId = "";
const inputOf = (verb: Verb<unknown>): unknown => {
  const input = made(verb);
  return typeof input === "object" && input !== null && "tokenName" in input ? { ...input, tokenId } : input;
};

const made = (verb: Verb<unknown>): unknown =>
  sample(z.toJSONSchema(verb.input, { io: "input", unrepresentable: "any", reused: "inline" }) as Json);

const STRANGE: readonly unknown[] = [
  undefined,
  null,
  0,
  "",
  "x",
  [],
  [[]],
  {},
  { __proto__: { role: "ADMIN" } },
  { constructor: 1 },
  { reviewId: '\'; DROP TABLE "User"; --', revision: 1 },
  { revision: Number.POSITIVE_INFINITY },
  { reviewId: ["a"], claimId: { toString: 1 } },
  { reviewId: "\0", claimId: "\ud800", importId: "%00" },
];

/** The rows after the last refused act, by the table that was left out. They hold until an act may be done, which clears them. */
const seen = new Map<string, string>();

/** Nothing is kept of `work`. As `rows`. */
async function keepsNothing(work: () => Promise<void>, leftOut?: string): Promise<void> {
  const before = seen.get(leftOut ?? "") ?? (await rows(leftOut));
  await work();
  const after = await rows(leftOut);
  seen.set(leftOut ?? "", after);
  expect(after).toBe(before);
}

/** All that is there but the log of what was refused, and one more table where its name is given. */
async function rows(leftOut = "SecurityEvent"): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'graphile_worker') AND tablename NOT IN ('SecurityEvent', ${leftOut}) ORDER BY 1`;
  // Parts of a union come in any order where the database reads them side by side.
  const counts = await database().$queryRawUnsafe<{ name: string; n: number }[]>(
    `${tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`).join(" UNION ALL ")} ORDER BY 1`,
  );
  return counts.map(({ name, n }) => `${name} ${n}`).join("\n");
}

async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return "done";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).not.toMatch(/zod|prisma|invalid_type|undefined|expected/i);
    return error.code;
  }
}

let cases = 0;

test("there are verbs, and nearly all of them take what is made up for them", () => {
  expect(verbs.length).toBeGreaterThan(50);
  const taken = verbs.filter(([, verb]) => verb.input.safeParse(inputOf(verb)).success);
  expect(taken.length / verbs.length).toBeGreaterThan(0.9);
});

describe.each(verbs)("%s", (_, verb) => {
  test.each(ROLES)("asked for by a %s", async (role) => {
    const actor = people.get(role);
    if (actor === undefined) throw new Error("nobody has this role");
    const isTaken = verb.input.safeParse(inputOf(verb)).success;
    if (!may(role, verb.action)) {
      await keepsNothing(async () => {
        for (const input of [inputOf(verb), ...STRANGE]) {
          cases += 1;
          expect(["not_allowed", "invalid_input"]).toContain(await outcomeOf(() => verb(actor, input, at)));
        }
        if (isTaken) expect(await outcomeOf(() => verb(actor, inputOf(verb), at))).toBe("not_allowed");
      });
      return;
    }
    seen.clear();
    for (const input of STRANGE) {
      cases += 1;
      await outcomeOf(() => verb(actor, input, at));
    }
    cases += 1;
    await outcomeOf(() => verb(actor, inputOf(verb), at));
  });
});

describe.each(verbs)("%s", (_, verb) => {
  test.each(["closed", "demoted"] as const)(
    "asked for by an admin whose account was %s meanwhile",
    async (how) => {
      const actor = former.get(how);
      if (actor === undefined) throw new Error("nobody was let out");
      // A code is counted as a try before anything is asked of the account: that is kept, and is no act.
      const refusals = ["not_allowed", "rate_limited"];
      await keepsNothing(async () => {
        for (const input of [inputOf(verb), ...STRANGE]) {
          cases += 1;
          const outcome = await outcomeOf(() => verb(actor, input, at));
          expect([...refusals, "invalid_input"]).toContain(outcome);
        }
        if (verb.input.safeParse(inputOf(verb)).success)
          expect(refusals).toContain(await outcomeOf(() => verb(actor, inputOf(verb), at)));
      }, "RateLimit");
    },
  );
});

test("after all of it the record is whole", async () => {
  console.log(`${cases} acts asked for`);
  expect((await verifyRecord()).faults).toEqual([]);
});
