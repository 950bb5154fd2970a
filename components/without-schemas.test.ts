import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/** What is imported as it runs, by module. Types aren't, nor what comes when it is asked for. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  const named = source.matchAll(/^(?:import|export)\s(?!type\b)(?:([^"';]*?)\sfrom\s)?"([^"]+)"/gm);
  return [...named].flatMap(([, what = "", from = ""]) => (isOfTypes(what) ? [] : moduleAt(file, from)));
}

function isOfTypes(what: string): boolean {
  const names = /^\{([\s\S]*)\}$/.exec(what.trim())?.[1]?.split(",");
  return names?.every((name) => /^\s*(?:type\s|$)/.test(name)) ?? false;
}

function moduleAt(file: string, from: string): string {
  if (!/^[.#]/.test(from)) return from;
  const path = from.startsWith("#") ? from.slice(1) : join(dirname(file), from);
  return [`${path}.ts`, `${path}.tsx`, path].find(existsSync) ?? from;
}

/** The way from one module to another that it imports, itself or through others; null where there is none. A server's verb is as far as a browser gets. */
function wayTo(packageName: string, from: string): string[] | null {
  const before = new Map<string, string | null>([[from, null]]);
  for (const file of before.keys()) {
    if (file === packageName) return wayBack(before, file);
    if (!existsSync(file) || /^"use server"/.test(readFileSync(file, "utf8"))) continue;
    for (const next of importsOf(file)) if (!before.has(next)) before.set(next, file);
  }
  return null;
}

function wayBack(before: ReadonlyMap<string, string | null>, at: string): string[] {
  const way = [at];
  for (let step = before.get(at); step; step = before.get(step)) way.unshift(step);
  return way;
}

test("a way is found through others, and none through types", () => {
  expect(wayTo("zod", "lib/domain/threads-shapes.ts")).toEqual(["lib/domain/threads-shapes.ts", "zod"]);
  expect(wayTo("zod", "lib/domain/given-date.ts")).toHaveLength(3);
  expect(wayTo("zod", "lib/domain/mentions.ts")).toBeNull();
});

test("no screen is sent a schema", () => {
  const modules = ["app", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  );
  const screens = modules.filter(
    (path) => /\.tsx?$/.test(path) && /^"use client"/.test(readFileSync(path, "utf8")),
  );
  expect(screens.length).toBeGreaterThan(100);
  expect(screens.flatMap((screen) => wayTo("zod", screen) ?? [])).toEqual([]);
});
