import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { appendAudit } from "#lib/db/audit/audit";
import { keepHeads, verifyHeads } from "#lib/db/audit/heads";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { applyMigrations, migrationsIn } from "#lib/db/core/migrations";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { databaseUrl, onServer } from "#lib/db/testing/server";
import { requestImport } from "#lib/desk/imports";
import { withdrawReview } from "#lib/desk/reviews";
import { at, draftReview, NOW, pageBytes, person, publishedReview } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { runImport } from "#lib/jobs/tasks";
import { checkBackup } from "./check";
import { readManifest } from "./manifest";
import { migrationsOf, putBack } from "./put-back";
import { takeBackup } from "./take";

/** A newsroom is backed up while people work, and put back elsewhere: every row and every file is there, or nothing is. */

let db: Awaited<ReturnType<typeof freshDatabase>>;
let home: string;
let mara: Actor;
const made: string[] = [];
const said: string[] = [];
const say = (line: string) => void said.push(line);
const inHome = (...parts: string[]) => join(home, ...parts);

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "onrecord-backup-"));
  db = await freshDatabase();
  vi.stubEnv("ONRECORD_SNAPSHOTS", inHome("snapshots"));
  mara = await person("Mara");
  const avan = await person("Avan");
  await publishedReview(mara, avan);
  const gone = await publishedReview(mara, avan);
  await withdrawReview(
    avan,
    { reviewId: gone.reviewId, revision: gone.revision, reason: "Not ours.\n\t\\N" },
    at,
  );
  await draftReview(mara);
  const { importId } = await requestImport(mara, given("b1"), at);
  await runImport(importId, true, NOW, "RULES");
  await requestImport(mara, given("b2"), at); // its job waits
  // As kept before there was a folder: bytes of every value, in the row.
  const bytes = Uint8Array.from({ length: 1024 }, (_, i) => i % 256);
  await database().snapshot.create({ data: { sha256: sha256(bytes), bytes } });
  await keepHeads(home, NOW);
});
afterEach(async () => {
  await disconnect();
  process.env.DATABASE_URL = db.url;
});
afterAll(async () => {
  await disconnect();
  await db.close();
  const { server } = inject("testDatabase");
  for (const name of made) await onServer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  rmSync(home, { recursive: true, force: true });
});

const given = (mark: string) => ({
  bytes: pageBytes(mark),
  format: null,
  fileName: "page.txt",
  mediaType: null,
});

let backups = 0;
/** A second later than the one before. */
async function backup(options: { withKey?: boolean; url?: string } = {}) {
  backups += 1;
  return takeBackup({
    url: options.url ?? db.url,
    into: inHome("backups"),
    snapshots: inHome("snapshots"),
    data: home,
    withKey: options.withKey ?? false,
    now: new Date(NOW.getTime() + backups * 1000),
    say,
  });
}

/** An empty database, and a data folder with nothing in it. */
async function elsewhere() {
  const { server, prefix } = inject("testDatabase");
  const name = `${prefix}_${randomUUID().slice(0, 8)}`;
  await onServer(server, `CREATE DATABASE "${name}"`);
  made.push(name);
  const data = mkdtempSync(join(home, "elsewhere-"));
  return { url: databaseUrl(server, name), data, snapshots: join(data, "snapshots") };
}

type Place = Awaited<ReturnType<typeof elsewhere>>;
async function restore(from: string, place: Place, options: { replace?: boolean } = {}) {
  await putBack({
    ...place,
    from,
    manifest: await checkBackup(from, say),
    replace: options.replace ?? false,
    say,
  });
}

/** Each of our tables with a hash of all its rows, in an order of their own; and each sequence. */
async function rowsOf(url: string): Promise<Record<string, unknown>> {
  const tables = await onServer(
    url,
    `SELECT c.oid::regclass::text AS name, c.relkind AS kind FROM pg_class c
     WHERE c.relnamespace::regnamespace::text IN ('public', 'graphile_worker') AND c.relkind IN ('r', 'S') AND c.relname <> 'migrations'`,
  );
  const found: Record<string, unknown> = {};
  for (const { name, kind } of tables) {
    const sql =
      kind === "S"
        ? `SELECT last_value, is_called FROM ${name}`
        : `SELECT count(*)::int AS n, md5(coalesce(string_agg(md5(t::text), '' ORDER BY md5(t::text)), '')) AS hash FROM ${name} t`;
    found[String(name)] = (await onServer(url, sql))[0];
  }
  return found;
}

