import { readFileSync } from "node:fs";
import { Client, escapeIdentifier } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { grantPrivileges, PRIVILEGES } from "./privileges";

/** What the role of the web server and the worker may do to each table, tried on each. */

const ROLE = "onrecord_test_role";
const DENIED = "42501"; // insufficient_privilege, PostgreSQL's error codes

let db: Awaited<ReturnType<typeof freshDatabase>>;
let sql: Client;
beforeAll(async () => {
  db = await freshDatabase();
  await grantPrivileges(db.url, ROLE);
  await grantPrivileges(db.url, ROLE); // a start does it each time
  sql = new Client({ connectionString: db.url });
  await sql.connect();
  await sql.query(`SET SESSION AUTHORIZATION ${ROLE}`);
});
afterAll(async () => {
  await sql.end();
  await db.close();
});

const TABLES = [...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+)/gm)].map(([, name]) =>
  String(name),
);

/** Whether the role is refused for what it is, and not for what the row says. */
async function isDenied(statement: string): Promise<boolean> {
  await sql.query("BEGIN");
  try {
    await sql.query(statement);
    return false;
  } catch (error) {
    return (error as { code?: string }).code === DENIED; // errors of pg carry PostgreSQL's code
  } finally {
    await sql.query("ROLLBACK");
  }
}

async function columnsOf(table: string): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped",
    [escapeIdentifier(table)],
  );
  return rows.map(({ name }) => name);
}

test("the table names every table of the schema, and no other", () => {
  expect(Object.keys(PRIVILEGES).sort()).toEqual([...TABLES].sort());
});

describe.each(TABLES)("%s", (table) => {
  const name = escapeIdentifier(table);
  const { insert, update, delete: mayDelete } = PRIVILEGES[table] ?? {};

  test("is read, and what may change of it is what the table says", async () => {
    expect(await isDenied(`SELECT 1 FROM ${name} LIMIT 1`)).toBe(false);
    expect(await isDenied(`INSERT INTO ${name} SELECT * FROM ${name} WHERE false`)).toBe(insert === false);
    for (const column of await columnsOf(table)) {
      const may = update === true || (Array.isArray(update) && update.includes(column));
      const set = `UPDATE ${name} SET ${escapeIdentifier(column)} = NULL WHERE false`;
      expect([column, await isDenied(set)]).toEqual([column, !may]);
    }
    expect(await isDenied(`DELETE FROM ${name} WHERE false`)).toBe(mayDelete !== true);
  });

  test("keeps its guards and its shape", async () => {
    for (const statement of [
      `ALTER TABLE ${name} DISABLE TRIGGER USER`,
      `ALTER TABLE ${name} ADD COLUMN "x" text`,
      `DROP TABLE ${name} CASCADE`,
      `TRUNCATE ${name} CASCADE`,
      `CREATE TRIGGER mine BEFORE INSERT ON ${name} FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    ]) {
      expect([statement, await isDenied(statement)]).toEqual([statement, true]);
    }
  });
});

test.each([
  "SET session_replication_role = replica",
  "CREATE TABLE mine (x text)",
  "CREATE ROLE mine SUPERUSER",
  `ALTER ROLE ${ROLE} SUPERUSER`,
  "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
  "SELECT pg_read_file('postgresql.conf')",
  "COPY (SELECT 1) TO PROGRAM 'true'",
  `UPDATE "_prisma_migrations" SET "checksum" = ''`,
  "SELECT rebuild_standing()",
  "SELECT rebuild_search()",
  "SELECT rebuild_promises()",
  "SELECT rebuild_upstream()",
])("may not: %s", async (statement) => {
  expect(await isDenied(statement)).toBe(true);
});
