import { afterAll, beforeEach, expect, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { onServer } from "#lib/db/testing/server";
import { applyMigrations, type Migration, migrationsIn } from "./migrations";

const OURS = migrationsIn();
const next = (sql: string, name = "99990101000000_next"): Migration => ({ name, sql, checksum: name });

let db: Awaited<ReturnType<typeof freshDatabase>> | undefined;
const url = () => db?.url ?? "";
beforeEach(async () => {
  await db?.close();
  db = await freshDatabase();
});
afterAll(() => db?.close());

const tables = async () =>
  (await onServer(url(), "SELECT tablename FROM pg_tables WHERE tablename LIKE 'added%'")).map(
    (row) => row.tablename,
  );

test("the schema and the queue are there, and nothing is applied twice", async () => {
  expect(await applyMigrations(url())).toEqual([]);
  expect(await onServer(url(), `SELECT count(*)::int AS n FROM "Article"`)).toEqual([{ n: 0 }]);
  expect(await onServer(url(), "SELECT count(*)::int AS n FROM graphile_worker.jobs")).toEqual([{ n: 0 }]);
});

test("a new migration is applied once, by whichever of several starts comes first", async () => {
  const migrations = [...OURS, next("CREATE TABLE added (n int); INSERT INTO added VALUES (1)")];
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url(), migrations)));
  expect(applied.flat()).toEqual(["99990101000000_next"]);
  expect(await onServer(url(), "SELECT n FROM added")).toEqual([{ n: 1 }]);
});

test("a migration that fails leaves nothing behind, and is tried again when it is mended", async () => {
  const broken = [...OURS, next("CREATE TABLE added (n int); SELECT 1 / 0")];
  await expect(applyMigrations(url(), broken)).rejects.toThrow(/nothing of it was kept: division by zero/);
  expect(await tables()).toEqual([]);
  expect(await applyMigrations(url(), [...OURS, next("CREATE TABLE added (n int)")])).toHaveLength(1);
});

test("an edited migration is refused", async () => {
  const [first, ...rest] = OURS;
  if (first === undefined) throw new Error("there is no migration");
  const edited = [{ ...first, checksum: "0".repeat(64) }, ...rest];
  await expect(applyMigrations(url(), edited)).rejects.toThrow(/was edited after it was applied/);
});

test("a database that is newer than the code is refused", async () => {
  await applyMigrations(url(), [...OURS, next("CREATE TABLE added (n int)")]);
  await expect(applyMigrations(url())).rejects.toThrow(/newer than this Onrecord: it has the migration 9999/);
});

test("one that failed under prisma migrate is refused until it is resolved", async () => {
  await onServer(
    url(),
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ('x', 'x', '99990101000000_next')`,
  );
  const migrations = [...OURS, next("CREATE TABLE added (n int)")];
  await expect(applyMigrations(url(), migrations)).rejects.toThrow(/failed on this database earlier/);
  await onServer(url(), `UPDATE "_prisma_migrations" SET "rolled_back_at" = now() WHERE "id" = 'x'`);
  expect(await applyMigrations(url(), migrations)).toHaveLength(1);
});
