import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EARLIER_KEYS_FILE, HEADS_FILE, KEY_FILE } from "#lib/db/audit/heads";
import { snapshotFolder } from "#lib/db/storing/snapshot-folder";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { type Manifest, SEALING_KEY_FILE } from "./manifest";
import { entriesIn } from "./snapshot-pack";

interface Files {
  readonly from: string;
  readonly manifest: Manifest;
  readonly snapshots: string | null;
  readonly data: string;
  readonly replace: boolean;
  readonly say: (line: string) => void;
}

const OURS = [HEADS_FILE, KEY_FILE, EARLIER_KEYS_FILE];

/**
 * Put back what a backup has beside its rows. What stands in the data folder under the same names is kept beside it, as
 * `….replaced`, and never lost: one may be the only key of its kind.
 *
 * Returns  what takes all of it away again.
 */
export async function putFilesBack(files: Files): Promise<() => Promise<void>> {
  const { data, snapshots, replace, manifest } = files;
  const found = OURS.filter((name) => existsSync(join(data, name)));
  if (found.length > 0 && !replace) throw new AppError("conflict", words.backups.notEmptyFolder(found));
  // A start makes this one before anybody can have used it.
  const isSealed = manifest.files.some(({ file }) => file === SEALING_KEY_FILE);
  const names = isSealed ? [...OURS, SEALING_KEY_FILE] : OURS;
  const there = names.filter((name) => existsSync(join(data, name)));
  const wasEmpty = snapshots !== null && (await namesIn(snapshots)).length === 0;
  const undo = async () => {
    // What stays in a folder that wasn't empty harms nobody: a file is found by the hash of what it holds.
    if (snapshots !== null && wasEmpty) {
      for (const name of await namesIn(snapshots)) await rm(join(snapshots, name), { recursive: true });
    }
    for (const name of names) await rm(join(data, name), { force: true });
    for (const name of there) await rename(join(data, `${name}.replaced`), join(data, name));
  };
  for (const name of there) await rename(join(data, name), join(data, `${name}.replaced`));
  try {
    if (snapshots !== null) await putSnapshots(files, snapshots);
    await putOurs(files);
  } catch (error) {
    await undo();
    throw error;
  }
  return undo;
}

async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : [];
}

async function putSnapshots({ from, manifest, say }: Files, folder: string): Promise<void> {
  const store = snapshotFolder(folder);
  let done = 0;
  for (const { file, entries } of manifest.snapshots) {
    for await (const { hash, packed } of entriesIn(from, file)) await store.putPacked(hash, packed);
    done += entries;
    say(words.backups.pages(done));
  }
}

async function putOurs({ from, manifest, data, say }: Files): Promise<void> {
  await mkdir(data, { recursive: true });
  for (const { file } of manifest.files) await copyFile(join(from, file), join(data, file));
  const hasKey = manifest.files.some(({ file }) => file === KEY_FILE);
  // The first is the key's own public half.
  const earlier = hasKey ? manifest.publicKeys.slice(1) : manifest.publicKeys;
  if (earlier.length > 0) await writeFile(join(data, EARLIER_KEYS_FILE), earlier.join(""), { mode: 0o600 });
  if (!hasKey && manifest.publicKeys.length > 0) say(words.backups.newKey);
}
