/** One object of a page's linked data, with its types. Values are what the page wrote: anything. */
export interface LinkedNode {
  readonly types: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

const MAX_NODES = 5000;

/**
 * All typed objects in a page's JSON-LD scripts, outermost first. A script that isn't JSON gives none; stray comment marks,
 * CDATA, raw line ends inside strings and a comma too many, which pages do have, are forgiven.
 */
export function linkedNodes(scripts: readonly string[]): LinkedNode[] {
  const found: LinkedNode[] = [];
  for (const script of scripts) {
    const queue: unknown[] = [parsed(script)];
    for (let i = 0; i < queue.length && i < MAX_NODES; i += 1) {
      const value = queue[i];
      if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
      if (!isRecord(value)) continue;
      const types = strings(value["@type"]);
      if (types.length > 0) found.push({ types, values: value });
      for (const inner of Object.values(value))
        if (typeof inner === "object" && inner !== null) queue.push(inner);
    }
  }
  return found;
}

const OPENING = /^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/;
const CLOSING = /(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters inside strings are what is forgiven
const CONTROLS = /[\u0000-\u001f]+/g;

function parsed(script: string): unknown {
  const whole = script.replace(OPENING, "").replace(CLOSING, "");
  return jsonOr(whole, () => {
    const even = whole.replace(CONTROLS, " ");
    return jsonOr(even, () => jsonOr(even.replace(/,\s*([}\]])/g, "$1"), () => null));
  });
}

function jsonOr(text: string, otherwise: () => unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise();
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string, or the strings of a list. */
export function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

const ARTICLE = /(?:Article|Posting|Report|Review|HowTo|Recipe)$/;

export function isArticle(node: LinkedNode): boolean {
  return node.types.some((type) => ARTICLE.test(type));
}
