import { Client } from "pg";
import { database } from "#lib/db/core/client";

/**
 * Jobs of workers that died. The queue keeps a killed worker's job locked for four hours; here a worker shows that it lives
 * by a lock on its session, which PostgreSQL itself takes back when the worker is gone, and any other worker may then free
 * what it held. A job freed too early would run twice, so every task must bear that (taking a page in does).
 */

/** First half of our advisory locks' key; the second is a hash of the worker's name. */
const LIVES = 72707370;

export interface Life {
  /** Settles when the connection that proves our life is lost: whoever holds jobs must stop then. */
  readonly lost: Promise<void>;
  /** Say that a worker of this name lives here. */
  claim(name: string): Promise<void>;
  /** Free what dead workers held. One that only looks dead now is left until it looks so again. Returns the names freed. */
  freeAbandoned(options?: { readonly atOnce?: boolean }): Promise<string[]>;
  end(): Promise<void>;
}

export async function startLife(url: string): Promise<Life> {
  const client = new Client({ connectionString: url, application_name: "onrecord-worker-life" });
  await client.connect();
  let isEnding = false;
  let suspects = new Set<string>();
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => {
      if (!isEnding) resolve();
    });
  });
  return {
    lost,
    async claim(name) {
      await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [LIVES, name]);
    },
    async freeAbandoned({ atOnce = false } = {}) {
      const dead = await deadHolders(client);
      const free = dead.filter((name) => atOnce || suspects.has(name));
      suspects = new Set(dead);
      if (free.length > 0)
        await client.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [free]);
      return free;
    },
    async end() {
      isEnding = true;
      await client.end();
    },
  };
}

/** Whether any worker lives on this database now. */
export async function isWorkerAlive(): Promise<boolean> {
  const rows = await database().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks
    WHERE locktype = 'advisory' AND granted AND classid = ${LIVES}::oid
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`;
  return rows.length > 0;
}

/** Names that hold jobs and whose lock anybody could take. Ours never shows: a session's own lock is left out. */
async function deadHolders(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT locked_by AS name FROM graphile_worker.jobs
     WHERE locked_by IS NOT NULL AND NOT EXISTS (
       SELECT FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND classid = $1::oid AND objid = hashtext(locked_by)::oid
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`,
    [LIVES],
  );
  return rows.map((row) => row.name);
}
