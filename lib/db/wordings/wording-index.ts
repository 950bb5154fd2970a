import { calendarDate } from "#lib/db/core/calendar";
import { database, type Tx, transaction } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";

/**
 * An index of wordings. The database keeps the rows; their keys are worked out by the program. Keys are numbers: an inverted index over the array finds rows by
 * them, however many there are.
 */

/** Where an index stands. Names of our own tables and functions, and nothing from outside. */
interface Tables {
  /** The rows: id, text, day, keys and isKeyed. */
  readonly wordings: string;
  /** In how many of them each key stands. */
  readonly counts: string;
  /** Says of a row `w` whether it is still to be found; a row that isn't is taken away. */
  readonly stands: string;
  /** Named by a lock: one process at a time works out keys, so that two never wait for each other's counts. */
  readonly lock: string;
}

/** The key under which it stands how many wordings there are. */
const ALL = 0;

export interface CountedKeys {
  /** In how many wordings each key stands, those that stand in none left out. */
  readonly counts: ReadonlyMap<number, number>;
  /** How many wordings there are. */
  readonly total: number;
  /** Is there a wording whose keys wait to be worked out? */
  readonly isWaiting: boolean;
}

/** What is looked for, for one statement: wordings that have all keys of a probe. */
export interface WordingProbes {
  /** Asked in this order. */
  readonly probes: readonly (readonly number[])[];
  /** Once so many wordings were read, nothing more is. */
  readonly most: number;
}

/** A wording that a probe found, by its keys. */
export interface FoundWording {
  readonly id: string;
  readonly keys: readonly number[];
}

/** What is said, and the day that its words of time are read at. */
export interface Wording {
  readonly text: string;
  readonly day: string | null;
}

export class WordingIndex {
  private readonly wordings: Prisma.Sql;
  private readonly counts: Prisma.Sql;
  private readonly stands: Prisma.Sql;
  private readonly lock: string;

  constructor({ wordings, counts, stands, lock }: Tables) {
    this.wordings = Prisma.raw(`"${wordings}"`);
    this.counts = Prisma.raw(`"${counts}"`);
    this.stands = Prisma.raw(stands);
    this.lock = lock;
  }

  async countsOfKeys(keys: readonly number[]): Promise<CountedKeys> {
    // In one row: hundreds of small ones cost more to take over than to find.
    const [row] = await database().$queryRaw<{ counted: [number, number][] | null; isWaiting: boolean }[]>`
      SELECT json_agg(json_build_array("key", "count")) AS "counted",
        EXISTS (SELECT 1 FROM ${this.wordings} WHERE NOT "isKeyed") AS "isWaiting"
      FROM ${this.counts} WHERE "key" = ANY (${[ALL, ...keys]}::int[])`;
    const counts = new Map(row?.counted ?? []);
    const total = counts.get(ALL) ?? 0;
    counts.delete(ALL);
    return { counts, total, isWaiting: row?.isWaiting ?? false };
  }

  /**
   * For each statement what its probes find, each wording once, in no order. One question to the index, however many they are; a row for each statement,
   * since a row for each wording costs more to take over than to find.
   */
  async wordingsWith(statements: readonly WordingProbes[]): Promise<FoundWording[][]> {
    const found = statements.map(() => new Map<string, FoundWording>());
    if (statements.every(({ probes }) => probes.length === 0)) return found.map(() => []);
    // Lists of several lengths make no array of PostgreSQL's: each goes as a text that is one.
    const lists = statements.map(({ probes }) => `{${probes.map((keys) => `"{${keys.join()}}"`).join()}}`);
    const rows = await database().$queryRaw<{ at: number; found: string }[]>`
      SELECT asked."at"::int - 1 AS "at", string_agg(found."id" || ' ' || array_to_string(found."keys", ' '), ',') AS "found"
      FROM unnest(${lists}::text[], ${statements.map(({ most }) => most)}::int[]) WITH ORDINALITY AS asked("probes", "most", "at")
      CROSS JOIN LATERAL (
        SELECT one."id", one."keys" FROM unnest(asked."probes"::text[]) AS probe("keys")
        CROSS JOIN LATERAL (
          WITH one AS MATERIALIZED (SELECT w."id", w."keys" FROM ${this.wordings} w WHERE w."keys" @> probe."keys"::int[])
          SELECT * FROM one
        ) one LIMIT asked."most"
      ) found GROUP BY asked."at"`;
    for (const row of rows)
      for (const one of row.found.split(",")) {
        const [id = "", ...keys] = one.split(" ");
        if (!found[row.at]?.has(id)) found[row.at]?.set(id, { id, keys: keys.map(Number) });
      }
    return found.map((own) => [...own.values()]);
  }

