import { randomBytes } from "node:crypto";
import { createReadStream, existsSync, statSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { HEADS_FILE, KEY_FILE, publicKeysIn } from "#lib/db/audit/heads";
import { type SnapshotFolder, snapshotFolder } from "#lib/db/storing/snapshot-folder";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import {
  MIGRATIONS,
  queueVersion,
  quotedColumns,
  quotedTable,
  sequencesOf,
  settle,
  tablesOf,
} from "./catalogue";
import { checkBackup } from "./check";
import {
  type Contents,
  MANIFEST,
  type Manifest,
  type PackPart,
  type Part,
  SEALING_KEY_FILE,
  sealed,
  type TablePart,
} from "./manifest";
import { writePart, writeRows } from "./parts";
import { asEntry } from "./snapshot-pack";

const said = words.backups;

export interface Taking {
  /** The database, for its owner. */
  readonly url: string;
  /** Where the new folder is made. */
  readonly into: string;
  /** Where pages' bytes lie that aren't in the database; null where there is no such folder. */
  readonly snapshots: string | null;
  readonly data: string;
  /** Is the key that signs the record part of it? */
  readonly withKey: boolean;
  readonly now: Date;
  readonly say: (line: string) => void;
}

export interface Taken {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Back up a database and what lies beside it, while everything runs: all rows are those of one moment, read in one transaction. Pages'
 * bytes are written before their row and never changed, so the files that the rows of that moment need are there.
 *
 * Nothing but whole backups gets a name: what is under way is called `….unfinished`, is read again when it is written, and goes when
 * something fails.
 *
 * Throws   AppError with a sentence.
 */
export async function takeBackup(taking: Taking): Promise<Taken> {
  const { into, now, say } = taking;
  const folder = join(into, `onrecord-${now.toISOString().slice(0, 19).replaceAll(":", "-")}`);
  if (existsSync(folder)) throw new AppError("conflict", said.exists(folder));
  const unfinished = `${folder}.${randomBytes(3).toString("hex")}.unfinished`;
  say(said.taking(folder));
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o700 });
    const contents = await write(taking, unfinished);
    const manifest = Readable.from([Buffer.from(sealed(contents))]);
    await writePart(unfinished, MANIFEST, manifest);
    const checked = await checkBackup(unfinished, say);
    await rename(unfinished, folder);
    await syncFolder(into);
    return { folder, manifest: checked };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw inWords(error, into);
  }
}

/** A full disk and a closed folder are for the person who chose the folder. */
function inWords(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC" || code === "EDQUOT")
    return new AppError("unavailable", said.noRoom(folder), { cause: error });
  if (["EACCES", "EROFS", "EPERM", "ENOTDIR", "EEXIST"].includes(code))
    return new AppError("invalid_input", said.notWritable(folder, code), { cause: error });
  return error;
}

async function write(taking: Taking, folder: string): Promise<Omit<Contents, "format">> {
  // Before the rows: so the events that a head in the file names are among them.
  const { files, publicKeys } = await writeFiles(folder, taking);
  const client = new Client({ connectionString: taking.url, application_name: "onrecord-backup" });
  await client.connect();
  try {
    await settle(client);
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const migrations = await appliedTo(client);
    const tables = await writeTables(client, folder, taking.say);
    const { snapshots, lost } = await writeSnapshots(client, folder, taking);
    const head = await headOf(client);
    const [sequences, queue] = [await sequencesOf(client), await queueVersion(client)];
    await client.query("COMMIT");
    if (lost > 0) taking.say(said.lost(lost));
    const madeAt = taking.now.toISOString();
    return { madeAt, migrations, queue, head, tables, sequences, snapshots, lost, files, publicKeys };
  } finally {
    await client.end();
  }
}

