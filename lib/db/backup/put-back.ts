import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import {
  applyMigrations,
  BOOKKEEPING,
  type Migration,
  migrateQueue,
  migrationsIn,
} from "#lib/db/core/migrations";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import {
  inOrder,
  MIGRATIONS,
  queueVersion,
  quotedColumns,
  quotedTable,
  rowsIn,
  settle,
  tablesOf,
} from "./catalogue";
import type { Manifest, TablePart } from "./manifest";
import { readRows } from "./parts";
import { putFilesBack } from "./put-files-back";

const said = words.backups;

export interface PuttingBack {
  /** The backup's folder, and its manifest: `checkBackup` has read all of it. */
  readonly from: string;
  readonly manifest: Manifest;
  /** The database, for its owner. */
  readonly url: string;
  /** Where pages' bytes go that weren't in the database; null where there is no such folder. */
  readonly snapshots: string | null;
  readonly data: string;
  /** May what is there be lost? */
  readonly replace: boolean;
  readonly say: (line: string) => void;
  /** The migrations of this code; given by tests alone. */
  readonly migrations?: readonly Migration[];
}

/**
 * Put a backup back: its schema as it was then, its rows, its files; then the migrations since. All of that up to the migrations is one
 * transaction, and what fails leaves the database as it was.
 *
 * Throws   AppError with a sentence: where something is there already, or works on it, or where this code can't read the backup.
 */
export async function putBack(given: PuttingBack): Promise<void> {
  const { manifest, url, say } = given;
  const all = given.migrations ?? migrationsIn();
  const then = migrationsOf(manifest, all);
  const pages = manifest.snapshots.reduce((sum, { entries }) => sum + entries, 0);
  if (pages > 0 && given.snapshots === null) throw new AppError("invalid_input", said.noFolder(pages));
  const client = new Client({ connectionString: url, application_name: "onrecord-restore" });
  await client.connect();
  try {
    await settle(client);
    await refuseOthers(client);
    if (!given.replace) await refuseFull(client);
    await withQueue(client, given, () => inOneGo(client, given, then));
    if (then.length < all.length) say(said.migrating(all.length - then.length));
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
  await applyMigrations(url, all);
}

/** The migrations that had been applied then. Throws AppError where one isn't here, or isn't what it was. */
export function migrationsOf(
  { migrations }: Pick<Manifest, "migrations">,
  all: readonly Migration[] = migrationsIn(),
): Migration[] {
  const known = new Map(all.map((migration) => [migration.name, migration]));
  return migrations.map(({ name, checksum }) => {
    const migration = known.get(name);
    if (migration === undefined) throw new AppError("invalid_input", said.newer(name));
    if (migration.checksum !== checksum) throw new AppError("invalid_input", said.edited(name));
    return migration;
  });
}

async function refuseOthers(client: Client): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  const others = rows[0]?.n ?? 0;
  if (others > 0) throw new AppError("conflict", said.inUse(others));
}

async function refuseFull(client: Client): Promise<void> {
  const tables = (await tablesOf(client)).filter(
    ({ schema, name }) => schema === "public" && name !== MIGRATIONS,
  );
  const counts = [...(await rowsIn(client, tables))].sort(([, a], [, b]) => b - a);
  if (counts.length > 0) throw new AppError("conflict", said.notEmpty(counts));
}

/** The queue's tables are made by its library, in transactions of its own. What was made for nothing is taken away. */
async function withQueue(client: Client, { url, manifest }: PuttingBack, work: () => Promise<void>) {
  const isNew = (await queueVersion(client)) === 0;
  if (isNew) await migrateQueue(url);
  try {
    if ((await queueVersion(client)) < manifest.queue) throw new AppError("invalid_input", said.newerQueue);
    await work();
  } catch (error) {
    if (isNew) await client.query("DROP SCHEMA IF EXISTS graphile_worker CASCADE");
    throw error;
  }
}

const ADDED = /^ALTER TYPE ("\w+") ADD VALUE ('[^']+');$/gm;

/**
 * Migrations that can run in one transaction, to the same schema: a value that a later one adds to an enumeration stands in it from the
 * start. PostgreSQL before 17 lets nobody use a value in the transaction that added it.
 */
export function asOneTransaction(migrations: readonly string[]): string[] {
  let before: string[] = [];
  for (const migration of migrations) {
    const own = migration.replace(ADDED, (statement, type: string, value: string) => {
      const made = before.findIndex((sql) => sql.includes(`CREATE TYPE ${type} AS ENUM (`));
      if (made < 0) return statement;
      before = before.with(made, withValue(before[made] ?? "", type, value));
      return "";
    });
    before = [...before, own];
  }
  return before;
}

