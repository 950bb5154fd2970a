import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { database, disconnect } from "#lib/db/core/client";
import { inboxOf } from "#lib/db/notices/inbox";
import { passDesk } from "#lib/db/readings/pass-desk";
import { readingLists, readingView } from "#lib/db/readings/views";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { threadPage, threadsOnPage } from "#lib/db/threads/views";
import { type Actor, may, ROLES, type Role } from "#lib/domain/actor";
import type { Inbox } from "#lib/domain/notices";
import { saveDraft } from "./drafts";
import { noteInPass } from "./passes";
import { askReading, handInPass, takePass } from "./readings";
import { at, person, storedPage } from "./testing/newsroom";
import { sayIn } from "./testing/readings";
import { openThread } from "./threads";
import type { Verb } from "./verb";

/**
 * Nobody learns a word of a pass before both are in: not by any act, whoever asks for it with whichever id of the pass; not by any row outside
 * of the pass's own tables, which all that is shown, searched, published and told in the history is made of.
 */

const HERE = new URL("./", import.meta.url);
const modules = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter(
  (name) => /^(?!testing)[a-z-/]+\.ts$/.test(name) && name !== "verb.ts",
);
const verbs = (await Promise.all(modules.map((name) => import(new URL(name, HERE).href))))
  .flatMap((module) => Object.entries(module as Record<string, unknown>))
  .filter((one): one is [string, Verb<unknown>] => typeof one[1] === "function" && "action" in one[1]);

/** Words that stand in the first pass and nowhere else. */
const SECRETS = ["Quibblethorn", "Zanzibarred", "Flummoxing", "Peripatetic", "Gobbledygook"] as const;
const [NAME, REASON, NOTE, TYPED, PROMISE] = SECRETS;
/** The pass's own tables, and what its reader alone is shown of what they typed. */
const OWN = ["BlindPass", "PassStatement", "PassNote", "Draft"];

let close: () => Promise<void>;
let ana: Actor;
let second: Actor;
const others = new Map<Role, Actor>();
/** Every id that belongs to the first pass, and what it is of. */
let ids: string[];
let readingId: string;
let marks: number;
/** Said of the page by the first reader before anybody read it, where the second one is named. */
const SAID = "Balderdash";
/** What everybody is shown of that while the page is read: the threads of the page, that thread, the inbox. */
let shown: (readonly [actor: Actor, threads: unknown, thread: unknown, inbox: Inbox])[];
beforeAll(async () => {
  ({ close } = await freshDatabase());
  const asker = await person("Asker");
  [ana, second] = [await person("Ana"), await person("Ben")];
  for (const role of ROLES) others.set(role, await person(`Other ${role}`, role));
  const page = await storedPage();
  const { threadId } = await openThread(ana, { versionId: page, body: `${SAID}, @${second.name}` }, at);
  const { articleId } = await database().articleVersion.findUniqueOrThrow({ where: { id: page } });
  const comment = await database().deskComment.findFirstOrThrow({ where: { threadId } });
  const reading = await askReading(asker, { versionId: page, start: "SUGGESTIONS" }, at).then((asked) => ({
    ...asked,
    versionId: page,
  }));
  ({ readingId } = reading);
  const { passId } = await takePass(ana, { readingId }, at);
  const statements = await sayIn(ana, passId, reading.versionId, (fields) => ({
    ...fields,
    sourcing: "NAMED_PERSON",
    time: "FUTURE",
    speaker: { name: NAME, kind: "PERSON" },
    labelOverride: "OPINION",
    labelReason: REASON,
    prediction: { text: PROMISE, dueFrom: null, dueTo: null, precision: "OPEN" },
  }));
  marks = statements.length;
  const [statementId] = statements;
  const note = await noteInPass(ana, { reviewId: passId, statementId, body: NOTE, isPublic: true }, at);
  const draft = {
    personId: ana.id,
    subject: `article:${passId}:note:new`,
    body: { body: TYPED },
    basedOn: null,
  };
  await saveDraft(ana, draft, at);
  await database().draft.deleteMany({ where: { userId: ana.id } });
  await handInPass(ana, { passId, revision: 1 }, at);
  await saveDraft(ana, draft, at);
  const own = await takePass(second, { readingId }, at);
  const suggestion = await database().suggestion.findFirstOrThrow({
    where: { versionId: reading.versionId },
  });
  // Looked at before the acts: those who may call the reading off do, and then it is shown.
  shown = await Promise.all(
    [ana, second, ...others.values()].map(
      async (actor) =>
        [
          actor,
          await threadsOnPage(actor, articleId, page),
          await threadPage(actor, threadId, null),
          await inboxOf(actor, null),
        ] as const,
    ),
  );
  ids = [
    ...[passId, statementId ?? "", note?.annotationId ?? "", readingId, reading.versionId],
    ...[suggestion.id, own.passId, ana.id, threadId, comment.id],
  ];
});
afterAll(async () => {
  await disconnect();
  await close();
});

interface Json {
  readonly [key: string]: unknown;
}
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

