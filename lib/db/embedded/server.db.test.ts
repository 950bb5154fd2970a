import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isAlive } from "./folder-lock.mjs";
import { startPostgres } from "./server.mjs";

type Server = Awaited<ReturnType<typeof startPostgres>>;

const home = mkdtempSync(join(tmpdir(), "onrecord-launcher-"));
/** Longer than a socket's path may be. */
const data = join(home, "a-folder-with-a-rather-long-name".repeat(3));
const cluster = join(data, "postgres");
const running: Server[] = [];

beforeAll(() => {
  chmodSync(home, 0o755);
  mkdirSync(data, { mode: 0o755 });
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function start(wish: { tcp?: boolean; dataFolder?: string } = {}): Promise<Server> {
  const server = await startPostgres({ dataFolder: data, durable: false, ...wish });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a making that was cut off is begun anew; the database has checksums and sorts by code point", async () => {
  mkdirSync(`${cluster}.new`);
  writeFileSync(join(`${cluster}.new`, "PG_VERSION"), "18\n");
  const { url } = await start();
  expect(
    await ask(
      url,
      "SELECT current_setting('data_checksums') AS checksums, current_setting('server_encoding') AS encoding, 'Z' < 'a' AS by_code_point, lower('ÅÄ') AS lower",
    ),
  ).toEqual([{ checksums: "on", encoding: "UTF8", by_code_point: true, lower: "åä" }]);
});

test("stopped and started, it has what it had; nothing is left between", async () => {
  const first = await start();
  await ask(first.url, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("killed, it is told, and starts again at once", async () => {
  const first = await start();
  process.kill(first.pid, "SIGKILL");
  await first.exited;
  await first.stop();
  expect(await ask((await start()).url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("a second start on the same folder is refused, and the first goes on", async () => {
  const { url } = await start();
  await expect(start()).rejects.toThrow(/^Onrecord is already running from /);
  expect(await ask(url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("a process number that now belongs to another program doesn't keep it from starting", async () => {
  const { url, stop } = await start();
  await stop();
  writeFileSync(
    join(cluster, "postmaster.pid"),
    `${process.pid}\n${cluster}\n1700000000\n5432\n/nowhere\n\n\nready\n`,
  );
  await start();
  expect(await ask(url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("files of another major version are refused with a sentence, and left alone", async () => {
  await expect((await start()).stop()).resolves.toBeUndefined();
  const version = join(cluster, "PG_VERSION");
  renameSync(version, `${version}.kept`);
  writeFileSync(version, "15\n");
  await expect(start()).rejects.toThrow(/was made by PostgreSQL 15, and this Onrecord brings 18/);
  expect(readFileSync(version, "utf8")).toBe("15\n");
  renameSync(`${version}.kept`, version);
  expect(await ask((await start()).url, "SELECT n FROM kept")).toEqual([{ n: 7 }]);
});

test("over TCP it wants its password", async () => {
  const other = join(home, "tcp");
  mkdirSync(other, { mode: 0o755 });
  const { url } = await start({ dataFolder: other, tcp: true });
  expect(await ask(url, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(ask(wrong.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});
