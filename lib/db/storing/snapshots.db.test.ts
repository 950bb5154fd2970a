import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { database, disconnect, transaction } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { freshDatabase } from "#lib/db/testing/fresh-database";
import { requestImport } from "#lib/desk/imports";
import { at, pageBytes, person } from "#lib/desk/testing/newsroom";
import type { Actor } from "#lib/domain/actor";
import { runImport } from "#lib/jobs/tasks";
import { snapshotFolder } from "./snapshot-folder";
import { keepSnapshot, snapshotBytes } from "./snapshots";

let db: Awaited<ReturnType<typeof freshDatabase>>;
let folder: string;
let mara: Actor;
beforeAll(async () => {
  db = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), "onrecord-snapshots-"));
  mara = await person("Mara");
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await disconnect();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const give = (bytes: Uint8Array) =>
  requestImport(mara, { bytes, format: null, fileName: "page.txt", mediaType: null }, at);
const rowOf = (hash: string) => database().snapshot.findUniqueOrThrow({ where: { sha256: hash } });
const stateOf = async (id: string) => (await database().import.findUniqueOrThrow({ where: { id } })).state;

test("without a folder the bytes stay in the database", async () => {
  const bytes = pageBytes("s1");
  await give(bytes);
  const row = await rowOf(sha256(bytes));
  expect(Buffer.from(row.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
});

test("with a folder they lie there, and the page is read from there", async () => {
  vi.stubEnv("ONRECORD_SNAPSHOTS", folder);
  const bytes = pageBytes("s2");
  const { importId } = await give(bytes);
  expect((await rowOf(sha256(bytes))).bytes).toBeNull();
  expect(await snapshotFolder(folder).get(sha256(bytes))).not.toBeNull();
  await runImport(importId, true, at.now, "RULES");
  expect(await stateOf(importId)).toBe("DONE");
});

test("what was kept in the database before a folder was named is read from there, and not kept again", async () => {
  const bytes = pageBytes("s3");
  const { importId } = await give(bytes);
  vi.stubEnv("ONRECORD_SNAPSHOTS", folder);
  await give(bytes);
  expect((await rowOf(sha256(bytes))).bytes).not.toBeNull();
  expect(await snapshotFolder(folder).get(sha256(bytes))).toBeNull();
  await runImport(importId, true, at.now, "RULES");
  expect(await stateOf(importId)).toBe("DONE");
});

test("a transaction that fails leaves no row; the file that is left is found by the next one", async () => {
  vi.stubEnv("ONRECORD_SNAPSHOTS", folder);
  const bytes = pageBytes("s4");
  const raw = { bytes, mediaType: null, now: at.now };
  const failing = transaction(async (tx) => {
    await keepSnapshot(tx, raw);
    throw new Error("the power went");
  });
  await expect(failing).rejects.toThrow("the power went");
  expect(await database().snapshot.count({ where: { sha256: sha256(bytes) } })).toBe(0);
  await transaction((tx) => keepSnapshot(tx, raw));
  expect(await snapshotBytes(sha256(bytes), null)).toEqual(Buffer.from(bytes));
});

test("a file that was lost comes back when the page is given again; until then the page isn’t read", async () => {
  vi.stubEnv("ONRECORD_SNAPSHOTS", folder);
  const bytes = pageBytes("s5");
  const hash = sha256(bytes);
  const { importId } = await give(bytes);
  rmSync(join(folder, hash.slice(0, 2)), { recursive: true });
  await expect(runImport(importId, false, at.now, "RULES")).rejects.toThrow(hash);
  expect(await stateOf(importId)).toBe("RUNNING");
  await give(bytes);
  await runImport(importId, false, at.now, "RULES");
  expect(await stateOf(importId)).toBe("DONE");
});
