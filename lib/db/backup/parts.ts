import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import type { Part } from "./manifest";

/** Parts of a backup, written and read as streams: no part is ever whole in memory. */

/** Nearly as small as gzip makes it, in a third of the time. */
const LEVEL = 3;
const LINE_END = 10;

/** Hands on what comes through, and keeps its length and its hash. */
class Counted extends Transform {
  private readonly hash = createHash("sha256");
  bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }

  digest(): string {
    return this.hash.digest("hex");
  }
}

/** The rows of COPY's text format: a line end inside a value is written in another way. */
class Rows extends Transform {
  rows = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    for (let at = chunk.indexOf(LINE_END); at !== -1; at = chunk.indexOf(LINE_END, at + 1)) this.rows += 1;
    done(null, chunk);
  }
}

const toDisk = (folder: string, file: string) =>
  createWriteStream(join(folder, file), { mode: 0o600, flags: "wx", flush: true });

/** Write what a COPY gives, packed. */
export async function writeRows(
  folder: string,
  file: string,
  source: Readable,
): Promise<Part & { readonly rows: number }> {
  const [counted, lines] = [new Counted(), new Rows()];
  await pipeline(source, lines, createGzip({ level: LEVEL }), counted, toDisk(folder, file));
  return { file, bytes: counted.bytes, sha256: counted.digest(), rows: lines.rows };
}

/** Write a part as it comes. */
export async function writePart(
  folder: string,
  file: string,
  source: Readable | AsyncIterable<Buffer>,
): Promise<Part> {
  const counted = new Counted();
  await pipeline(source, counted, toDisk(folder, file));
  return { file, bytes: counted.bytes, sha256: counted.digest() };
}

/**
 * Read a part from end to end, and count its rows where it has some.
 *
 * Throws   AppError `invalid_input` that names it, where it isn't there or isn't what was written.
 */
export async function checkPart(folder: string, part: Part & { readonly rows?: number }): Promise<void> {
  const path = join(folder, part.file);
  const size = await stat(path).then(
    ({ size }) => size,
    () => null,
  );
  if (size === null) throw new AppError("invalid_input", words.backups.missing(part.file));
  if (size !== part.bytes)
    throw new AppError("invalid_input", words.backups.cut(part.file, part.bytes, size));
  const counted = new Counted();
  await pipeline(createReadStream(path), counted, nowhere());
  if (counted.digest() !== part.sha256) throw new AppError("invalid_input", words.backups.damaged(part.file));
  if (part.rows === undefined) return;
  const lines = new Rows();
  await readRows(folder, part.file, lines.resume());
  if (lines.rows !== part.rows) throw new AppError("invalid_input", words.backups.damaged(part.file));
}

/** Give what `writeRows` wrote to `sink`, as it was before it was packed. */
export async function readRows(folder: string, file: string, sink: Writable): Promise<void> {
  await pipeline(createReadStream(join(folder, file)), createGunzip(), sink);
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
