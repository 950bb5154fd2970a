import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { onServer } from "#lib/db/testing/server";
import { type Life, startLife } from "./abandoned";

let db: Awaited<ReturnType<typeof freshDatabase>>;
const lives: Life[] = [];
beforeAll(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  await Promise.all(lives.splice(0).map((life) => life.end()));
});
afterAll(() => db.close());

async function begin() {
  const life = await startLife(db.url);
  lives.push(life);
  return life;
}

/** A job that a worker of this name is at. */
async function jobHeldBy(name: string) {
  const key = randomUUID();
  await onServer(db.url, `SELECT graphile_worker.add_job('import', job_key := '${key}')`);
  await onServer(
    db.url,
    `UPDATE graphile_worker._private_jobs SET locked_by = '${name}', locked_at = now() WHERE key = '${key}'`,
  );
  return async () =>
    (await onServer(db.url, `SELECT locked_by FROM graphile_worker.jobs WHERE key = '${key}'`))[0]?.locked_by;
}

// Several names: the hash is signed, and both halves of it must be found again.
test.each(Array.from({ length: 8 }, (_, n) => `pool-${n}`))(
  "what a living worker holds is left alone: %s",
  async (name) => {
    await (await begin()).claim(name);
    const holder = await jobHeldBy(name);
    expect(await (await begin()).freeAbandoned({ atOnce: true })).not.toContain(name);
    expect(await holder()).toBe(name);
  },
);

test("what a dead worker held is free at the second look", async () => {
  const dead = await startLife(db.url);
  await dead.claim("pool-dead");
  const holder = await jobHeldBy("pool-dead");
  await dead.end();
  const other = await begin();
  expect(await other.freeAbandoned()).not.toContain("pool-dead");
  expect(await holder()).toBe("pool-dead");
  expect(await other.freeAbandoned()).toContain("pool-dead");
  expect(await holder()).toBeNull();
});

test("a worker that is alone frees it at once", async () => {
  const holder = await jobHeldBy("pool-killed");
  expect(await (await begin()).freeAbandoned({ atOnce: true })).toContain("pool-killed");
  expect(await holder()).toBeNull();
});

test("a lost connection is told", async () => {
  const life = await begin();
  await onServer(
    db.url,
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'onrecord-worker-life'",
  );
  await expect(life.lost).resolves.toBeUndefined();
});
