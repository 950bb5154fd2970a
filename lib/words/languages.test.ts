import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { foundingPublication } from "#lib/publish/testing/founding-publication";
import { english, type ReaderWords } from "./english";
import * as englishForReaders from "./english/for-readers";

/** English with every sentence between marks: a language that nobody speaks, and that no screen may fall back from. */
function marked<T>(value: T): T {
  return mark(value) as T; // the same shape, string for string
}

function mark(value: unknown): unknown {
  if (typeof value === "string") return `‹${value}›`;
  if (Array.isArray(value)) return value.map(mark);
  if (typeof value === "function") return (...given: unknown[]) => mark(value(...given));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mark(part)]));
}

const MADE_UP: ReaderWords = {
  ...marked(englishForReaders),
  language: "tlh",
  direction: "ltr",
  dates: { ...marked(englishForReaders.dates), locale: "tlh" },
};

/** Sections that a language could leave out without an error of the compiler: none. */
type LeftOut = {
  [Section in keyof ReaderWords]: Omit<ReaderWords, Section> extends ReaderWords ? Section : never;
}[keyof ReaderWords];
const leftOut: readonly LeftOut[] = [] satisfies readonly never[];

/** All that is said as one text, functions as they are written. */
const all = (said: object) =>
  JSON.stringify(Object.entries(said).sort(), (_name, one) =>
    typeof one === "function" ? String(one) : one,
  );

beforeEach(() => {
  vi.resetModules();
  vi.doMock("./languages", () => ({ LANGUAGES: { en: englishForReaders, tlh: MADE_UP } }));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.doUnmock("./languages");
});

test("English where nothing is set", async () => {
  expect(all(await import("#lib/words"))).toBe(all(english));
});

test("a language that nobody has written is refused, with the names of those that are", async () => {
  vi.stubEnv("ONRECORD_LANGUAGE", "toString");
  await expect(import("#lib/words")).rejects.toThrow("ONRECORD_LANGUAGE must be one of en, tlh.");
});

test("a second language is one more line: pages, days, lists and complaints all speak it", async () => {
  vi.stubEnv("ONRECORD_LANGUAGE", "tlh");
  const words = await import("#lib/words");
  const { articleView } = await import("#lib/publish/article-view");
  const { longDay, dayRange } = await import("./date-words");
  const { momentWords } = await import("./moments");
  const { listed, numberRanges } = await import("./lists");
  const { complaintWords } = await import("./complaint-words");
  const view = articleView(foundingPublication(), "2026-11-28");
  expect(words.language).toBe("tlh");
  for (const said of [view.answer, view.kicker, view.lede, view.strip?.caption]) expect(said).toContain("‹");
  expect(longDay("2024-09-18")).toBe("‹18 September 2024›");
  expect(dayRange("2024-09-01", "2024-09-18")).toBe("‹1 to 18 September 2024›");
  expect(momentWords("2026-11-23T08:05:00Z", "UTC")).toBe("‹‹23 Nov. 2026›, 08:05›");
  expect(listed(["a", "b"])).toBe("‹a and b›");
  expect(numberRanges([1, 2, 3])).toBe("‹1 to 3›");
  expect(complaintWords({ message: "longText", maximum: 7 })).toBe("‹Keep it under 7 characters›");
  expect(complaintWords({ message: "long.place", maximum: 300 })).toBe(
    "Keep where you looked under 300 characters",
  );
});

test("what is built holds the words of its language alone, of each language there is", async () => {
  const { LANGUAGES } = await vi.importActual<typeof import("./languages")>("./languages");
  for (const [name, said] of Object.entries(LANGUAGES)) {
    vi.resetModules();
    vi.stubEnv("ONRECORD_LANGUAGE", name);
    const { default: built } = await import(join(process.cwd(), "next.config.mjs"));
    const file = join(process.cwd(), built.turbopack.resolveAlias["#lib/words/for-readers"]);
    expect(all(await import(file))).toBe(all(said));
  }
  vi.resetModules();
  vi.stubEnv("ONRECORD_LANGUAGE", "toString");
  await expect(import(join(process.cwd(), "next.config.mjs"))).rejects.toThrow(RangeError);
});

test("no section may be left out", () => expect(leftOut).toEqual([]));

const FILES = ["app", "components", "lib", "scripts"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/^lib\/(words\/english|db\/generated)/.test(path))
  .map((path) => [path, readFileSync(path, "utf8")] as const);

const CODE = FILES.map(([, code]) => code).join("\n");

test("words are read a section at a time, or a browser would be sent all of them", () => {
  const whole = FILES.filter(([, code]) => /\} = words;/.test(code));
  expect(whole.map(([path]) => path)).toEqual([]);
});

test.each(Object.keys(english))("the section %s is read", (section) => {
  expect(CODE).toMatch(new RegExp(`words\\.${section}\\b`));
});