  /**
   * Give up to `most` wordings that wait their keys, and take away those that stand no more. Another process that does the same meanwhile is left to it.
   *
   * Returns  how many were looked at; 0 where none waits, or somebody else is at it.
   */
  keyWaiting(keysOf: (wording: Wording) => readonly number[], most: number): Promise<number> {
    return transaction(async (tx) => {
      const [lock] = await tx.$queryRaw<{ isOurs: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtextextended(${this.lock}, 0)) AS "isOurs"`;
      if (lock?.isOurs !== true) return 0;
      const rows = await tx.$queryRaw<WaitingRow[]>`
        SELECT "id", "text", "day", "keys", ${this.stands} AS "stands"
        FROM ${this.wordings} w WHERE NOT "isKeyed" ORDER BY "id" LIMIT ${most} FOR UPDATE SKIP LOCKED`;
      const gone = rows.filter(({ stands }) => !stands);
      if (gone.length > 0)
        await tx.$executeRaw`DELETE FROM ${this.wordings} WHERE "id" = ANY (${gone.map(({ id }) => id)}::bigint[])`;
      const kept = rows
        .filter(({ stands }) => stands)
        .map(({ id, text, day, keys }) => {
          return { id, before: keys, keys: keysOf({ text, day: calendarDate(day) }) };
        });
      await tx.$executeRaw`
        UPDATE ${this.wordings} w SET "keys" = one."keys"::int[], "isKeyed" = true
        FROM unnest(${kept.map(({ id }) => id)}::bigint[], ${kept.map(({ keys }) => `{${keys.join(",")}}`)}::text[])
          AS one("id", "keys") WHERE w."id" = one."id"`;
      await this.count(tx, [...kept, ...gone.map(({ keys }) => ({ before: keys, keys: [] }))]);
      return rows.length;
    });
  }

  /** Settles once nobody is giving wordings their keys: whoever was at it is done, and what they wrote is there. */
  async untilKeyed(): Promise<void> {
    await database().$queryRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${this.lock}, 0))::text`;
  }

  /** Count what came and went. A row without keys was not counted before. */
  private async count(tx: Tx, rows: readonly Change[]): Promise<void> {
    const changes = new Map<number, number>();
    const add = (key: number, by: number) => changes.set(key, (changes.get(key) ?? 0) + by);
    for (const { before, keys } of rows) {
      for (const key of before) add(key, -1);
      for (const key of keys) add(key, 1);
      add(ALL, Number(keys.length > 0) - Number(before.length > 0));
    }
    const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
    await tx.$executeRaw`
      INSERT INTO ${this.counts} AS "known" ("key", "count")
      SELECT * FROM unnest(${changed.map(([key]) => key)}::int[], ${changed.map(([, by]) => by)}::int[])
      ON CONFLICT ("key") DO UPDATE SET "count" = "known"."count" + excluded."count"`;
  }
}

interface WaitingRow {
  readonly id: bigint;
  readonly text: string;
  readonly day: Date | null;
  readonly keys: number[];
  readonly stands: boolean;
}

interface Change {
  readonly before: readonly number[];
  readonly keys: readonly number[];
}
