import { calendarDate } from "#lib/db/core/calendar";
import { database, type Tx, transaction } from "#lib/db/core/client";

/**
 * The index of what claims are known by. The database keeps the rows (a claim's own wording, and each that a statement joined to it has, once); their
 * keys are worked out by the program. Keys are numbers: an inverted index over the array finds rows by them, however many there are.
 */

export interface KnownWording {
  readonly id: string;
  readonly claimId: string;
  readonly text: string;
  /** Its words of time are read at this day. */
  readonly day: string | null;
  /** The claim's own, or that of a statement which was joined to it. */
  readonly isOwn: boolean;
}

/** The key under which it stands how many wordings there are. */
const ALL = 0;
/** Named by a lock: one process at a time works out keys, so that two never wait for each other's counts. */
const INDEXING = "the keys of wordings";

/** In how many wordings each of these keys stands, those that stand in none left out; and how many wordings there are. */
export async function countsOfKeys(
  keys: readonly number[],
): Promise<{ readonly counts: ReadonlyMap<number, number>; readonly total: number }> {
  const rows = await database().$queryRaw<{ key: number; count: number }[]>`
    SELECT "key", "count" FROM "WordingKey" WHERE "key" = ANY (${[ALL, ...keys]}::int[])`;
  const counts = new Map(rows.map(({ key, count }) => [key, count]));
  const total = counts.get(ALL) ?? 0;
  counts.delete(ALL);
  return { counts, total };
}

/** A statement that is compared, by its keys. */
export interface AskedStatement {
  readonly keys: readonly number[];
  /** How much it says that a wording has the key, along `keys`. */
  readonly rarities: readonly number[];
  /** What the keys that are in no probe say together, where any wording has them. */
  readonly rest: number;
  /** What the keys that a wording has must say for it to be of use; more of a long one. */
  readonly wanted: number;
  /** What is looked for: up to `most` wordings that have all keys of a probe. `score` is what these say. */
  readonly probes: readonly {
    readonly keys: readonly number[];
    readonly score: number;
    readonly most: number;
  }[];
}

/** How many wordings are looked at. */
interface Bounds {
  /** Of a statement's, compared key by key. */
  readonly compared: number;
  /** Of a statement's, in the answer. */
  readonly answered: number;
}

export interface NearWording extends KnownWording {
  /** How much of what the statement is found by it has, 0 to 1; a long wording less. */
  readonly share: number;
}

/** A wording of so many keys is as long as most; shorter ones than half of it are not preferred further. */
const USUAL_KEYS = 9;

/** For each statement the known wordings that share most with it, best first. One question to the index, however many they are. */
export async function wordingsNear(
  statements: readonly AskedStatement[],
  { compared, answered }: Bounds,
): Promise<NearWording[][]> {
  const probes = statements.flatMap(({ probes: own, rest, wanted }, at) =>
    own.map((probe) => ({ at, rest, wanted, ...probe })),
  );
  const near: NearWording[][] = statements.map(() => []);
  if (probes.length === 0) return near;
  // Lists of several lengths make no array of PostgreSQL's: each goes as a text that is one.
  const lists = (all: readonly (readonly number[])[]) => all.map((one) => `{${one.join(",")}}`);
  const rows = await database().$queryRaw<(WordingRow & { at: number; share: number })[]>`
    WITH probe AS (
      SELECT * FROM unnest(${probes.map(({ at }) => at)}::int[], ${lists(probes.map(({ keys }) => keys))}::text[],
        ${probes.map(({ score }) => score)}::float8[], ${probes.map(({ most }) => most)}::int[],
        ${probes.map(({ rest }) => rest)}::float8[], ${probes.map(({ wanted }) => wanted)}::float8[])
        AS probe("at", "keys", "score", "most", "rest", "wanted")
    ), hit AS (
      SELECT probe."at", found."id", found."length", sum(probe."score") / found."length" AS "score" FROM probe
      CROSS JOIN LATERAL (
        WITH one AS MATERIALIZED (
          SELECT w."id", greatest(0.8, 0.6 + 0.4 * cardinality(w."keys") / ${USUAL_KEYS}) AS "length"
          FROM "ClaimWording" w WHERE w."keys" @> probe."keys"::int[])
        SELECT "id", "length" FROM one LIMIT probe."most"
      ) found
      GROUP BY 1, 2, 3, probe."rest", probe."wanted"
      HAVING (sum(probe."score") + probe."rest") / found."length" >= probe."wanted"
    ), best AS (
      SELECT "at", "id", "length" FROM (
        SELECT "at", "id", "length", row_number() OVER (PARTITION BY "at" ORDER BY "score" DESC, "id") AS "place" FROM hit
      ) placed WHERE "place" <= ${compared}
    ), asked AS (
      SELECT "at" - 1 AS "at", "keys"::int[] AS "keys", "rarities"::float8[] AS "rarities"
      FROM unnest(${lists(statements.map(({ keys }) => keys))}::text[], ${lists(statements.map(({ rarities }) => rarities))}::text[])
        WITH ORDINALITY AS asked("keys", "rarities", "at")
    ), shared AS (
      SELECT best."at", best."id", (
        SELECT sum("rarity") FILTER (WHERE "key" = ANY (w."keys")) / sum("rarity")
        FROM unnest(asked."keys", asked."rarities") AS one("key", "rarity")
      ) / best."length" AS "share"
      FROM best JOIN asked USING ("at") JOIN "ClaimWording" w USING ("id")
    ), answer AS (
      SELECT *, row_number() OVER (PARTITION BY "at" ORDER BY "share" DESC, "id") AS "place" FROM shared
    )
    SELECT answer."at"::int AS "at", least(1, answer."share")::float8 AS "share", w."id", w."claimId", w."text", w."day", w."isOwn"
    FROM answer JOIN "ClaimWording" w USING ("id") WHERE answer."place" <= ${answered} ORDER BY answer."at", answer."place"`;
  for (const { at, share, ...row } of rows) near[at]?.push({ ...wordingOf(row), share });
  return near;
}