/** Guards, constraints, indexes and columns, in words. */
async function shapeOf(url: string) {
  const ask = (sql: string) => onServer(url, sql);
  return {
    triggers: await ask(
      `SELECT tgrelid::regclass::text AS t, tgname, tgenabled, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
    ),
    constraints: await ask(
      `SELECT conrelid::regclass::text AS t, conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0 ORDER BY 1, 2`,
    ),
    indexes: await ask(`SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`),
    columns: await ask(
      `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2`,
    ),
  };
}

function filesIn(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    names.map((one) => {
      const path = join(one.parentPath, one.name);
      return [path.slice(folder.length), readFileSync(path).toString("base64")];
    }),
  );
}

test("every row, every guard and every file is there again, and the record holds", async () => {
  const { folder, manifest } = await backup();
  expect(manifest.snapshots[0]?.entries).toBeGreaterThan(2);
  expect(manifest.lost).toBe(0);
  const place = await elsewhere();
  await restore(folder, place);
  const rows = await rowsOf(place.url);
  expect(rows).toEqual(await rowsOf(db.url));
  expect(Object.keys(rows).length).toBeGreaterThan(45);
  for (const table of ['"AuditEvent"', '"Publication"', "graphile_worker._private_jobs"])
    expect([table, rows[table]]).not.toEqual([table, { n: 0, hash: expect.any(String) }]);
  expect(await shapeOf(place.url)).toEqual(await shapeOf(db.url));
  expect(filesIn(place.snapshots)).toEqual(filesIn(inHome("snapshots")));
  expect(readFileSync(join(place.data, "record-heads.jsonl"))).toEqual(
    readFileSync(inHome("record-heads.jsonl")),
  );
  process.env.DATABASE_URL = place.url;
  expect((await verifyRecord()).faults).toEqual([]);
  // Without the key: what it signed is still checked.
  expect(existsSync(join(place.data, "record-key.pem"))).toBe(false);
  expect(await verifyHeads(place.data)).toEqual([]);
  await transaction((tx) =>
    appendAudit(tx, { at: NOW, actorId: mara.id, action: "x", subjectId: "x:1", payload: {} }),
  );
  await keepHeads(place.data, new Date(NOW.getTime() + 2 * 86_400_000));
  expect(await verifyHeads(place.data)).toEqual([]);
  appendFileSync(
    join(place.data, "record-heads.jsonl"),
    readFileSync(join(place.data, "record-heads.jsonl"), "utf8")
      .split("\n")[0]
      ?.replace(/"hash":"./, '"hash":"_') ?? "",
  );
  expect((await verifyHeads(place.data)).map(({ kind }) => kind)).toContain("SIGNATURE");
});

test("the keys come along where that is asked for", async () => {
  writeFileSync(inHome("sealing-key"), "of the authenticator apps");
  const { folder } = await backup({ withKey: true });
  expect(existsSync(join((await backup()).folder, "sealing-key"))).toBe(false);
  const place = await elsewhere();
  writeFileSync(join(place.data, "sealing-key"), "made just now");
  await restore(folder, place);
  expect(readFileSync(join(place.data, "record-key.pem"))).toEqual(readFileSync(inHome("record-key.pem")));
  expect(readFileSync(join(place.data, "sealing-key"), "utf8")).toBe("of the authenticator apps");
  process.env.DATABASE_URL = place.url;
  expect(await verifyHeads(place.data)).toEqual([]);
});

test("an owner who is no superuser takes a backup and puts it back", async () => {
  const { server, prefix } = inject("testDatabase");
  const owner = `${prefix}_owner`;
  const place = await elsewhere();
  await onServer(server, `CREATE ROLE "${owner}" LOGIN PASSWORD 'a password'`);
  await onServer(server, `ALTER DATABASE "${new URL(place.url).pathname.slice(1)}" OWNER TO "${owner}"`);
  const url = new URL(place.url);
  url.username = owner;
  url.password = "a password";
  await restore((await backup()).folder, { ...place, url: url.href });
  expect(await rowsOf(place.url)).toEqual(await rowsOf(db.url));
  expect(await shapeOf(place.url)).toEqual(await shapeOf(db.url));
  const again = await backup({ url: url.href });
  expect(again.manifest.tables.map(({ name, rows }) => [name, rows])).toEqual(
    (await backup()).manifest.tables.map(({ name, rows }) => [name, rows]),
  );
  await onServer(place.url, `DROP OWNED BY "${owner}" CASCADE`);
  await onServer(server, `ALTER DATABASE "${url.pathname.slice(1)}" OWNER TO CURRENT_USER`);
  await onServer(server, `DROP ROLE "${owner}"`);
});

test("while people write, it is of one moment: the chain is whole, and ends where the backup says", async () => {
  let isOver = false;
  const writing = (async () => {
    for (let n = 0; !isOver; n += 1) {
      await transaction((tx) =>
        appendAudit(tx, { at: NOW, actorId: mara.id, action: "note", subjectId: `x:${n}`, payload: { n } }),
      );
    }
  })();
  const { folder, manifest } = await backup();
  isOver = true;
  await writing;
  const place = await elsewhere();
  await restore(folder, place);
  process.env.DATABASE_URL = place.url;
  const { events, faults, head } = await verifyRecord();
  expect({ events, faults, hash: head.hash }).toEqual({
    events: manifest.head?.sequence,
    faults: [],
    hash: manifest.head?.hash,
  });
});

describe("a backup that isn't whole is named, and nothing of it is put back", () => {
  const first = async () => (await backup()).folder;
  const pick = (folder: string, name: RegExp) =>
    join(folder, readdirSync(folder).find((file) => name.test(file)) ?? "none");

  test.each([
    ["a table cut off", /AuditEvent\.rows/, (file: string) => truncateSync(file, 40)],
    ["one byte of a table", /Suggestion\.rows/, (file: string) => flip(file)],
    ["a table that is missing", /Statement\.rows/, (file: string) => unlinkSync(file)],
    ["one byte of the pages", /snapshots-0001/, (file: string) => flip(file)],
    ["the heads", /record-heads/, (file: string) => appendFileSync(file, "\n")],
    ["the manifest, cut off", /manifest/, (file: string) => truncateSync(file, 200)],
    [
      "the manifest, one table taken out",
      /manifest/,
      (file: string) => {
        const manifest = JSON.parse(readFileSync(file, "utf8"));
        writeFileSync(file, JSON.stringify({ ...manifest, tables: manifest.tables.slice(1) }));
      },
    ],
  ])("%s", async (_, name, damage) => {
    const folder = await first();
    const file = pick(folder, name);
    damage(file);
    const place = await elsewhere();
    const before = await rowsOf(place.url);
    await expect(restore(folder, place)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(file.slice(folder.length + 1)),
    });
    expect(await rowsOf(place.url)).toEqual(before);
    expect(readdirSync(place.data)).toEqual([]);
  });

  function flip(file: string): void {
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }

  test("one that is whole in itself and lies: the database is as before, files too", async () => {
    const folder = await first();
    const place = await elsewhere();
    const manifest = await readManifest(folder);
    const lying = { ...manifest, head: { sequence: 1, hash: "f".repeat(64) } };
    await expect(putBack({ ...place, from: folder, manifest: lying, replace: false, say })).rejects.toThrow(
      /AuditEvent is damaged/,
    );
    expect(await rowsOf(place.url)).toEqual({});
    expect(readdirSync(place.data)).toEqual([]);
  });

  test("a pack of pages that doesn't hold what its hashes say: nothing stays", async () => {
    const folder = await first();
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    const pack = pick(copy, /snapshots-0001/);
    const text = readFileSync(pack, "latin1");
    writeFileSync(pack, `${"e".repeat(64)}${text.slice(64)}`, "latin1");
    const place = await elsewhere();
    const manifest = await readManifest(folder);
    await expect(putBack({ ...place, from: copy, manifest, replace: false, say })).rejects.toThrow(
      /e{64} is damaged/,
    );
    expect(await rowsOf(place.url)).toEqual({});
    expect(filesIn(place.data)).toEqual({});
  });
});

test("what is there is not lost unless that is said", async () => {
  const { folder } = await backup();
  const place = await elsewhere();
  await restore(folder, place);
  const before = await rowsOf(place.url);
  await expect(restore(folder, place)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/isn’t empty\. It would lose [\d,]+ of \w+/),
  });
  expect(await rowsOf(place.url)).toEqual(before);
  writeFileSync(join(place.data, "record-key.pem"), "the only key of its kind");
  await onServer(place.url, `UPDATE "Draft" SET body = '{}'`);
  await restore(folder, place, { replace: true });
  expect(await rowsOf(place.url)).toEqual(before);
  expect(await shapeOf(place.url)).toEqual(await shapeOf(db.url));
  expect(readFileSync(join(place.data, "record-key.pem.replaced"), "utf8")).toBe("the only key of its kind");
});

test("a database that somebody works on is left alone", async () => {
  const { folder } = await backup();
  const place = await elsewhere();
  process.env.DATABASE_URL = place.url;
  await database().$queryRaw`SELECT 1`;
  await expect(restore(folder, place, { replace: true })).rejects.toMatchObject({
    message: expect.stringMatching(/^1 other connection uses this database\./),
  });
});

test("bytes that were lost before are counted, and the rest is backed up", async () => {
  const aside = inHome("aside");
  cpSync(inHome("snapshots"), aside, { recursive: true });
  const [one] = readdirSync(aside);
  rmSync(join(aside, one ?? "none"), { recursive: true });
  const into = { url: db.url, into: inHome("backups"), snapshots: aside, data: home, withKey: false, say };
  const { manifest, folder } = await takeBackup({ ...into, now: new Date(NOW.getTime() + 1e9) });
  expect(manifest.lost).toBeGreaterThan(0);
  await expect(checkBackup(folder, say)).resolves.toBeDefined();
});

test("a backup that can't be finished leaves nothing", async () => {
  const into = inHome("full");
  const failing = { into, snapshots: null, data: home, withKey: false, now: NOW, say };
  await expect(takeBackup({ ...failing, url: (await elsewhere()).url })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(readdirSync(into)).toEqual([]);
});

describe("from a schema to a later one", () => {
  const ours = migrationsIn();
  const later = (name: string, sql: string) => ({ name, sql, checksum: name });
  const next = [
    ...ours,
    later("99990101000000_next", `ALTER TABLE "Claim" ADD COLUMN "note" text NOT NULL DEFAULT 'none'`),
  ];

  test("a backup of the schema before is put back at its own, and brought up to date", async () => {
    const { folder, manifest } = await backup();
    const place = await elsewhere();
    await putBack({ ...place, from: folder, manifest, replace: false, say, migrations: next });
    const [claim] = await onServer(place.url, `SELECT count(*)::int AS n FROM "Claim" WHERE "note" = 'none'`);
    expect(claim).toEqual((await onServer(db.url, `SELECT count(*)::int AS n FROM "Claim"`))[0]);
    const { '"Claim"': _, _prisma_migrations: __, ...others } = await rowsOf(place.url);
    expect(await rowsOf(db.url)).toMatchObject(others);
    await expect(
      backup({ url: place.url }).then(({ manifest: newer }) => migrationsOf(newer)),
    ).rejects.toThrow(/of a newer Onrecord: it has the migration 99990101000000_next/);
  });

  /** How many migrations a schema had that somebody may upgrade from: what Prisma writes and its guards by hand come together. */
  const states = ours
    .flatMap(({ name }, i) => (name.endsWith("_guards") || i === 0 ? [] : [i]))
    .filter((n) => n > 1);

  test("from our first schema and from the last three, with rows in its tables: what they said stays", async () => {
    for (const done of [2, ...states.slice(-3)]) {
      const from = ours[done - 1]?.name;
      const place = await elsewhere();
      await applyMigrations(place.url, ours.slice(0, done));
      const filled = await fillEveryTable(place.url);
      expect([...filled.keys()]).toEqual(expect.arrayContaining(RECORD));
      await applyMigrations(place.url, ours);
      for (const [table, row] of filled) {
        const kept = Object.entries(row).filter(([column]) => !TAKEN_AWAY.has(`${table}.${column}`));
        const stays = Object.fromEntries(kept);
        if (table === MARKS) await expectMarked(place.url, stays);
        else expect([from, table, await rowOf(place.url, table)]).toMatchObject([from, table, stays]);
      }
      expect(await shapeOf(place.url)).toEqual(await shapeOf(db.url));
    }
  }, 180_000);

  /** Columns that went on purpose: the database had worked them out of publications, and works without them now. */
  const TAKEN_AWAY = new Set(['"TrackStatement".sourceId', '"TrackPage".sources']);

  /** What the worker has to look at again: a migration may add to it. */
  const MARKS = '"QueueMark"';

  async function expectMarked(url: string, mark: object): Promise<void> {
    const rows = await onServer(url, `SELECT to_jsonb(t) AS row FROM ${MARKS} t`);
    expect(rows.map(({ row }) => row)).toContainEqual(expect.objectContaining(mark));
  }

  const RECORD =
    "User Article ArticleVersion Suggestion Statement Review Publication Claim AuditEvent AuditPayload"
      .split(" ")
      .map((name) => `"${name}"`);

  /** The one row of a table, as JSON. */
  async function rowOf(url: string, table: string): Promise<object> {
    const rows = await onServer(url, `SELECT to_jsonb(t) AS row FROM ${table} t`);
    expect([table, rows.length]).toEqual([table, 1]);
    return Object(rows[0]?.row);
  }

  /** What a row of these tables is about, though the columns may be empty. */
  const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
    '"FeedItem"': ["address"],
    '"Import"': ["snapshotSha256"],
    '"PageCheck"': ["versionId"],
    '"Review"': ["versionId"],
    '"Publication"': ["versionId", "articleId"],
  };

  /** One row in each table, its values made from the types of its columns. */
  async function fillEveryTable(url: string): Promise<Map<string, object>> {
    const tables = await onServer(
      url,
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
       AND c.relname <> '_prisma_migrations'`,
    );
    const filled = new Map<string, object>();
    for (const name of tables.map((table) => String(table.name))) {
      const subjects = (SUBJECTS[name] ?? []).map((column) => `'${column}'`).join() || "''";
      const columns = await onServer(
        url,
        `SELECT format('%I', attname) AS name, format_type(atttypid, atttypmod) AS type,
           (SELECT format('%L', enumlabel) FROM pg_enum WHERE enumtypid = atttypid ORDER BY enumsortorder LIMIT 1) AS label
         FROM pg_attribute
         WHERE attrelid = '${name}'::regclass AND attnum > 0 AND NOT attisdropped AND (attnotnull OR attname IN (${subjects}))`,
      );
      const values = columns.map(
        (column) => column.label ?? madeUp(String(column.type), String(column.name)),
      );
      // What guards and keys to other tables ask of a row is not what is tested here.
      const row = `INSERT INTO ${name} (${columns.map((column) => column.name).join(", ")}) VALUES (${values.join(", ")})`;
      if ((await onServer(url, `SELECT FROM ${name} LIMIT 1`)).length > 0) continue; // a migration filled it
      const isTaken = await onServer(url, `SET session_replication_role = replica; ${row}`).then(
        () => true,
        () => false, // a check that made-up values don't meet
      );
      if (isTaken) filled.set(name, await rowOf(url, name));
    }
    return filled;
  }

  /** A text of one letter, its hash, and a span over it. */
  function madeUp(type: string, column: string): string {
    if (/sha256"?$|hash"?$|^previous$/i.test(column)) return `'${sha256("x")}'`;
    if (/^"?start"?$/.test(column)) return "0";
    if (/^"?factuality/.test(column)) return "'CT+'";
    if (type === "uuid") return "'00000000-0000-4000-8000-000000000001'";
    if (/^(jsonb?|text\[\])$/.test(type)) return "'{}'";
    if (/^(timestamp|date)/.test(type)) return "'2024-09-20'";
    if (/^(integer|bigint|double|smallint|numeric|real)/.test(type)) return "1";
    if (type === "boolean") return "false";
    if (type === "bytea") return "'\\x78'";
    return "'x'";
  }
});
