import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { english } from "./english";
import * as englishForReaders from "./english/for-readers";

/**
 * Which words readers meet, found by following imports from their pages, answers and pictures: each section that they read is one that every
 * language has to write, and none of these sections is left in English.
 */

/** Where readers and their programs come in. */
const DOORS = [
  "app/(reader)",
  "app/layout.tsx",
  "app/not-found.tsx",
  "app/error.tsx",
  "app/refused",
  "app/api/search",
  "app/api/annotations",
  "app/api/v1/[[...path]]",
  "app/sitemap.xml",
  "proxy.ts",
  "lib/next/gate",
];

/** Sections that the same modules read for people who are signed in, or for programs that bring pages. No reader meets them. */
const NOT_READERS: Readonly<Record<string, string>> = {
  complaints: "of the desk's forms; what readers send has its own",
  deskErrors: "of verbs, which ask who is signed in",
  desk: "drafts of forms, which are kept for signed-in people alone",
  passkeys: "of the question who somebody is, before an act of the desk",
  people: "of signing in",
  signedIn: "of buttons in rows",
  proof: "as passkeys",
  programs: "titles of problems, for programs",
  refusals: "why the desk refuses",
  webhooks: "of what an admin sets up, in the API's document",
  secondFactor: "of settings that are wrong, when the server starts",
  deskReports: "of the desk's answers to reports",
};

const fileOf = (path: string): string | null =>
  [".ts", ".tsx", ""].map((end) => path + end).find((one) => /\.tsx?$/.test(one) && existsSync(one)) ?? null;

function filesUnder(door: string): string[] {
  if (/\.tsx?$/.test(door)) return [door];
  return readdirSync(door, { recursive: true, encoding: "utf8" })
    .map((name) => join(door, name))
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name));
}

function imported(from: string, code: string): string[] {
  const named = [...code.matchAll(/^(?:import|export)(?! type)\b[^;]*?\bfrom "([#.][^"]+)";/gm)];
  const late = [...code.matchAll(/\bimport\("([#.][^"]+)"\)/g)];
  return [...named, ...late].flatMap(([, path = ""]) => {
    const file = fileOf(path.startsWith("#") ? path.slice(1) : join(dirname(from), path));
    return file === null ? [] : [file];
  });
}

/** Every module that readers' doors load, without the words themselves. */
function loaded(): Map<string, string> {
  const all = new Map<string, string>();
  const waiting = DOORS.flatMap(filesUnder);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (
      all.has(file) ||
      /^lib\/(words\/(english|arabic|languages|for-readers)|words\.ts|db\/generated)/.test(file)
    )
      continue;
    const code = readFileSync(file, "utf8");
    all.set(file, code);
    waiting.push(...imported(file, code));
  }
  return all;
}

/** The sections that a module reads: `words.reader.home`. */
function sectionsIn(code: string): string[] {
  if (!/from "#lib\/words"/.test(code)) return [];
  const read = [...code.matchAll(/(?<![.\w])words\.(\w+)/g)].map(([, name = ""]) => name);
  return read.filter((name) => Object.hasOwn(english, name));
}

const modules = loaded();
const read = [...new Set([...modules.values()].flatMap(sectionsIn))].sort();

test("the walk finds readers' pages, what they show, and what they are made of", () => {
  for (const file of [
    "components/articles/chain.tsx",
    "lib/publish/due.ts",
    "lib/api/oembed.ts",
    "lib/words/lists.ts",
  ])
    expect([...modules.keys()]).toContain(file);
  expect([...modules.keys()]).not.toContain("components/annotator/annotator.tsx");
  expect(read.length).toBeGreaterThan(25);
});

test.each(read)("%s is written in every language, or no reader meets it", (section) => {
  expect(Object.hasOwn(englishForReaders, section) || Object.hasOwn(NOT_READERS, section)).toBe(true);
});

test("each reason why readers don't meet a section is needed", () => {
  expect(Object.keys(NOT_READERS).filter((section) => !read.includes(section))).toEqual([]);
});

test.each(Object.keys(englishForReaders))("readers meet %s", (section) => expect(read).toContain(section));
