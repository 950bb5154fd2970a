import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as words from "#lib/words";
import { countPages, pagesOf } from "./sources";

const bulk = words.bulkImports;
const pages = words.pages;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "onrecord-sources-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Uint8Array = "A page.") => {
  const path = join(folder, name);
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, content);
};

/** What is found: name, line, and the page's words or why it is refused. In the order of names. */
async function found(paths: readonly string[] = [folder]) {
  const all: string[] = [];
  for await (const { file, line, content } of pagesOf(paths, null)) {
    const what = "refused" in content ? content.refused : new TextDecoder().decode(content.bytes);
    all.push(`${relative(folder, file)}${line === null ? "" : `:${line}`} ${what}`);
  }
  expect(await countPages(paths, new AbortController().signal)).toBeGreaterThanOrEqual(all.length);
  return all.sort();
}

test("a folder gives the pages in it and below it, whatever their case, and nothing else", async () => {
  for (const name of ["a.html", "b/c.HTM", "b/d/e.txt", "b/f.jsonl", "b/g.pdf", "h", ".i.txt"]) write(name);
  expect(await found()).toEqual([".i.txt A page.", "a.html A page.", "b/c.HTM A page.", "b/d/e.txt A page."]);
});

test("a file that is named is taken whatever it is called; JSON lines are told by their name", async () => {
  write("page", "A page.");
  write("lines.jsonl", '{"text":"One."}\n\nnot json\n{"text":"Two."}');
  expect(await found([join(folder, "page"), join(folder, "lines.jsonl")])).toEqual([
    "lines.jsonl:1 One.",
    `lines.jsonl:3 ${bulk.notJson}`,
    "lines.jsonl:4 Two.",
    "page A page.",
  ]);
});

test("links are followed, but never round in a circle", async () => {
  write("a/b/page.txt");
  write("outside/linked.txt", "Linked.");
  symlinkSync(join(folder, "a"), join(folder, "a/b/up"));
  symlinkSync(join(folder, "outside"), join(folder, "a/out"));
  symlinkSync("me.txt", join(folder, "a/me.txt"));
  symlinkSync("nowhere.txt", join(folder, "a/gone.txt"));
  symlinkSync("nowhere", join(folder, "a/gone"));
  expect(await found([join(folder, "a")])).toEqual(
    [
      `a/b/up ${bulk.loop}`,
      "a/b/page.txt A page.",
      `a/gone.txt ${bulk.unreadableFor("ENOENT")}`,
      `a/me.txt ${bulk.loop}`,
      "a/out/linked.txt Linked.",
    ].sort(),
  );
});

test("what is empty or too large is refused by its name, unread", async () => {
  write("empty.txt", "");
  write("large.html", new Uint8Array(4 * 1024 * 1024 + 1));
  write("fine.txt");
  expect(await found()).toEqual([
    `empty.txt ${pages.empty}`,
    "fine.txt A page.",
    `large.html ${pages.tooLarge}`,
  ]);
});

test("what may not be read is refused by its name, and the rest goes on", async () => {
  write("shut/page.txt");
  write("shut.txt");
  write("z.txt");
  chmodSync(folder, 0o755);
  chmodSync(join(folder, "shut"), 0);
  chmodSync(join(folder, "shut.txt"), 0);
  const all = await asNobody(found);
  chmodSync(join(folder, "shut"), 0o700);
  expect(all).toEqual([`shut ${bulk.unreadable}`, `shut.txt ${bulk.unreadable}`, "z.txt A page."]);
});

const NOBODY = 65_534;

/** Root may read everything: it looks through another account's eyes. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
