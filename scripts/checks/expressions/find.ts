import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parseSync } from "@swc/core";

/** A regular expression as some source file has it. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

/**
 * Every regular expression under the given files and folders, tests left out: literals, and those built by `RegExp` from
 * strings and templates of constants of the same file.
 *
 * Throws   TypeError where one is built from anything else: a check that can't see an expression may not pass it over.
 */
export function expressionsIn(root: string, places: readonly string[]): Expression[] {
  const files = places.flatMap((place) => (extname(place) === "" ? sourcesUnder(root, place) : [place]));
  return files.flatMap((file) => expressionsOf(file, readFileSync(join(root, file), "utf8")));
}

const SOURCE = /\.(?:tsx?|mjs)$/;
const LEFT_OUT = /\.test\.\w{2,3}$|\.d\.ts$|\/generated\//;

function sourcesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => SOURCE.test(file) && !LEFT_OUT.test(file))
    .sort();
}

/** The expressions of one file's `code`. */
export function expressionsOf(file: string, code: string): Expression[] {
  const tree = parseSync(code, { syntax: "typescript", tsx: file.endsWith("x"), target: "esnext" });
  const nodes = [...nodesUnder(tree)];
  const constants = new Map<string, unknown>();
  for (const node of nodes) {
    if (node.type === "VariableDeclarator" && isNode(node.id))
      constants.set(String(node.id.value), node.init);
  }
  return nodes.flatMap((node) => {
    if (node.type === "RegExpLiteral")
      return [{ file, source: String(node.pattern), flags: String(node.flags) }];
    if (!isCallOfRegExp(node)) return [];
    const [source, flags = ""] = argumentsOf(node).map((argument) => textOf(argument, constants));
    if (typeof source === "string" && typeof flags === "string") return [{ file, source, flags }];
    throw new TypeError(`${file} builds a regular expression that this check can't read`);
  });
}

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function* nodesUnder(value: unknown): Generator<Node> {
  if (!isNode(value)) return;
  if ("type" in value) yield value;
  for (const child of Object.values(value)) yield* nodesUnder(child);
}

function isCallOfRegExp(node: Node): boolean {
  const isCall = node.type === "NewExpression" || node.type === "CallExpression";
  return isCall && isNode(node.callee) && node.callee.value === "RegExp";
}

function argumentsOf(call: Node): unknown[] {
  return Array.isArray(call.arguments) ? call.arguments.map((one: Node) => one.expression) : [];
}

/** What a string, a template or a constant's name holds; null for anything else. */
function textOf(value: unknown, constants: ReadonlyMap<string, unknown>): string | null {
  if (!isNode(value)) return null;
  if (value.type === "StringLiteral") return String(value.value);
  if (value.type === "Identifier") return textOf(constants.get(String(value.value)), constants);
  if (value.type !== "TemplateLiteral" || !Array.isArray(value.quasis)) return null;
  const holes: readonly unknown[] = Array.isArray(value.expressions) ? value.expressions : [];
  let text = "";
  for (const [i, quasi] of value.quasis.entries()) {
    const filling = i < holes.length ? textOf(holes[i], constants) : "";
    if (!isNode(quasi) || filling === null) return null;
    text += String(quasi.cooked) + filling;
  }
  return text;
}