interface WordingRow {
  readonly id: bigint;
  readonly claimId: string;
  readonly text: string;
  readonly day: Date | null;
  readonly isOwn: boolean;
}

const wordingOf = ({ id, claimId, text, day, isOwn }: WordingRow): KnownWording => ({
  id: String(id),
  claimId,
  text,
  day: calendarDate(day),
  isOwn,
});

/** Is there a wording whose keys wait to be worked out? */
export async function isWordingWaiting(): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM "ClaimWording" WHERE NOT "isKeyed" LIMIT 1`;
  return rows.length > 0;
}

/**
 * Give up to `most` wordings that wait their keys, and take away those that no statement joins any more. Another process that does the same meanwhile is
 * left to it.
 *
 * Returns  how many were looked at; 0 where none waits, or somebody else is at it.
 */
export function keyWaitingWordings(
  keysOf: (wording: { readonly text: string; readonly day: string | null }) => readonly number[],
  most: number,
): Promise<number> {
  return transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ isOurs: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${INDEXING}, 0)) AS "isOurs"`;
    if (lock?.isOurs !== true) return 0;
    const rows = await tx.$queryRaw<(WordingRow & { keys: number[]; stands: boolean })[]>`
      SELECT "id", "claimId", "text", "day", "isOwn", "keys", wording_stands(w) AS "stands"
      FROM "ClaimWording" w WHERE NOT "isKeyed" ORDER BY "id" LIMIT ${most} FOR UPDATE SKIP LOCKED`;
    const gone = rows.filter(({ stands }) => !stands);
    if (gone.length > 0)
      await tx.$executeRaw`DELETE FROM "ClaimWording" WHERE "id" = ANY (${gone.map(({ id }) => id)}::bigint[])`;
    const kept = rows
      .filter(({ stands }) => stands)
      .map((row) => ({ id: row.id, before: row.keys, keys: keysOf(wordingOf(row)) }));
    await tx.$executeRaw`
      UPDATE "ClaimWording" w SET "keys" = one."keys"::int[], "isKeyed" = true
      FROM unnest(${kept.map(({ id }) => id)}::bigint[], ${kept.map(({ keys }) => `{${keys.join(",")}}`)}::text[])
        AS one("id", "keys") WHERE w."id" = one."id"`;
    await count(tx, [...kept, ...gone.map(({ keys }) => ({ before: keys, keys: [] }))]);
    return rows.length;
  });
}

interface Change {
  readonly before: readonly number[];
  readonly keys: readonly number[];
}

/** Count what came and went. A row without keys was not counted before. */
async function count(tx: Tx, rows: readonly Change[]): Promise<void> {
  const changes = new Map<number, number>();
  const add = (key: number, by: number) => changes.set(key, (changes.get(key) ?? 0) + by);
  for (const { before, keys } of rows) {
    for (const key of before) add(key, -1);
    for (const key of keys) add(key, 1);
    add(ALL, Number(keys.length > 0) - Number(before.length > 0));
  }
  const changed = [...changes].filter(([, by]) => by !== 0).sort(([a], [b]) => a - b);
  await tx.$executeRaw`
    INSERT INTO "WordingKey" ("key", "count")
    SELECT * FROM unnest(${changed.map(([key]) => key)}::int[], ${changed.map(([, by]) => by)}::int[])
    ON CONFLICT ("key") DO UPDATE SET "count" = "WordingKey"."count" + excluded."count"`;
}
