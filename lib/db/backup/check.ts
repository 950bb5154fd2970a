import * as words from "#lib/words";
import { type Manifest, partsOf, readManifest } from "./manifest";
import { checkPart } from "./parts";

/**
 * Read a backup from end to end.
 *
 * Throws   AppError `invalid_input` that names the first file that is missing, cut or damaged.
 */
export async function checkBackup(folder: string, say: (line: string) => void): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const parts = partsOf(manifest);
  say(words.backups.checking(parts.length));
  for (const part of parts) await checkPart(folder, part);
  return manifest;
}

/** What it holds, in a sentence. */
export function summary({ madeAt, tables, snapshots, files }: Manifest): string {
  const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
  return words.backups.whole(
    madeAt,
    sum(tables.map(({ rows }) => rows)),
    sum(snapshots.map(({ entries }) => entries)),
    sum([...tables, ...snapshots, ...files].map(({ bytes }) => bytes)),
  );
}
