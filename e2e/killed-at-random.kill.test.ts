import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seeded } from "#bench/worst/made-pages";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { isAlive } from "#lib/db/embedded/folder-lock.mjs";
import { writeAnnotation } from "#lib/desk/annotations";
import { requestImport, retryImport } from "#lib/desk/imports";
import { openReview } from "#lib/desk/reviews";
import { pageText, person, storedPage } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { dataFolder, freePort, type Product, removeData, startProduct } from "./product";

/**
 * Kill -9 of every part at moments that a seed tells, while people write, give pages and read. What was acknowledged is there, the chain
 * is whole, readers are answered again without a hand, and nothing is left behind. `npm run attack` kills forty times; `ONRECORD_KILLS` and
 * `ONRECORD_SEED` ask for others.
 */

const KILLS = Number(process.env.ONRECORD_KILLS || (process.env.ONRECORD_ATTACK === "all" ? 40 : 5));
const SEED = Number(process.env.ONRECORD_SEED || 20_261_128);
const PARTS = ["web", "worker", "reading process", "database", "launcher"] as const;
type PartName = (typeof PARTS)[number];
const WRITERS = 4;
const PATIENCE = { timeout: 90_000, interval: 25 };

const next = seeded(SEED);
const data = dataFolder();
const port = await freePort(); // the same after every start, as for whoever reads
const origin = `http://127.0.0.1:${port}`;
let product: Product;
let editor: Actor;
let reviewId = "";

async function open(): Promise<void> {
  await disconnect();
  delete process.env.DATABASE_URL; // the product must find its database by itself
  product = await startProduct({ data, port, env: { ONRECORD_ENGINE: "rules" } });
  process.env.DATABASE_URL = product.running().databaseUrl;
}

beforeAll(async () => {
  await open();
  editor = await person("Edda Editor");
  await person("Ada Admin", "ADMIN"); // as where people work: a start without one makes a link first
  reviewId = (await openReview(editor, { versionId: await storedPage() }, { now: new Date() })).reviewId;
});
afterAll(async () => {
  await disconnect();
  await product.stop();
  removeData(data);
});

/** What was acknowledged, and has to be there for ever. */
const notes: string[] = [];
const imports: string[] = [];
let refused = 0;
let read = 0;
let isLoaded = true;

const breath = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Ask again and again, as people do whose save failed, for as long as the test lasts. */
async function keepAsking(work: (turn: number) => Promise<void>, every: number): Promise<void> {
  for (let turn = 0; isLoaded; turn += 1) {
    await work(turn).catch(() => {
      refused += 1;
    });
    await breath(every);
  }
}

const write = (who: number) => async (turn: number) => {
  const note = { reviewId, span: { start: 0, end: 6 }, body: `note ${who}-${turn}`, isPublic: false };
  const kept = await writeAnnotation(editor, note, { now: new Date() });
  if (kept !== null) notes.push(kept.annotationId);
};

async function give(turn: number): Promise<void> {
  const text = `${pageText(`${SEED}-${turn}`)}\n\n${"The mayor said that the quay is wide. ".repeat(500)}`;
  const page = {
    bytes: new TextEncoder().encode(text),
    format: "text",
    fileName: `page-${turn}.txt`,
    mediaType: null,
  };
  imports.push((await requestImport(editor, page, { now: new Date() })).importId);
}

async function readAsStranger(): Promise<void> {
  const { status } = await fetch(origin, { signal: AbortSignal.timeout(5_000) });
  if (status === 500) serverErrors += 1;
  else if (status === 200) read += 1;
}
let serverErrors = 0;

/** Every process under this one, its own child first. */
function childrenOf(pid: number): number[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child = 0]) => [child, ...below(child)]);
  return below(pid);
}

const processIn = (part: PartName): number | undefined => {
  const { processes } = product.running();
  if (part === "reading process") {
    return childrenOf(processes.worker).find((pid) => commandOf(pid).includes("tinypool"));
  }
  return processes[part];
};

function commandOf(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return ""; // it has just ended
  }
}

