import { analyse } from "scslre";
import { describe, expect, test } from "vitest";
import { inRoot } from "#scripts/start/root.mjs";
import { attacksOn, attackText } from "./expressions/attacks";
import { type Expression, expressionsIn, expressionsOf } from "./expressions/find";
import { costlyAttack } from "./expressions/growth";
import { compile } from "./expressions/program";
import { search } from "./expressions/steps";

/**
 * No text makes a regular expression of ours slow. Each is judged twice: an analyser of its structure knows every text that
 * repeats one character; and texts made against it, of its own words, are thrown at a matcher that counts its steps.
 * Whoever builds an expression in a way that this can't read gets an error here, not silence.
 */
const PLACES = ["lib", "components", "app", "proxy.ts", "instrumentation.ts", "instrumentation-client.ts"];
const EVERY = expressionsIn(inRoot("."), PLACES);

/** What is wrong with an expression, a line for each finding; none for a good one. */
function faults({ source, flags }: Pick<Expression, "source" | "flags">): string[] {
  const found = analyse({ source, flags }).reports.map(
    ({ type, character }) => `${type}: ${character.pick} repeated`,
  );
  const cost = costlyAttack(compile(source, flags));
  if (cost === null) return found;
  const { attack, doubling, stepsPerUnit } = cost;
  return [
    ...found,
    `${JSON.stringify(attack)}: twice the text is ${doubling.toFixed(1)} times the work, ${Math.round(stepsPerUnit)} steps a unit`,
  ];
}

test("the project's expressions are found", () => {
  expect(EVERY.length).toBeGreaterThan(200);
  expect(EVERY.some(({ file }) => file === "lib/english/dates.ts")).toBe(true);
  expect(expressionsOf("screen.tsx", "const a = <p>{/a+/.test(b)}</p>;")).toHaveLength(1);
});

test.each(EVERY.map((one) => [one.file, `/${one.source}/${one.flags}`, one] as const))(
  "%s %s",
  (_, __, one) => expect(faults(one)).toEqual([]),
);

test("counting steps finds the very matches that the engine finds", () => {
  for (const { source, flags } of EVERY) {
    const program = compile(source, flags);
    const all = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
    for (const attack of attacksOn(program)) {
      const text = attackText(attack, 24);
      const spans = Array.from(text.matchAll(all), (match) => [match.index, match.index + match[0].length]);
      expect({ source, text, spans: search(program, text, 1e6).matches }).toEqual({ source, text, spans });
    }
  }
});

describe("a slow one is seen", () => {
  test.each([
    /a+b/,
    /^\s+|\s+$/g,
    /[,;]+$/,
    /-+$/,
    /^(?:a+)+$/,
    /^(?:a|aa)+$/,
    /^(?:a|b|ab)*c/,
    /^\w*\d*$/,
    /\s*,\s*.*$/,
    /(?:ab)*c/,
    /(?:said |he )*now/,
    /lock file ".*" exists/,
    /“[^”]*”/,
    /<!--[\s\S]*?-->/,
    /(?<=\d+)x/,
    /(?=\p{L}*!)\p{L}/u,
    /\b(\w+)\b.* \1\b/,
    /^(?:a{1,30}){0,30}$/,
  ])("%s", ({ source, flags }) => expect(faults({ source, flags })).not.toEqual([]));
});

describe("a good one is let be", () => {
  test.each([
    /^a*b/,
    /a{0,40}b/,
    /(?<![,;])[,;]+$/,
    /\s+/g,
    /^[^:]*:/,
    /“[^“”]*”/,
    /(\d)\1/,
    /\b(?:said|says)\b/i,
    /(?<=^|[ -])\p{L}/gu,
    /[a-z]+(?:-[a-z]+)*/g,
  ])("%s", ({ source, flags }) => expect(faults({ source, flags })).toEqual([]));
});

describe("expressions in source code", () => {
  const found = (code: string) =>
    expressionsOf("x.ts", code).map(({ source, flags }) => `/${source}/${flags}`);

  test.each([
    ["const a: RegExp = /x+/gu;", ["/x+/gu"]],
    ["split(/[/]/).map((x) => x / 2 / 3)", ["/[/]/"]],
    [`const A = "[a-z]"; const b = new RegExp(\`^\${A}\\\\d\`, "u");`, ["/^[a-z]\\d/u"]],
    ['RegExp("a" )', ["/a/"]],
    ["// a comment has no /expression/\nconst s = '/no/';", []],
  ])("%s", (code, expressions) => expect(found(code)).toEqual(expressions));

  test.each([
    "new RegExp(word)",
    "(words: string[]) => new RegExp(words.join('|'))",
    `new RegExp(\`a\${b()}\`)`,
  ])("not to be read, so an error: %s", (code) => expect(() => found(code)).toThrow(TypeError));
});