async function appliedTo(client: Client): Promise<{ name: string; checksum: string }[]> {
  const { rowCount } = await client.query(
    "SELECT FROM pg_tables WHERE schemaname = 'public' AND tablename = $1",
    [MIGRATIONS],
  );
  if (rowCount === 0) throw new AppError("not_found", said.nothing);
  const { rows } = await client.query<{ name: string; checksum: string; isDone: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isDone" FROM public."${MIGRATIONS}"
     WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const failed = rows.find(({ isDone }) => !isDone);
  if (failed !== undefined) throw new AppError("unavailable", said.unfinished(failed.name));
  return rows.map(({ name, checksum }) => ({ name, checksum }));
}

async function headOf(client: Client): Promise<Contents["head"]> {
  const { rows } = await client.query<{ sequence: number; hash: string }>(
    `SELECT sequence::float8 AS sequence, hash FROM public."AuditEvent" ORDER BY "AuditEvent".sequence DESC LIMIT 1`,
  );
  return rows[0] ?? null;
}

async function writeTables(client: Client, folder: string, say: Taking["say"]): Promise<TablePart[]> {
  const parts: TablePart[] = [];
  for (const table of await tablesOf(client)) {
    const { schema, name, columns } = table;
    const copy = `COPY ${quotedTable(table)} (${quotedColumns(columns)}) TO STDOUT`;
    const written = await writeRows(folder, `${schema}.${name}.rows.gz`, client.query(copyTo(copy)));
    parts.push({ schema, name, columns: [...columns], ...written });
    if (written.rows > 0) say(said.table(name, written.rows, written.bytes));
  }
  return parts;
}

/** A pack is closed when it is longer than this, in bytes. */
const PACK = 256 * 1024 * 1024;
const PAGES_AT_ONCE = 500;

async function writeSnapshots(client: Client, folder: string, { snapshots, say }: Taking) {
  const packs: PackPart[] = [];
  const state = { after: "", done: 0, lost: 0, isOver: false };
  const store = snapshots === null ? null : snapshotFolder(snapshots);
  while (!state.isOver) {
    const entries = state.done;
    const file = `snapshots-${String(packs.length + 1).padStart(4, "0")}.pack`;
    const part = await writePart(folder, file, Readable.from(packOf(client, store, state)));
    if (state.done === entries) await rm(join(folder, file));
    else packs.push({ ...part, entries: state.done - entries });
    if (state.done > 0) say(said.pages(state.done));
  }
  return { snapshots: packs, lost: state.lost };
}

interface Progress {
  /** The last hash that was looked at. */
  after: string;
  done: number;
  lost: number;
  isOver: boolean;
}

/** The next pack: bytes that lie in the folder, in the order of their hashes. */
async function* packOf(
  client: Client,
  store: SnapshotFolder | null,
  state: Progress,
): AsyncGenerator<Buffer> {
  let length = 0;
  while (length < PACK) {
    const { rows } = await client.query<{ hash: string }>(
      `SELECT sha256 AS hash FROM public."Snapshot" WHERE bytes IS NULL AND sha256 > $1 ORDER BY sha256 LIMIT $2`,
      [state.after, PAGES_AT_ONCE],
    );
    if (rows.length === 0) {
      state.isOver = true;
      return;
    }
    for (const { hash } of rows) {
      state.after = hash;
      const packed = await store?.getPacked(hash).catch(() => null);
      if (packed == null) {
        state.lost += 1;
        continue;
      }
      state.done += 1;
      const entry = asEntry({ hash, packed });
      length += entry.length;
      yield entry;
      if (length >= PACK) return;
    }
  }
}

/** The heads stay checkable without the key that signed them: its public half is in the manifest. */
async function writeFiles(
  folder: string,
  { data, withKey, say }: Taking,
): Promise<Pick<Contents, "files" | "publicKeys">> {
  const files: Part[] = [];
  for (const name of [HEADS_FILE, ...(withKey ? [KEY_FILE, SEALING_KEY_FILE] : [])]) {
    const path = join(data, name);
    const size = existsSync(path) ? statSync(path).size : 0;
    if (size === 0) continue;
    // What is added meanwhile is left for the next backup.
    files.push(await writePart(folder, name, createReadStream(path, { end: size - 1 })));
  }
  if (!files.some(({ file }) => file === HEADS_FILE)) say(said.withoutHeads);
  return { files, publicKeys: await publicKeysIn(data) };
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
