/**
 * A night's look over claims: `node --max-old-space-size=6000 --import tsx bench/doubts.ts [SIZE…]` (10000 100000).
 *
 * At each size a thousand claims are new, half of them retold from known ones, and it is told how long they take, processor time of this process apart, and how many doubts came
 * of them. Everything by one seed.
 */
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { disconnect } from "#lib/db/core/client";
import { lookForDoubts } from "#lib/ingest/doubts";
import { matchModel } from "#lib/pipeline/match/match-model";
import { randomFrom } from "#scripts/train/random";
import { benchServer } from "./import/server";
import { Archive } from "./matching/archive";
import { Maker } from "./matching/made";

const SEED = 16;
const NEW = 1000;

const sizes = process.argv.slice(2).map(Number);
const server = await benchServer();
process.env.DATABASE_URL = server.url;
process.env.ONRECORD_STATEMENT_TIMEOUT = "0";
const archive = new Archive(server.url, new Maker(randomFrom(SEED)));
const random = randomFrom(SEED + 1);
const fresh = new Maker(randomFrom(SEED + 2));
const sql = new Client({ connectionString: server.url });
await sql.connect();

for (const size of sizes.length === 0 ? [10_000, 100_000] : sizes) {
  await archive.growTo(size);
  await sql.query(
    `INSERT INTO "WordingLook" SELECT "id", $1, 1 FROM "ClaimWording" ON CONFLICT ("wordingId") DO NOTHING`,
    [matchModel().version],
  );
  const made = Array.from({ length: NEW }, (_, i) => {
    const known = archive.kept[Math.floor(random() * archive.kept.length)];
    return i % 2 === 1 || known === undefined ? fresh.statement() : fresh.retold(known);
  });
  // Behind the ids that the archive gives.
  await sql.query(
    `SELECT setval(pg_get_serial_sequence('"ClaimWording"', 'id'), greatest(100000000, max("id"))) FROM "ClaimWording"`,
  );
  await sql.query(
    `INSERT INTO "Claim" ("id", "slug", "wording", "unknowns", "createdAt")
     SELECT gen_random_uuid(), gen_random_uuid()::text, one.text, '{}', one.day::timestamptz FROM unnest($1::text[], $2::text[]) AS one(text, day)`,
    [made.map(({ text }) => text), made.map(({ day }) => day)],
  );
  await sql.query(`VACUUM ANALYZE "WordingLook", "Claim"`);
  const [begun, worked] = [performance.now(), process.cpuUsage()];
  const looked = await lookForDoubts({ now: () => new Date("2026-01-01T02:23:00Z") });
  const { user, system } = process.cpuUsage(worked);
  const { rows } = await sql.query(`SELECT count(*)::int AS found FROM "Doubt"`);
  console.log(
    `${size} claims, ${looked} looked over: ${((performance.now() - begun) / 1000).toFixed(1)} s, of that ${((user + system) / 1e6).toFixed(1)} s of this process; ${rows[0].found} doubts so far`,
  );
}

await sql.end();
await archive.close();
await disconnect();
await server.stop();
