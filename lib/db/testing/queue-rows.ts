import { Client } from "pg";

/**
 * A queue of made items, written straight into a database by its owner, the same for the same seed: seven in ten published, a quarter that
 * nobody has, the rest in the hands of twenty people, handed in or dismissed. Only what lists are asked of is there: no pages behind them.
 */

export interface MadeQueue {
  /** The ids of its people, all editors. */
  readonly people: readonly string[];
  /** Ids that stand in the facets of one item in a hundred, and of three in all. */
  readonly commonSpeaker: string;
  readonly rareSpeaker: string;
}

const PEOPLE = 20;
const personId = (n: number): string => `0190a000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const speakerId = (n: number): string => `0190a000-0000-7000-9000-${String(n).padStart(12, "0")}`;

export async function queueOfItems(
  ownerUrl: string,
  { items, seed }: { readonly items: number; readonly seed: number },
): Promise<MadeQueue> {
  const sql = new Client({ connectionString: ownerUrl });
  await sql.connect();
  try {
    await sql.query("SET session_replication_role = replica");
    await sql.query(DRAW);
    await sql.query(
      `INSERT INTO "User" (id, email, name, role, "passwordHash")
       SELECT ('0190a000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, n || '@example.org', 'Person ' || n, 'EDITOR', '-'
       FROM generate_series(1, ${PEOPLE}) n`,
    );
    await sql.query(
      `INSERT INTO "Speaker" (id, name, kind, "rootId", grams)
       SELECT id, 'Speaker ' || n, 'PERSON', id, '{}' FROM (
         SELECT n, ('0190a000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid AS id FROM generate_series(1, 2) n) each`,
    );
    await sql.query(ITEMS, [items, seed]);
    await sql.query("ANALYZE");
  } finally {
    await sql.end();
  }
  return {
    people: Array.from({ length: PEOPLE }, (_, i) => personId(i + 1)),
    commonSpeaker: speakerId(1),
    rareSpeaker: speakerId(2),
  };
}

/** Drawn by a hash, so that it is the same in whatever order rows are made: 0 to `of` − 1. */
const DRAW = `CREATE FUNCTION pg_temp.draw(seed int, n int, what text, of int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
  SELECT ((('x' || substr(md5(seed || ' ' || n || ' ' || what), 1, 8))::bit(32)::bigint) % of)::int $$;
  CREATE FUNCTION pg_temp.id(named text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT overlay(overlay(md5(named) placing '7' from 13) placing '8' from 17)::uuid $$`;

