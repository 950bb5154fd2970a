import { Buffer } from "node:buffer";
import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { type SnapshotStore, snapshotFolder } from "./snapshot-folder";

/** The raw bytes of a page, and the content type that they came with. */
export interface Raw {
  readonly bytes: Uint8Array;
  readonly mediaType: string | null;
  /** When they came to us. */
  readonly now: Date;
}

/** The folder that ONRECORD_SNAPSHOTS names; without one the bytes stay in the database. */
function snapshotStore(): SnapshotStore | null {
  const folder = process.env.ONRECORD_SNAPSHOTS;
  return folder ? snapshotFolder(folder) : null;
}

/**
 * Keep raw bytes, once for each hash: in the folder before their row is written, so that a row never waits for its bytes.
 * Where the transaction fails a file without a row is left, which harms nobody. Returns the hashes in the order of the bytes.
 */
export async function keepSnapshots(tx: Tx, given: readonly Raw[]): Promise<string[]> {
  if (given.length === 0) return [];
  const hashes = given.map(({ bytes }) => sha256(bytes));
  const byHash = new Map(given.map((raw, index) => [hashes[index] ?? "", raw]));
  const rows = await tx.$queryRaw<{ sha256: string; isHere: boolean }[]>`
    SELECT "sha256", "bytes" IS NOT NULL AS "isHere" FROM "Snapshot" WHERE "sha256" = ANY(${hashes}::text[])`;
  for (const row of rows) if (row.isHere) byHash.delete(row.sha256);
  const store = snapshotStore();
  if (store !== null) await Promise.all([...byHash].map(([hash, { bytes }]) => store.put(hash, bytes)));
  for (const row of rows) byHash.delete(row.sha256);
  await insertSnapshots(tx, byHash, store === null);
  return hashes;
}

/** The same for one page. Returns its hash. */
export async function keepSnapshot(tx: Tx, raw: Raw): Promise<string> {
  await keepSnapshots(tx, [raw]);
  return sha256(raw.bytes);
}

/** In one order, so that two writers of the same bytes wait for each other instead of blocking each other. */
async function insertSnapshots(tx: Tx, byHash: ReadonlyMap<string, Raw>, isHere: boolean): Promise<void> {
  if (byHash.size === 0) return;
  const fresh = [...byHash].sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = fresh.map(([hash]) => hash);
  const types = fresh.map(([, { mediaType }]) => mediaType);
  const times = fresh.map(([, { now }]) => now);
  const packed = isHere ? fresh.map(([, { bytes }]) => Buffer.from(bytes)) : fresh.map(() => null);
  await tx.$executeRaw`
    INSERT INTO "Snapshot" ("sha256", "mediaType", "createdAt", "bytes")
    SELECT * FROM unnest(${hashes}::text[], ${types}::text[], ${times}::timestamptz[], ${packed}::bytea[])
    ON CONFLICT DO NOTHING`;
}

/**
 * The bytes under a hash; `kept` are those of its row, where they lie in the database.
 *
 * Throws   Error where they are nowhere: the folder isn't the one that they were put into.
 */
export async function snapshotBytes(hash: string, kept: Uint8Array | null): Promise<Uint8Array> {
  const bytes = kept ?? (await snapshotStore()?.get(hash)) ?? null;
  if (bytes === null)
    throw new Error(`the bytes ${hash} are neither in the database nor in ONRECORD_SNAPSHOTS`);
  return bytes;
}
