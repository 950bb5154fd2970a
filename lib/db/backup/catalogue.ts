import type { Client } from "pg";

/** What PostgreSQL says of our own tables, asked anew each time: a backup is of whatever schema the database has. */

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

export interface Table extends TableName {
  /** Those that can be written: not the ones that PostgreSQL computes itself. */
  readonly columns: readonly string[];
}

/** Where it is noted which migrations were applied. */
export const MIGRATIONS = "_prisma_migrations";
/** The queue's own bookkeeping belongs to the library that makes the queue's tables, and is no part of a backup. */
const QUEUE = "graphile_worker";

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quotedTable = ({ schema, name }: TableName): string => `${quoted(schema)}.${quoted(name)}`;
export const quotedColumns = (columns: readonly string[]): string => columns.map(quoted).join(", ");

/** How values are written and read, whatever the server or the role is set to; and nothing here is cut off for taking long. */
export async function settle(client: Client): Promise<void> {
  await client.query(`
    SET client_encoding = 'UTF8'; SET "TimeZone" = 'UTC'; SET "DateStyle" = 'ISO, YMD'; SET "IntervalStyle" = 'iso_8601';
    SET extra_float_digits = 1; SET bytea_output = 'hex'; SET statement_timeout = 0; SET lock_timeout = '60s';
    SET idle_in_transaction_session_timeout = 0; SET row_security = off`);
}

export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND n.nspname IN ('public', $1) AND NOT (n.nspname = $1 AND c.relname = 'migrations')
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [QUEUE],
  );
  return rows;
}

/** The tables, those that others point to before those that point to them. */
export async function inOrder<T extends TableName>(client: Client, tables: readonly T[]): Promise<T[]> {
  const { rows } = await client.query<{ child: string; parent: string }>(
    `SELECT format('%s.%s', cn.nspname, c.relname) AS child, format('%s.%s', pn.nspname, p.relname) AS parent
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
       JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
     WHERE k.contype = 'f' AND k.conrelid <> k.confrelid`,
  );
  const waiting = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      ([key]) => !rows.some(({ child, parent }) => child === key && waiting.has(parent)),
    );
    if (ready.length === 0) throw new Error(`tables that point to each other: ${[...waiting.keys()].join()}`);
    for (const [key, table] of ready) {
      ordered.push(table);
      waiting.delete(key);
    }
  }
  return ordered;
}

export interface Sequence extends TableName {
  readonly last: string;
  readonly isCalled: boolean;
}

export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<TableName>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'S' AND n.nspname IN ('public', $1) ORDER BY 1, 2`,
    [QUEUE],
  );
  const found: Sequence[] = [];
  for (const sequence of rows) {
    const { rows: state } = await client.query<{ last: string; isCalled: boolean }>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${quotedTable(sequence)}`,
    );
    const [one] = state;
    if (one !== undefined) found.push({ ...sequence, ...one });
  }
  return found;
}

/** The number of the queue's last migration; 0 where there is no queue. */
export async function queueVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass($1) IS NOT NULL AS there", [
    `${QUEUE}.migrations`,
  ]);
  if (rows[0]?.there !== true) return 0;
  const { rows: last } = await client.query<{ id: number }>(`SELECT max(id) AS id FROM ${QUEUE}.migrations`);
  return last[0]?.id ?? 0;
}

/** How many rows our tables have, by name; only those that have some. */
export async function rowsIn(client: Client, tables: readonly TableName[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${quotedTable(table)}`,
    );
    const n = rows[0]?.n ?? 0;
    if (n > 0) counts.set(table.name, n);
  }
  return counts;
}
