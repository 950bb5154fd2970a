import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { as, databaseAccount } from "#lib/db/embedded/account.mjs";
import { postgresBinaries } from "#lib/db/embedded/binaries.mjs";

const DEBIAN = "/usr/lib/postgresql";
const READY_WITHIN = 30_000;

/**
 * A PostgreSQL server as an operator would run it: reached over TCP, with a password. The machine's own programs where it has
 * them, so that an older server is tried too; else the embedded ones.
 *
 * @returns {Promise<{ url: string, version: string, stop: () => Promise<void> }>}
 */
export async function startRealServer() {
  const account = databaseAccount();
  const folder = mkdtempSync(join(tmpdir(), "onrecord-server-"));
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  const password = randomBytes(16).toString("hex");
  writeFileSync(passwordFile, password);
  mkdirSync(data, { mode: 0o700 });
  if (account !== null) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid);
  const programs =
    programsOfMachine() ?? join(postgresBinaries(account, join(folder, "copy"), console.log), "bin");
  const init = spawnSync(
    join(programs, "initdb"),
    [
      "-D",
      data,
      "-U",
      "onrecord",
      "-A",
      "scram-sha-256",
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
    ],
    { ...as(account), encoding: "utf8" },
  );
  if (init.status !== 0) throw new Error(`initdb failed: ${init.stderr}`);
  const port = await freePort();
  const server = spawn(
    join(programs, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "fsync=off",
    ],
    { ...as(account), stdio: "ignore" },
  );
  const ended = once(server, "exit");
  await waitFor(port, server);
  return {
    url: `postgresql://onrecord:${password}@127.0.0.1:${port}/postgres`,
    version: spawnSync(join(programs, "postgres"), ["--version"], { encoding: "utf8" }).stdout.trim(),
    stop: async () => {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns {string | null} the newest of Debian's, as a folder of programs */
function programsOfMachine() {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => version >= 15);
  const folder = join(DEBIAN, String(Math.max(...versions)), "bin");
  return existsSync(join(folder, "initdb")) ? folder : null;
}

/** @returns {Promise<number>} */
async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no port to be had");
  return address.port;
}

/** @param {number} port @param {import("node:child_process").ChildProcess} server */
async function waitFor(port, server) {
  const { Client } = (await import("pg")).default;
  const deadline = Date.now() + READY_WITHIN;
  while (server.exitCode === null && Date.now() < deadline) {
    const client = new Client({
      host: "127.0.0.1",
      port,
      user: "nobody-in-particular",
      password: "-",
      database: "postgres",
    });
    try {
      await client.connect();
    } catch (error) {
      // A refused password is an answer: the server is there.
      if (error instanceof Error && "code" in error && error.code === "28P01") return;
    } finally {
      await client.end().catch(() => {}); // it was never open
    }
    await pause(100);
  }
  throw new Error("the PostgreSQL server does not start");
}