/** Something that a schema takes, with this id wherever it takes one. */
function sample(schema: Json, id: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const parts = [...list(schema.anyOf), ...list(schema.oneOf)];
  const [part] = [...parts.filter(({ format }) => format === "uuid"), ...parts];
  if (part !== undefined) return sample(part, id);
  if (schema.allOf !== undefined)
    return Object.assign({}, ...list(schema.allOf).map((one) => sample(one, id) as object));
  if (schema.type === "object") {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
    return Object.fromEntries(properties.map(([name, one]) => [name, sample(one, id)]));
  }
  if (schema.type === "array")
    return Array.from({ length: Number(schema.minItems ?? 0) }, () =>
      sample((schema.items ?? {}) as Json, id),
    );
  if (schema.type === "integer" || schema.type === "number") return Number(schema.minimum ?? 1);
  if (schema.type === "boolean") return true;
  if (schema.type === "null") return null;
  if (schema.format === "uuid") return id;
  if (schema.format === "date") return "2026-11-23";
  if (schema.format === "date-time") return "2026-11-23T10:00:00.000Z";
  if (schema.format === "email") return "nobody@example.org";
  return `article:${id}:form:new`;
}

function refuseSecrets(told: unknown): void {
  const text = told instanceof Error ? `${told.message} ${String(told.cause)}` : JSON.stringify(told ?? null);
  for (const secret of [...SECRETS, SAID]) expect(text).not.toContain(secret);
}

test("there are acts to ask for, and the first pass holds the words that they must not tell", async () => {
  expect(verbs.length).toBeGreaterThan(60);
  expect(marks).toBeGreaterThan(2);
  const rows =
    JSON.stringify(await database().passStatement.findMany()) +
    JSON.stringify(await database().passNote.findMany());
  for (const secret of [NAME, REASON, NOTE, PROMISE]) expect(rows).toContain(secret);
});

// The acts that end the reading or an account come last: they would end what the others are asked of.
const LAST = ["pass.giveUp", "reading.callOff", "person.disable", "person.setRole"];
const inOrder = verbs.toSorted((a, b) => LAST.indexOf(a[1].action) - LAST.indexOf(b[1].action));

describe.each(inOrder)("%s tells nothing of it", (_, verb) => {
  const schema = z.toJSONSchema(verb.input, {
    io: "input",
    unrepresentable: "any",
    reused: "inline",
  }) as Json;

  test("to the second reader, to the asker's colleagues, with any of its ids", async () => {
    const asking = [second, ...[...others.values()].filter(({ role }) => may(role, verb.action))];
    for (const actor of asking) {
      for (const id of ids) {
        try {
          refuseSecrets(await verb(actor, sample(schema, id), at));
        } catch (error) {
          refuseSecrets(error);
        }
      }
    }
  });
});

test("after all of that the pass says what it said, and isn't taken from its reader", async () => {
  const first = await database().blindPass.findUniqueOrThrow({ where: { id: ids[0] ?? "" } });
  expect(first).toMatchObject({ readerId: ana.id, handedInAt: at.now, givenUpAt: null });
  expect(await database().passStatement.count({ where: { passId: first.id, removedAt: null } })).toBe(marks);
});

test("no row of any other table holds a word of it: nothing that is shown, searched or told is made of it", async () => {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname IN ('public', 'graphile_worker') ORDER BY 1`;
  expect(tables.length).toBeGreaterThan(50);
  const found: string[] = [];
  for (const { name } of tables.filter((one) => !OWN.some((own) => one.name === `public."${own}"`))) {
    for (const secret of SECRETS) {
      const rows = await database().$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM ${name} AS one WHERE one::text ILIKE $1 LIMIT 1`,
        `%${secret}%`,
      );
      if (rows.length > 0) found.push(`${name}: ${secret}`);
    }
  }
  expect(found).toEqual([]);
});

test("what the desk reads of a blind reading tells the second reader nothing of the first pass, and not whose it is", async () => {
  for (const actor of [second, ...others.values()]) {
    const own = await passDesk(actor, readingId);
    refuseSecrets([own, await readingView(actor, readingId), await readingLists(actor)]);
    expect(own === null).toBe(actor !== second);
  }
  const view = await readingView(second, readingId);
  expect(JSON.stringify(view)).not.toContain(ana.name);
  // The walk above may have given the second pass up: the first stands there, and says nothing of itself.
  expect(view?.passes.length).toBeGreaterThan(0);
  for (const pass of view?.passes ?? []) expect(pass).toMatchObject({ id: null, name: null });
});

test("what the first reader said of the page before is shown to nobody, and no notice tells it", async () => {
  expect(shown.length).toBeGreaterThan(3);
  for (const [actor, threads, thread, inbox] of shown) {
    expect([threads, thread]).toEqual([null, null]);
    expect(inbox.notices).toMatchObject(
      actor === second ? [{ kind: "MENTION", by: "Ana", words: null }] : [],
    );
    refuseSecrets(inbox);
  }
  // It wasn't taken back, answered or resolved by any act of theirs: it was there all the time.
  const [comment, ...more] = await database().deskComment.findMany({ where: { id: { in: ids } } });
  expect([comment, more]).toMatchObject([{ body: `${SAID}, @`, takenBackAt: null }, []]);
  expect(await database().deskThread.findUnique({ where: { id: comment?.threadId ?? "" } })).toMatchObject({
    comments: 1,
    resolvedAt: null,
  });
});

test("only what reads blind readings names the tables that passes stand in", () => {
  const NAMES = /\b(blindPass|passStatement|passNote)\b|"(BlindPass|PassStatement|PassNote)"/;
  const roots = ["lib", "app", "components", "scripts", "bench"];
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => `${root}/${name}`),
  );
  const naming = files
    .filter(
      (name) => /\.(ts|tsx|mjs)$/.test(name) && !name.includes("/generated/") && !/\.test\.ts$/.test(name),
    )
    .filter((name) => NAMES.test(readFileSync(name, "utf8")))
    .filter((name) => !name.startsWith("lib/db/readings/"));
  expect(naming).toEqual([]);
});
