import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { canonicalJson, sha256 } from "#lib/db/core/hash";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** What a backup holds, and how each part of it is told from a damaged one. */

export const MANIFEST = "manifest.json";
/** Opens the secrets of people's authenticator apps: made by the start, in the data folder. */
export const SEALING_KEY_FILE = "sealing-key";
const FORMAT = 1;

/** A file of the backup. `sha256` is of its bytes as they lie there. */
const Part = z.object({
  file: z.string().regex(/^[\w.-]{1,200}$/),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Part = z.infer<typeof Part>;

const Name = z.string().min(1).max(63);

/** A table's rows, as PostgreSQL's COPY writes them in text, packed with gzip. */
const TablePart = Part.extend({
  schema: Name,
  name: Name,
  columns: z.array(Name).max(1600),
  rows: z.number().int().nonnegative(),
});
export type TablePart = z.infer<typeof TablePart>;

/** Some of the snapshot folder's files: `snapshot-pack.ts`. */
const PackPart = Part.extend({ entries: z.number().int().positive() });
export type PackPart = z.infer<typeof PackPart>;

const Contents = z.object({
  format: z.number().int(),
  madeAt: z.iso.datetime(),
  /** What `_prisma_migrations` says was applied, in this order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).max(10_000),
  /** The number of the queue's last migration. */
  queue: z.number().int().nonnegative(),
  /** The end of the history; null where there is none yet. */
  head: z.object({ sequence: z.number().int(), hash: z.string() }).nullable(),
  tables: z.array(TablePart).max(1000),
  sequences: z
    .array(z.object({ schema: Name, name: Name, last: z.string(), isCalled: z.boolean() }))
    .max(1000),
  snapshots: z.array(PackPart).max(1_000_000),
  /** Pages whose bytes were neither in the database nor, whole, in the folder when the backup was made. */
  lost: z.number().int().nonnegative(),
  /** Files of the data folder, by the name that they have there. */
  files: z.array(Part).max(20),
  /** Public keys that signed the record's heads, PEM. */
  publicKeys: z.array(z.string().max(1000)).max(1000),
});
export type Contents = z.infer<typeof Contents>;
export type Manifest = Contents & { readonly sha256: string };

/** The manifest's text, sealed by the hash of its own contents. */
export function sealed(contents: Omit<Contents, "format">): string {
  const whole = { format: FORMAT, ...contents };
  return `${JSON.stringify({ ...whole, sha256: sha256(canonicalJson(whole)) }, null, 1)}\n`;
}

/**
 * The manifest of the backup in `folder`.
 *
 * Throws   AppError `invalid_input` where there is none, where it is damaged, or where a newer Onrecord made it.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
  if (text === null) throw new AppError("invalid_input", words.backups.noBackup(folder));
  const damaged = (cause?: unknown) =>
    new AppError("invalid_input", words.backups.damaged(MANIFEST), { cause });
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw damaged(cause);
  }
  const format = z.object({ format: z.number() }).safeParse(raw);
  if (format.success && format.data.format > FORMAT) {
    throw new AppError("invalid_input", words.backups.newerFormat);
  }
  const parsed = Contents.extend({ sha256: z.string() }).safeParse(raw);
  if (!parsed.success) throw damaged(parsed.error);
  const { sha256: seal, ...contents } = parsed.data;
  if (sha256(canonicalJson(contents)) !== seal) throw damaged();
  return parsed.data;
}

/** Every file of a backup but its manifest. */
export function partsOf({ tables, snapshots, files }: Contents): Part[] {
  return [...tables, ...snapshots, ...files];
}
