import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import { Client } from "pg";
import { AppError } from "#lib/errors";

/**
 * Brings a database to this code's schema, and the job queue's own schema with it.
 *
 * Files and bookkeeping are Prisma's (prisma/migrations/NAME/migration.sql, table `_prisma_migrations`, its advisory lock),
 * so that `prisma migrate` can be used on the same database where its engine can be had. Each migration is one transaction.
 */

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), "../../../prisma/migrations");

/** Prisma's own lock: of several processes that start at once, one migrates and the others wait for it. */
const LOCK = 72707369;

/** The table that says what was applied. */
export const BOOKKEEPING = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hex, as Prisma keeps it. */
  readonly checksum: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

/** The migrations of a folder in the order in which they are applied. */
export function migrationsIn(folder: string = FOLDER): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => {
      const bytes = readFileSync(join(folder, entry.name, "migration.sql"));
      return {
        name: entry.name,
        sql: bytes.toString("utf8"),
        checksum: createHash("sha256").update(bytes).digest("hex"),
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Apply what is missing; the names of what was applied.
 *
 * Throws   AppError `unavailable` when a migration was edited after it was applied, failed earlier, fails now (and is rolled
 *          back whole), or when the database has one that this code doesn't know.
 */
export async function applyMigrations(
  url: string,
  migrations: readonly Migration[] = migrationsIn(),
): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "onrecord-migrations" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(BOOKKEEPING);
    const missing = missingFrom(await appliedTo(client), migrations);
    for (const migration of missing) await apply(client, migration);
    await migrateQueue(url);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end(); // gives the lock back too
  }
}

async function appliedTo(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations"
     WHERE "rolled_back_at" IS NULL ORDER BY "started_at", "migration_name"`,
  );
  return rows;
}

/** What is still to apply. Pure: every refusal is decided here. */
export function missingFrom(applied: readonly Applied[], migrations: readonly Migration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.migration_name);
    if (migration === undefined) {
      throw new AppError(
        "unavailable",
        `The database is newer than this Onrecord: it has the migration ${row.migration_name}, which isn’t here. Start the newer version.`,
      );
    }
    if (row.finished_at === null) {
      throw new AppError(
        "unavailable",
        `The migration ${row.migration_name} failed on this database earlier. Restore a backup, or repair it and mark it with prisma migrate resolve.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new AppError(
        "unavailable",
        `The migration ${row.migration_name} was edited after it was applied. Put its file back as it was, and write the change as a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {}); // the first error is the one to tell
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("unavailable", `The migration ${name} failed, and nothing of it was kept: ${why}`, {
      cause,
    });
  }
}

/** Make the job queue's own schema, or bring it up to date. */
export async function migrateQueue(url: string): Promise<void> {
  await runMigrations({ connectionString: url, logger: new Logger(() => () => {}) });
}
