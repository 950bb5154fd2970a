import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { isAlive } from "#lib/db/embedded/folder-lock.mjs";
import { dataFolder, freePort, removeData, startProduct } from "./product";

/** `npm start` as a person has it: how it ends, and what it says when it can't begin. */

const PATIENCE = { timeout: 60_000, interval: 50 };

const folders: string[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  for (const folder of folders.splice(0)) removeData(folder);
});

function folder(): string {
  const made = dataFolder();
  folders.push(made);
  return made;
}

function begin(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
): ChildProcess & { said: () => string } {
  const child = spawn(command, args, {
    env: { ...process.env, ONRECORD_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a group of its own, as a terminal gives it
  });
  children.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
    });
  }
  return Object.assign(child, { said: () => said });
}

/** Start under npm, and wait until it stands. */
async function npmStart() {
  const data = folder();
  const port = String(await freePort());
  const npm = begin("npm", ["start"], { PORT: port, ONRECORD_DATA: data });
  await expect.poll(npm.said, PATIENCE).toMatch(/^Onrecord is at /m);
  const { processes } = JSON.parse(readFileSync(join(data, "running.json"), "utf8"));
  const pids = Object.values<number>(processes);
  expect(pids.filter(isAlive)).toEqual(pids);
  return { npm, data, pids };
}

test.each([
  ["npm gets SIGTERM", "SIGTERM", "npm"],
  ["npm is killed", "SIGKILL", "npm"],
  ["Ctrl-C, which a terminal gives to all of them", "SIGINT", "group"],
] as const)("%s, and no process is left behind", async (_, signal, whom) => {
  const { npm, data, pids } = await npmStart();
  const { pid = 0 } = npm;
  process.kill(whom === "npm" ? pid : -pid, signal);
  await expect.poll(() => pids.filter(isAlive), PATIENCE).toEqual([]);
  expect(existsSync(join(data, "running.json"))).toBe(false);
});

/** What a start that can't begin says, and how it ends. */
async function refusal(env: Record<string, string>) {
  const child = begin(process.execPath, ["scripts/start.mjs"], { PORT: String(await freePort()), ...env });
  const [code] = await once(child, "close");
  return { code, said: child.said().trim().split("\n") };
}

test("a port that is taken", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const address = other.address();
  const port = typeof address === "object" && address !== null ? String(address.port) : "";
  const { code, said } = await refusal({ PORT: port, ONRECORD_DATA: folder() });
  other.close();
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringMatching(`^Port ${port} on 127.0.0.1 is taken by another program.`)]);
});

test("a data folder that can't be written to", async () => {
  const file = join(folder(), "a-file");
  writeFileSync(file, "");
  const { code, said } = await refusal({ ONRECORD_DATA: join(file, "data") });
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^The data folder .* can't be written to\./)]);
});

test("a port that is no port, an address that is none", async () => {
  expect(await refusal({ PORT: "http", ONRECORD_DATA: folder() })).toEqual({
    code: 1,
    said: [expect.stringMatching(/^PORT is "http"/)],
  });
  expect((await refusal({ ONRECORD_URL: "onrecord", ONRECORD_DATA: folder() })).said).toEqual([
    expect.stringMatching(/^ONRECORD_URL is "onrecord"/),
  ]);
});

test("a database that can't be reached, and its password stays unsaid", async () => {
  const url = `postgresql://app:hunter2@127.0.0.1:${await freePort()}/app`;
  const { code, said } = await refusal({ DATABASE_URL: url, ONRECORD_DATA: folder() });
  expect(code).toBe(1);
  expect(said).toEqual([
    expect.stringMatching(/^Waiting for the database/),
    expect.stringMatching(/^The database\/app on 127\.0\.0\.1:\d+ can’t be reached \(.*ECONNREFUSED/),
  ]);
  expect(said.join()).not.toContain("hunter2");
});

test("a folder that another start uses", async () => {
  const data = folder();
  const product = await startProduct({ data });
  const { code, said } = await refusal({ ONRECORD_DATA: data });
  await product.stop();
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^Onrecord is already running from /)]);
});

test("a demo on a database that isn't empty", async () => {
  const data = folder();
  await (await startProduct({ data })).stop();
  const child = begin(process.execPath, ["scripts/start.mjs", "--demo"], {
    PORT: String(await freePort()),
    ONRECORD_DATA: data,
  });
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(child.said()).toMatch(/^The demo fills an empty database only/m);
});

test("nobody reads what it says any more: it ends in order, and says nothing for ever", async () => {
  const data = folder();
  const child = begin(process.execPath, ["scripts/start.mjs"], {
    PORT: String(await freePort()),
    ONRECORD_DATA: data,
  });
  await expect.poll(child.said, PATIENCE).toMatch(/^Onrecord is at /m);
  const { processes } = JSON.parse(readFileSync(join(data, "running.json"), "utf8"));
  const pids = Object.values<number>(processes);
  child.stdout?.destroy();
  child.stderr?.destroy();
  process.kill(processes.worker, "SIGKILL"); // that it stopped is something to say
  await expect.poll(() => pids.filter(isAlive), PATIENCE).toEqual([]);
  expect(existsSync(join(data, "running.json"))).toBe(false);
});
