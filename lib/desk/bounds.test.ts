import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Verb } from "./verb";

/** Whatever comes in has a bound: every text, list and number of every verb's input. */

const HERE = new URL("./", import.meta.url);
const modules = readdirSync(HERE, { recursive: true, encoding: "utf8" }).filter(
  (name) => /^(?!testing)[a-z-/]+\.ts$/.test(name) && name !== "verb.ts",
);
const verbs = (await Promise.all(modules.map((name) => import(new URL(name, HERE).href))))
  .flatMap((module) => Object.values(module as Record<string, unknown>))
  .filter((one): one is Verb<unknown> => typeof one === "function" && "action" in one);

interface Json {
  readonly type?: string | readonly string[];
  readonly [key: string]: unknown;
}

/** Formats that say how long a text can be. */
const SHORT = new Set(["uuid", "date", "date-time"]);

/** Paths of what has no bound in a JSON schema. */
function unbounded(schema: Json, path: string): string[] {
  const parts = (["anyOf", "oneOf", "allOf"] as const).flatMap((key) =>
    list(schema[key]).flatMap((part) => unbounded(part, path)),
  );
  // What an intersection leaves open one side may close.
  if (Array.isArray(schema.allOf) && list(schema.allOf).some((part) => unbounded(part, path).length === 0))
    return [];
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  const own: string[] = [];
  if (schema.type === "string" && schema.maxLength === undefined && !SHORT.has(String(schema.format)))
    own.push(path);
  if (schema.type === "array") {
    if (schema.maxItems === undefined) own.push(`${path}[]`);
    own.push(...unbounded((schema.items ?? {}) as Json, `${path}[]`));
  }
  if (schema.type === "integer" || schema.type === "number") {
    if (schema.maximum === undefined && schema.exclusiveMaximum === undefined) own.push(path);
  }
  for (const [name, part] of Object.entries((schema.properties ?? {}) as Record<string, Json>)) {
    own.push(...unbounded(part, `${path}.${name}`));
  }
  if (typeof schema.additionalProperties === "object" && schema.propertyNames === undefined)
    own.push(`${path}.*`);
  return [...own, ...parts];
}

const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

describe("every verb's input is bounded", () => {
  test.each(verbs.map((verb) => [verb.action, verb] as const))("%s", (_, verb) => {
    // Bytes of a page are bounded by the verb itself, which says so with a sentence of its own.
    const schema = z.toJSONSchema(verb.input, {
      io: "input",
      unrepresentable: "any",
      reused: "inline",
    }) as Json;
    expect(unbounded(schema, "")).toEqual([]);
  });

  test("there are verbs to look at, and the look bites", () => {
    expect(verbs.length).toBeGreaterThan(40);
    const open = z.toJSONSchema(z.object({ a: z.string(), b: z.array(z.uuid()), c: z.number() })) as Json;
    expect(unbounded(open, "")).toEqual([".a", ".b[]", ".c"]);
  });
});
