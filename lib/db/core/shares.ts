import type { PrismaClient } from "#lib/db/generated/client";
import { database } from "./client";
import type { Reckoned } from "./found";

/** How many rows a table has, and which share of them has what in a column, in [0, 1]: as PostgreSQL reckoned when it looked last, of what it found common. */
export interface Shares {
  readonly rows: number;
  /** Of a column of lists or of words each element, else each value. */
  readonly of: ReadonlyMap<string, number>;
  /** Values between which as many rows lie each time, those in `of` left out. */
  readonly bounds: readonly string[];
}

interface Read {
  readonly at: number;
  readonly shares: Promise<Shares>;
}

/** PostgreSQL looks again by itself as a table changes; so often it is asked. In milliseconds. */
const KEPT = 300_000;

// By client: what was read of another database goes with its own.
const READ = new WeakMap<PrismaClient, Map<string, Read>>();

/** As read within the last minutes. What isn't in it is rare, or the table wasn't looked at yet. */
export async function sharesIn(table: string, column: string): Promise<Shares> {
  const client = database();
  const read = READ.get(client) ?? new Map<string, Read>();
  READ.set(client, read);
  const name = `${table}.${column}`;
  const before = read.get(name);
  if (before !== undefined && Date.now() - before.at < KEPT) return before.shares;
  const shares = readShares(client, table, column);
  read.set(name, { at: Date.now(), shares });
  shares.catch(() => read.delete(name));
  return shares;
}

interface Row {
  readonly rows: number;
  readonly values: string[] | null;
  readonly shares: number[] | null;
  readonly bounds: string[] | null;
}

async function readShares(client: PrismaClient, table: string, column: string): Promise<Shares> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT greatest(c.reltuples, 0)::float8 AS rows,
      coalesce(s.most_common_elems::text::text[], s.most_common_vals::text::text[]) AS values,
      (CASE WHEN s.most_common_elems IS NULL THEN s.most_common_freqs ELSE s.most_common_elem_freqs END)::float8[] AS shares,
      s.histogram_bounds::text::text[] AS bounds
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = ${column}
    WHERE n.nspname = current_schema() AND c.relname = ${table}`;
  // Behind the shares of elements stand the smallest, the largest and that of none at all.
  const of = new Map((row?.values ?? []).map((value, i) => [value, row?.shares?.[i] ?? 0]));
  return { rows: row?.rows ?? 0, of, bounds: row?.bounds ?? [] };
}

/** The share of what lies between two values or is one of them. Values are compared as texts. */
export function shareBetween({ of, bounds }: Shares, from: string, to: string): number {
  const isInside = (value: string) => from <= value && value <= to;
  let [known, inside] = [0, 0];
  for (const [value, share] of of) {
    known += share;
    if (isInside(value)) inside += share;
  }
  // A part more or less at both ends, and half of one where it lies between two bounds.
  const whole = bounds.length - 1;
  const parts = whole < 1 ? 1 : Math.min(1, Math.max(bounds.filter(isInside).length, 0.5) / whole);
  return Math.min(1, inside + Math.max(0, 1 - known) * parts);
}

/**
 * Whether what has all of these shares is read sooner from an index, all of it, than along a list until `take` are found: where the rarest has fewer rows than are
 * walked past until so many of it are found.
 */
export function isRareAmong(shares: readonly number[], rows: number, take: number): boolean {
  const rarest = Math.min(...shares, 1);
  return rarest * rows < take / rarest;
}

/** How many rows have all of it, and how many are walked past until `take` of them are found, if none of that depends on any other. */
export function reckonedFor(shares: readonly number[], rows: number, take: number): Reckoned {
  const share = shares.reduce((left, one) => left * one, 1);
  return { rows: rows * share, way: take / share };
}