function withValue(sql: string, type: string, value: string): string {
  const from = sql.indexOf(`CREATE TYPE ${type} AS ENUM (`);
  const end = sql.indexOf(")", from);
  return `${sql.slice(0, end)}, ${value}${sql.slice(end)}`;
}

async function inOneGo(client: Client, given: PuttingBack, then: readonly Migration[]): Promise<void> {
  const { manifest, say } = given;
  await client.query("BEGIN");
  let takeAway = async () => {};
  let isCommitting = false;
  try {
    say(said.preparing);
    await client.query(DROP_OURS);
    await client.query(BOOKKEEPING);
    for (const sql of asOneTransaction(then.map((migration) => migration.sql))) await client.query(sql);
    await client.query("SET LOCAL search_path = public");
    say(said.filling);
    await withoutTriggers(client, () => fill(client, given));
    await expectHead(client, manifest);
    for (const { schema, name, last, isCalled } of manifest.sequences) {
      await client.query("SELECT setval(to_regclass($1), $2::bigint, $3) WHERE to_regclass($1) IS NOT NULL", [
        quotedTable({ schema, name }),
        last,
        isCalled,
      ]);
    }
    takeAway = await putFilesBack(given);
    isCommitting = true;
    await client.query("COMMIT");
  } catch (error) {
    const isRolledBack = await client.query("ROLLBACK").then(
      () => true,
      () => false, // the connection is gone; the first error is the one to tell
    );
    if (isRolledBack || !isCommitting) await takeAway();
    throw error;
  }
}

/**
 * Everything of ours in the schema `public`: what belongs to an extension stays. All names are written down before anything is dropped: a function
 * that goes with its table has none afterwards.
 */
const DROP_OURS = `
  DO $$
  DECLARE command text;
  BEGIN
    FOREACH command IN ARRAY ARRAY(
      SELECT format('DROP TABLE IF EXISTS %s CASCADE', c.oid::regclass) FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
      UNION ALL
      SELECT format('DROP FUNCTION IF EXISTS %s CASCADE', p.oid::regprocedure) FROM pg_proc p
      WHERE p.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
      UNION ALL
      SELECT format('DROP TYPE IF EXISTS %s CASCADE', t.oid::regtype) FROM pg_type t
      WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'e'
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e'))
    LOOP
      EXECUTE command;
    END LOOP;
  END $$`;

/** The guards ask of each row whether a person may write it so. These rows were written, and asked, long ago. */
async function withoutTriggers(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ off: string; on: string | null }>(
    `SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) AS off,
       CASE tgenabled WHEN 'D' THEN NULL ELSE format('ALTER TABLE %s ENABLE %s TRIGGER %I', tgrelid::regclass,
         CASE tgenabled WHEN 'A' THEN 'ALWAYS' WHEN 'R' THEN 'REPLICA' ELSE '' END, tgname) END AS on
     FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
     WHERE NOT tgisinternal AND c.relnamespace::regnamespace::text IN ('public', 'graphile_worker')`,
  );
  for (const { off } of rows) await client.query(off);
  await work();
  for (const { on } of rows) if (on !== null) await client.query(on);
}

async function fill(client: Client, { from, manifest, say }: PuttingBack): Promise<void> {
  const here = new Map((await tablesOf(client)).map((table) => [quotedTable(table), table]));
  for (const part of manifest.tables) {
    const table = here.get(quotedTable(part));
    if (table === undefined || !part.columns.every((column) => table.columns.includes(column)))
      throw new AppError("invalid_input", said.missingColumn(part.name));
  }
  const ordered = await inOrder(client, manifest.tables);
  // A migration may have put rows in, and the queue's may be from before.
  for (const part of [...ordered].reverse()) await client.query(`DELETE FROM ${quotedTable(part)}`);
  for (const part of ordered) {
    await copyRows(client, from, part);
    if (part.rows > 0) say(said.table(part.name, part.rows, part.bytes));
  }
}

async function copyRows(client: Client, from: string, part: TablePart): Promise<void> {
  const sink = client.query(
    copyFrom(`COPY ${quotedTable(part)} (${quotedColumns(part.columns)}) FROM STDIN`),
  );
  await readRows(from, part.file, sink);
  if (sink.rowCount !== part.rows)
    throw new AppError("invalid_input", said.notWhole(part.name, part.rows, sink.rowCount));
}

async function expectHead(client: Client, { head }: Manifest): Promise<void> {
  const { rows } = await client.query<{ sequence: number; hash: string }>(
    `SELECT e."sequence"::float8 AS sequence, e."hash" FROM public."AuditEvent" e ORDER BY e."sequence" DESC LIMIT 1`,
  );
  if (rows[0]?.hash !== head?.hash || rows[0]?.sequence !== head?.sequence)
    throw new AppError("invalid_input", said.damaged("AuditEvent"));
}
