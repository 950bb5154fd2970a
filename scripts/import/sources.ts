import { createReadStream } from "node:fs";
import { opendir, readFile, realpath, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { MAX_PAGE_BYTES } from "#lib/domain/bounds";
import type { BulkPage } from "#lib/domain/bulk-imports";
import * as words from "#lib/words";
import { linesOf } from "./lines";
import { contentOfLine } from "./page-line";

const bulk = words.bulkImports;
const pages = words.pages;

/** One page that was found, or one thing that is refused by its name. */
export interface Found {
  readonly file: string;
  /** From 1, in a file of JSON lines; null where the file is the page. */
  readonly line: number | null;
  /** The line's own; undefined where it has none. */
  readonly id?: unknown;
  readonly content: BulkPage | { readonly refused: string };
}

const PAGE = /\.(?:html?|txt)$/i;
const LINES = /\.(?:jsonl|ndjson)$/i;
const LONGEST_NAME = 300;

/** npm changes into the package's folder; names are meant from the folder that the person is in. */
const FROM = process.env.INIT_CWD ?? process.cwd();

/** Everything that these paths name, one by one. A path is a page, a file of JSON lines, a folder of pages, or "-". */
export async function* pagesOf(paths: readonly string[], publisher: string | null): AsyncGenerator<Found> {
  for (const path of paths) {
    if (path === "-") yield* pagesOfLines("-", process.stdin, publisher);
    else yield* pagesOfPath(path, publisher);
  }
}

async function* pagesOfPath(path: string, publisher: string | null): AsyncGenerator<Found> {
  for await (const file of filesOf(path)) {
    if ("refused" in file) yield { file: file.name, line: null, content: { refused: file.refused } };
    else if (LINES.test(file.name))
      yield* pagesOfLines(file.name, createReadStream(resolve(FROM, file.name)), publisher);
    else yield { file: file.name, line: null, content: await pageIn(file.name, publisher) };
  }
}

async function* pagesOfLines(
  file: string,
  stream: AsyncIterable<Uint8Array>,
  publisher: string | null,
): AsyncGenerator<Found> {
  let last = 0;
  try {
    for await (const line of linesOf(stream)) {
      last = line.number;
      const content = contentOfLine(line, publisher);
      if (content === null) continue;
      const { id } = content;
      yield {
        file,
        line: last,
        id,
        content: "page" in content ? content.page : { refused: content.refused },
      };
    }
  } catch (error) {
    yield { file, line: last + 1, content: { refused: whyUnreadable(error) } };
  }
}

async function pageIn(file: string, publisher: string | null): Promise<Found["content"]> {
  try {
    const path = resolve(FROM, file);
    const { size } = await stat(path);
    if (size === 0) return { refused: pages.empty };
    if (size > MAX_PAGE_BYTES) return { refused: pages.tooLarge };
    const bytes = new Uint8Array(await readFile(path));
    const format = /\.html?$/i.test(file) ? "html" : /\.txt$/i.test(file) ? "text" : null;
    const fileName = basename(file)
      .slice(-LONGEST_NAME)
      .replace(/\p{Surrogate}/gu, "\uFFFD");
    return { bytes, format, fileName, mediaType: null, url: null, publisher, fetchedAt: null };
  } catch (error) {
    return { refused: whyUnreadable(error) };
  }
}

export type FileOrRefusal = { readonly name: string } | { readonly name: string; readonly refused: string };

/** The files that one path names: itself, or the pages in the folder and in those below it. */
export async function* filesOf(path: string): AsyncGenerator<FileOrRefusal> {
  try {
    const what = await stat(resolve(FROM, path));
    if (what.isDirectory()) yield* filesBelow(path, []);
    else if (what.isFile()) yield { name: path };
    else yield { name: path, refused: bulk.notFile };
  } catch (error) {
    yield { name: path, refused: whyUnreadable(error) };
  }
}

/** `above` are the real folders that this one lies in: a link back to one of them would never end. */
async function* filesBelow(folder: string, above: readonly string[]): AsyncGenerator<FileOrRefusal> {
  try {
    const real = await realpath(resolve(FROM, folder));
    if (above.includes(real)) return yield { name: folder, refused: bulk.loop };
    for await (const entry of await opendir(resolve(FROM, folder))) {
      const name = join(folder, entry.name);
      if (entry.isDirectory()) yield* filesBelow(name, [...above, real]);
      else if (entry.isSymbolicLink()) yield* linkedFiles(name, [...above, real]);
      else if (entry.isFile() && PAGE.test(name)) yield { name };
    }
  } catch (error) {
    yield { name: folder, refused: whyUnreadable(error) };
  }
}

/** A link to nothing is refused if its name is a page's; other links that lead nowhere concern nobody. */
async function* linkedFiles(name: string, above: readonly string[]): AsyncGenerator<FileOrRefusal> {
  try {
    const what = await stat(resolve(FROM, name));
    if (what.isDirectory()) yield* filesBelow(name, above);
    else if (what.isFile() && PAGE.test(name)) yield { name };
  } catch (error) {
    if (PAGE.test(name) || codeOf(error) !== "ENOENT") yield { name, refused: whyUnreadable(error) };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

function whyUnreadable(error: unknown): string {
  const code = codeOf(error);
  if (code === "ELOOP") return bulk.loop;
  return code === "EACCES" || code === "EPERM" ? bulk.unreadable : bulk.unreadableFor(code);
}

/** Is the path there at all? One that isn't is a slip of whoever typed it, found before anything begins. */
export async function isThere(path: string): Promise<boolean> {
  if (path === "-") return true;
  return stat(resolve(FROM, path)).then(
    () => true,
    (error: unknown) => codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR",
  );
}

/** How many pages there are to come; null where standard input is among them. Reads names and line ends alone. */
export async function countPages(paths: readonly string[], signal: AbortSignal): Promise<number | null> {
  if (paths.includes("-")) return null;
  let count = 0;
  for (const path of paths) {
    for await (const file of filesOf(path)) {
      if (signal.aborted) return null;
      count += !("refused" in file) && LINES.test(file.name) ? await countLines(file.name, signal) : 1;
    }
  }
  return count;
}

async function countLines(file: string, signal: AbortSignal): Promise<number> {
  let count = 0;
  let isOpen = false;
  try {
    for await (const chunk of createReadStream(resolve(FROM, file)) as AsyncIterable<Buffer>) {
      if (signal.aborted) return count;
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count += 1;
      isOpen = chunk.at(-1) !== 10;
    }
  } catch {
    return Math.max(count, 1); // the reading itself says what is wrong
  }
  return count + (isOpen ? 1 : 0);
}

export function whereOf({ file, line }: Pick<Found, "file" | "line">): string {
  return line === null ? file : `${file}:${line}`;
}

/** As the person's shell means it. */
export function absolute(path: string): string {
  return resolve(FROM, path);
}
