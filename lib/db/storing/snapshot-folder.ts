import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { sha256 } from "#lib/db/core/hash";

/** Where raw bytes lie, by their SHA-256 in lower-case hex. An object store of any kind can stand behind these two. */
export interface SnapshotStore {
  /** On disk when it settles. What is there already stays as it is. */
  put(hash: string, bytes: Uint8Array): Promise<void>;
  /** Null where there is nothing under this hash. Throws Error where what lies there isn't what was put. */
  get(hash: string): Promise<Uint8Array | null>;
}

/** A store whose files can be taken as they lie there, for a backup. */
export interface SnapshotFolder extends SnapshotStore {
  /** As `get`, packed as they are kept. */
  getPacked(hash: string): Promise<Buffer | null>;
  /** Throws Error where what is packed isn't what its hash says. */
  putPacked(hash: string, packed: Buffer): Promise<void>;
}

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** Far more than a page may have, so that a file that somebody put there can't fill the memory. In bytes. */
const LARGEST = 64 * 1024 * 1024;
/** Of pages it takes away three quarters for a millisecond; higher levels take several for a little more. */
const LEVEL = 1;

/**
 * A folder, with two levels of folders in it so that none grows long: `ab/cd/abcd….gz`. A file appears whole or not at all, as
 * it gets its name only when its bytes are on disk. Several machines may share the folder.
 */
export function snapshotFolder(folder: string): SnapshotFolder {
  const pathOf = (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new RangeError("not a SHA-256 in hex");
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), `${hash}.gz`);
  };
  const write = async (path: string, packed: Uint8Array) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeWhole(path, packed);
  };
  const read = async (hash: string) => {
    const packed = await readFile(pathOf(hash)).catch(nullIfMissing);
    return packed && { packed, bytes: await unpacked(hash, packed) };
  };
  return {
    async put(hash, bytes) {
      const path = pathOf(hash);
      if (!(await exists(path))) await write(path, await zip(bytes, { level: LEVEL }));
    },
    async putPacked(hash, packed) {
      const path = pathOf(hash);
      await unpacked(hash, packed);
      if (!(await exists(path))) await write(path, packed);
    },
    get: async (hash) => (await read(hash))?.bytes ?? null,
    getPacked: async (hash) => (await read(hash))?.packed ?? null,
  };
}

async function unpacked(hash: string, packed: Buffer): Promise<Buffer> {
  const bytes = await unzip(packed, { maxOutputLength: LARGEST });
  if (sha256(bytes) !== hash) throw new Error(`the snapshot ${hash} is damaged`);
  return bytes;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(nullIfMissing)) !== null;
}

/** Two writers of the same bytes may meet: each has a file of its own, and the last name given is as good as the first. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString("hex")}.new`;
  try {
    const file = await open(unfinished, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The name is on disk too; where folders can't be opened (Windows) the system sees to that. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