const ITEMS = `
  WITH drawn AS (
    SELECT n, pg_temp.id($2::int || ' item ' || n) AS id, pg_temp.draw($2::int, n, 'place', 1000) AS p,
      ('0190a000-0000-7000-8000-' || lpad((pg_temp.draw($2::int, n, 'writer', ${PEOPLE}) + 1)::text, 12, '0'))::uuid AS writer,
      ('0190a000-0000-7000-8000-' || lpad((pg_temp.draw($2::int, n, 'reader', ${PEOPLE}) + 1)::text, 12, '0'))::uuid AS reader,
      '2025-01-01T00:00:00Z'::timestamptz + n * interval '5 minutes' AS at
    FROM generate_series(1, $1::int) n
  ), placed AS (
    SELECT *, (CASE WHEN p < 700 THEN 'PUBLISHED' WHEN p < 950 THEN 'OPEN' WHEN p < 970 THEN 'HELD' WHEN p < 985 THEN 'SUBMITTED'
      ELSE 'DISMISSED' END)::"QueuePlace" AS place FROM drawn
  )
  INSERT INTO "QueueItem" (id, "subjectId", kind, place, state, "versionId", version, "alsoVersions", title, publisher, day, waiting, total,
    "authorId", "assigneeId", "lostId", "hasReader", writers, priority, reasons, urgency, "dueAt", "changedAt", "promiseDue", "isDue",
    "dismissedFor", revision, facets, "wordsMark", words, dissenters)
  SELECT id, pg_temp.id(id || 's'), 'ARTICLE', place,
    CASE place WHEN 'PUBLISHED' THEN 'PUBLISHED' WHEN 'SUBMITTED' THEN 'SUBMITTED' WHEN 'HELD' THEN
      CASE WHEN n % 10 = 0 THEN 'RETURNED' ELSE 'DRAFT' END END::"ReviewState",
    pg_temp.id(id || 'v'), 1, '{}', said, 'Publisher ' || pg_temp.draw($2::int, n, 'publisher', 400), at::date, n % 30, n % 40,
    CASE WHEN place IN ('HELD', 'SUBMITTED', 'PUBLISHED') THEN writer END,
    CASE WHEN place = 'HELD' THEN writer WHEN place = 'SUBMITTED' THEN CASE WHEN n % 3 = 0 THEN reader ELSE writer END END,
    NULL, place = 'SUBMITTED' AND n % 3 = 0 AND reader <> writer,
    CASE WHEN place IN ('HELD', 'SUBMITTED', 'PUBLISHED') THEN ARRAY[writer] ELSE '{}' END,
    pg_temp.draw($2::int, n, 'priority', 900), '[]', NULL,
    CASE WHEN n % 20 = 0 THEN at + interval '90 days' ELSE '9999-12-31T00:00:00Z' END, at,
    CASE WHEN place = 'PUBLISHED' AND n % 50 = 0 THEN at::date END, place = 'PUBLISHED' AND n % 50 = 0,
    CASE WHEN place = 'DISMISSED' THEN 'A recipe.' END, 0,
    ARRAY['kind:ARTICLE', 'language:' || (ARRAY['en', 'ar', 'ckb'])[1 + n % 3],
      'publisher:publisher ' || pg_temp.draw($2::int, n, 'publisher', 400),
      'label:' || (ARRAY['REPORTED', 'OPINION', 'UNSOURCED_ASSERTION', 'UNSOURCED_SPECULATION'])[1 + pg_temp.draw($2::int, n, 'label', 4)],
      'sourcing:' || (ARRAY['NONE', 'NAMED_PERSON', 'DOCUMENT'])[1 + pg_temp.draw($2::int, n, 'sourcing', 3)],
      'feed:' || pg_temp.id('feed ' || pg_temp.draw($2::int, n, 'feed', 50)), 'claim:' || pg_temp.id('claim ' || pg_temp.draw($2::int, n, 'claim', 20000)),
      'state:' || CASE place WHEN 'PUBLISHED' THEN 'PUBLISHED' WHEN 'SUBMITTED' THEN 'SUBMITTED' WHEN 'HELD' THEN 'DRAFT' ELSE 'NONE' END]
      || CASE WHEN n % 4 = 0 THEN ARRAY['unsure:yes'] ELSE '{}' END || CASE WHEN n % 7 = 0 THEN ARRAY['prediction:yes'] ELSE '{}' END
      || CASE WHEN n % 100 = 0 THEN ARRAY['speaker:${speakerId(1)}'] WHEN n IN (11, 111, 1111) THEN ARRAY['speaker:${speakerId(2)}']
        ELSE ARRAY['speaker:' || pg_temp.id('speaker ' || pg_temp.draw($2::int, n, 'speaker', 5000))] END
      || CASE WHEN place IN ('HELD', 'SUBMITTED', 'PUBLISHED') THEN ARRAY['person:' || writer] ELSE '{}' END,
    '', search_vector(said), CASE WHEN place = 'OPEN' AND n % 300 = 0 THEN ARRAY[writer, reader] ELSE '{}' END
  FROM placed, LATERAL (
    SELECT 'Gazette page ' || n || ' ' || string_agg('word' || pg_temp.draw($2::int, n, 'word ' || w, 2000), ' ') AS said FROM generate_series(1, 12) w
  ) worded`;
