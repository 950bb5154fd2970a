import { expect, test } from "vitest";
import { filesOfEntries } from "./dropped-files";

/** A folder as a browser gives it: its names some at a time, then none. */
function folder(name: string, entries: readonly FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    const left = [...entries];
    return { readEntries: (done: (some: FileSystemEntry[]) => void) => done(left.splice(0, 100)) };
  };
  // Only what the reader of drops asks for.
  return { name, isDirectory: true, isFile: false, createReader } as unknown as FileSystemEntry;
}
function file(name: string): FileSystemEntry {
  const give = (done: (file: File) => void) => done(new File(["words"], name));
  return { name, isDirectory: false, isFile: true, file: give } as unknown as FileSystemEntry; // as above
}
const names = (files: readonly File[]) => files.map(({ name }) => name);

test("a folder gives its pages, those of its folders too, and says how many others it leaves out", async () => {
  const dropped = await filesOfEntries([
    folder("case", [file("b.HTML"), file("notes.docx"), folder("more", [file("a.txt"), file(".DS_Store")])]),
    file("c.htm"),
  ]);
  expect(names(dropped.files)).toEqual(["b.HTML", "a.txt", "c.htm"]);
  expect(dropped).toMatchObject({ leftOut: 2, hasFolder: true, isTooLarge: false });
});

test("what was dropped by itself is looked at, whatever its name", async () => {
  const dropped = await filesOfEntries([file("a.pdf"), folder("empty", [])]);
  expect(names(dropped.files)).toEqual(["a.pdf"]);
  expect(dropped.leftOut).toBe(0);
});

test("a folder without pages gives nothing", async () => {
  const dropped = await filesOfEntries([folder("pictures", [file("a.png"), file("b.jpg")])]);
  expect(dropped).toMatchObject({ files: [], leftOut: 2, hasFolder: true });
});

test("more files than a reader gives at a time are all found, up to one more than may be given", async () => {
  const many = Array.from({ length: 250 }, (_, n) => file(`page-${String(n).padStart(3, "0")}.txt`));
  const dropped = await filesOfEntries([folder("many", many)]);
  expect(dropped.files).toHaveLength(101);
  expect(dropped.isTooLarge).toBe(false);
});

test("a folder that is too large or too deep is given up", async () => {
  const wide = folder(
    "wide",
    Array.from({ length: 2001 }, (_, n) => file(`${n}.png`)),
  );
  expect((await filesOfEntries([wide])).isTooLarge).toBe(true);
  let deep = folder("deep", [file("a.txt")]);
  for (let depth = 0; depth < 10; depth += 1) deep = folder("deep", [deep]);
  expect((await filesOfEntries([deep])).isTooLarge).toBe(true);
});
