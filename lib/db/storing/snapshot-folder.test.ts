import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#lib/db/core/hash";
import { snapshotFolder } from "./snapshot-folder";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-snapshots-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = (text: string) => new TextEncoder().encode(text);
const fileOf = (hash: string) => join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.gz`);

test.each([
  ["a page", bytesOf("<p>The port opens. ".repeat(500))],
  ["every byte there is", Uint8Array.from({ length: 1024 }, (_, at) => at % 256)],
  ["nothing", new Uint8Array()],
])("%s comes back as it was put", async (_, bytes) => {
  const store = snapshotFolder(folder);
  const hash = sha256(bytes);
  expect(await store.get(hash)).toBeNull();
  await store.put(hash, bytes);
  expect(Buffer.from((await store.get(hash)) ?? "missing").equals(Buffer.from(bytes))).toBe(true);
});

test("many writers of the same bytes leave one whole file and no other", async () => {
  const store = snapshotFolder(folder);
  const bytes = bytesOf("The quay is closed. ".repeat(5000));
  const hash = sha256(bytes);
  await Promise.all(Array.from({ length: 20 }, () => store.put(hash, bytes)));
  expect(readdirSync(join(fileOf(hash), ".."))).toEqual([`${hash}.gz`]);
  expect(statSync(fileOf(hash)).size).toBeLessThan(bytes.length / 4);
  expect(statSync(fileOf(hash)).mode & 0o077).toBe(0);
});

test.each([
  ["cut off", (file: string) => truncateSync(file, 20)],
  ["not packed", (file: string) => writeFileSync(file, "The port opens.")],
  ["of other bytes", (file: string) => writeFileSync(file, gzipSync("The port stays shut."))],
  ["that bursts", (file: string) => writeFileSync(file, gzipSync(Buffer.alloc(100_000_000)))],
])("a file %s is never taken for the page", async (how, damage) => {
  const store = snapshotFolder(folder);
  const bytes = bytesOf(`A page whose file is ${how}.`);
  await store.put(sha256(bytes), bytes);
  damage(fileOf(sha256(bytes)));
  await expect(store.get(sha256(bytes))).rejects.toThrow();
});

test.each(["", "../../etc/passwd", "A".repeat(64), `${"a".repeat(63)}/`])(
  "%j names no file",
  async (hash) => {
    const store = snapshotFolder(folder);
    await expect(store.get(hash)).rejects.toThrow(RangeError);
    await expect(store.put(hash, bytesOf("x"))).rejects.toThrow(RangeError);
  },
);