const isAnswering = () =>
  fetch(`${origin}/`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** Kill it; the milliseconds until readers are answered again, and a new one stands in its place. */
async function kill(part: PartName): Promise<number> {
  await expect.poll(() => processIn(part), PATIENCE).toBeTypeOf("number");
  const pid = processIn(part) ?? 0;
  const below = childrenOf(pid);
  const begun = performance.now();
  if (part === "launcher") return killLauncher(below);
  process.kill(pid, "SIGKILL");
  await expect.poll(() => isAlive(pid), PATIENCE).toBe(false);
  await expect.poll(isAnswering, PATIENCE).toBe(true);
  const waited = performance.now() - begun;
  if (part !== "reading process") {
    await expect.poll(() => product.running().processes[part], PATIENCE).not.toBe(pid);
    // A server that was killed takes its own children along; what it had begun for us ends by itself.
    await expect.poll(() => below.filter(isAlive), PATIENCE).toEqual([]);
  }
  return waited;
}

/** Nothing of it goes on but the database, which the next start takes over: a hand is needed, and that is said. */
async function killLauncher(below: readonly number[]): Promise<number> {
  const { database: server = 0 } = product.running().processes;
  const ofDatabase = new Set([server, ...childrenOf(server)]);
  await product.kill();
  const others = () => below.filter((pid) => !ofDatabase.has(pid) && isAlive(pid));
  await expect.poll(others, PATIENCE).toEqual([]);
  const begun = performance.now();
  const opening = open();
  const answered = expect
    .poll(isAnswering, PATIENCE)
    .toBe(true)
    .then(() => performance.now() - begun);
  const [waited] = await Promise.all([answered, opening]);
  return waited;
}

/** The imports that have ended, by how: stored, or refused with a sentence that says why. */
async function ends(): Promise<{ stored: string[]; refusedWithReason: string[] }> {
  const all = await database().import.findMany({
    where: { id: { in: imports } },
    select: { id: true, state: true, message: true },
  });
  return {
    stored: all.filter(({ state }) => state === "DONE").map(({ id }) => id),
    refusedWithReason: all
      .filter(({ state, message }) => state === "REFUSED" && message !== null && message !== "")
      .map(({ id }) => id),
  };
}

/** Pages whose reader was killed six times are refused and say so: nothing of them is lost, and tried again they are stored. */
async function expectAllStored(): Promise<number> {
  const patience = { timeout: 600_000, interval: 500 };
  const ended = async () => {
    const { stored, refusedWithReason } = await ends();
    return stored.length + refusedWithReason.length;
  };
  await expect.poll(ended, patience).toBe(imports.length);
  const { refusedWithReason } = await ends();
  for (const importId of refusedWithReason) await retryImport(editor, { importId }, { now: new Date() });
  await expect.poll(async () => (await ends()).stored.length, patience).toBe(imports.length);
  return refusedWithReason.length;
}

test(`${KILLS} kills under load, by the seed ${SEED}`, { timeout: 3_000_000 }, async () => {
  const load = [
    ...Array.from({ length: WRITERS }, (_, who) => keepAsking(write(who), 20)),
    keepAsking(give, 400),
    keepAsking(readAsStranger, 50),
    keepAsking(readAsStranger, 50),
  ];
  const longest = new Map<PartName, number>();
  for (let n = 0; n < KILLS; n += 1) {
    const part = PARTS[n % PARTS.length] ?? "web";
    await breath(next(2_000)); // the moment
    const waited = await kill(part);
    longest.set(part, Math.max(longest.get(part) ?? 0, waited));
  }
  isLoaded = false;
  await Promise.all(load);

  const triedAgain = await expectAllStored();
  const kept = await database().annotation.findMany({ where: { reviewId }, select: { id: true } });
  expect(notes.filter((id) => !kept.some((note) => note.id === id))).toEqual([]);
  const told = await database().auditEvent.count({ where: { action: "annotation.write" } });
  expect(told).toBe(kept.length);
  expect((await verifyRecord()).faults).toEqual([]);
  expect(serverErrors).toBe(0);
  expect(notes.length).toBeGreaterThan(0);
  const waits = [...longest].map(([part, ms]) => `${part} ${Math.round(ms)} ms`).join(", ");
  console.log(
    `${KILLS} kills: ${notes.length + imports.length} acts acknowledged and there (${triedAgain} of ${imports.length} pages refused by name first), ${refused} asked in vain, ${read} pages read; answering again at the latest after: ${waits}`,
  );
});
