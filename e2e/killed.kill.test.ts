import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyRecord } from "#lib/db/audit/verify";
import { database, disconnect } from "#lib/db/core/client";
import { isAlive } from "#lib/db/embedded/folder-lock.mjs";
import { requestImport } from "#lib/desk/imports";
import { openReview } from "#lib/desk/reviews";
import { acceptSuggestion } from "#lib/desk/statements";
import { pageText, person, storedPage, suggestionsOf } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { analyse } from "#lib/pipeline/analyse";
import { dataFolder, type Product, removeData, startProduct } from "./product";

/**
 * Kill -9, in the middle of an import and of a save. What was acknowledged is there when the product is back, and no page is
 * stored by halves. The tests go on where the one before them stopped, on the same data.
 */

const PATIENCE = { timeout: 60_000, interval: 50 };

let product: Product;
let editor: Actor;
const data = dataFolder();

async function open(): Promise<void> {
  await disconnect();
  delete process.env.DATABASE_URL; // the product must find its database by itself
  product = await startProduct({ data });
  process.env.DATABASE_URL = product.running().databaseUrl;
}

beforeAll(async () => {
  await open();
  editor = await person("Edda Editor");
});
afterAll(async () => {
  await disconnect();
  await product.stop();
  removeData(data);
});

/** A page long enough that reading it takes a while. */
function longPage(mark: string): string {
  const body = Array.from(
    { length: 150 },
    (_, n) =>
      `The harbour council agreed to widen quay ${mark}-${n}, the mayor said. Work ${n} begins in spring.`,
  );
  return `${pageText(mark)}\n\n${body.join("\n\n")}`;
}

const asked = new Map<string, string>();
async function ask(mark: string): Promise<string> {
  const text = longPage(mark);
  const input = { bytes: new TextEncoder().encode(text), format: "text", fileName: null, mediaType: null };
  const { importId } = await requestImport(editor, input, { now: new Date() });
  asked.set(importId, text);
  return importId;
}

const statesOf = async () =>
  (await database().import.findMany({ where: { id: { in: [...asked.keys()] } } })).map(({ state }) => state);
const howMany = async (state: string) => (await statesOf()).filter((found) => found === state).length;

/** Every page that was asked for is stored whole, once; and nothing else is stored in part. */
async function expectAllWhole(): Promise<void> {
  await expect.poll(() => howMany("DONE"), PATIENCE).toBe(asked.size);
  for (const [id, content] of asked) {
    const { version } = await database().import.findUniqueOrThrow({
      where: { id },
      include: {
        version: { include: { _count: { select: { segments: true, suggestions: true, posts: true } } } },
      },
    });
    const whole = analyse({ format: "text", content, url: null, publisher: null });
    expect(version?.text).toBe(whole.text);
    expect(version?._count).toEqual({
      segments: whole.segments.length,
      suggestions: whole.statements.length,
      posts: whole.posts.length,
    });
  }
  expect(await database().article.count({ where: { versions: { none: {} } } })).toBe(0);
  expect(await database().articleVersion.count({ where: { segments: { none: {} } } })).toBe(0);
  expect((await verifyRecord()).faults).toEqual([]);
}

/** Kill one of the product's processes, and wait until another stands in its place. */
async function killAndReplace(which: "web" | "worker" | "database"): Promise<void> {
  const before = product.running().processes[which];
  if (before === undefined) throw new Error(`there is no ${which}`);
  process.kill(before, "SIGKILL");
  await expect.poll(() => product.running().processes[which], PATIENCE).not.toBe(before);
}

/** Try until it is acknowledged: what a person does whose save failed. */
async function untilAcknowledged<T>(work: () => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await expect
    .poll(async () => {
      result = { value: await work() };
      return true;
    }, PATIENCE)
    .toBe(true);
  if (result === undefined) throw new Error("never acknowledged");
  return result.value;
}

test("the worker, in the middle of imports", async () => {
  await Promise.all(["a", "b", "c", "d", "e", "f"].map(ask));
  await expect.poll(() => howMany("RUNNING"), PATIENCE).toBeGreaterThan(0);
  await killAndReplace("worker");
  await expectAllWhole();
});

test("the database, in the middle of imports and of saves", async () => {
  const versionId = await storedPage();
  const { reviewId } = await openReview(editor, { versionId }, { now: new Date() });
  const [first, ...others] = await suggestionsOf(versionId);
  const accept = (suggestionId = "") =>
    acceptSuggestion(editor, { reviewId, suggestionId }, { now: new Date() });
  const acknowledged = [(await accept(first?.id)).statementId];
  await Promise.all(["g", "h", "i"].map(ask));
  const atOnce = Promise.allSettled([...others.map(({ id }) => accept(id)), ask("j"), ask("k")]);
  await killAndReplace("database");
  for (const outcome of await atOnce) {
    if (outcome.status === "fulfilled" && typeof outcome.value === "object")
      acknowledged.push(outcome.value.statementId);
  }
  const kept = await untilAcknowledged(() => database().statement.findMany({ where: { reviewId } }));
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  const decisions = await database().suggestionDecision.findMany({ where: { reviewId } });
  expect(decisions.map(({ statementId }) => statementId).sort()).toEqual(kept.map(({ id }) => id).sort());
  await untilAcknowledged(() => ask("l"));
  await expectAllWhole();
});

test("the launcher itself, in the middle of imports: nothing of it goes on, and the next start does", async () => {
  await Promise.all(["m", "n", "o"].map(ask));
  const { web, worker, database: server } = product.running().processes;
  await product.kill();
  await expect.poll(() => [web, worker].filter(isAlive), PATIENCE).toEqual([]);
  await open();
  expect(product.running().processes.database).toBe(server); // it was still there, and is taken over
  await expectAllWhole();
});

test("stopped, it leaves no process behind, and its data are there the next time", async () => {
  const processes = Object.values(product.running().processes);
  expect(processes.filter((pid) => pid !== undefined && isAlive(pid))).toHaveLength(4);
  await disconnect();
  await product.stop();
  expect(processes.filter((pid) => pid !== undefined && isAlive(pid))).toEqual([]);
  await open();
  await expectAllWhole();
});
