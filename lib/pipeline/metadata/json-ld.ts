/** One object of a page's linked data, with its types. Values are what the page wrote: anything. */
export interface LinkedNode {
  readonly types: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
}

const MAX_NODES = 5000;

/**
 * All typed objects in a page's JSON-LD scripts, outermost first, by an iterative walk. A script that isn't JSON gives none;
 * stray comment marks, CDATA and raw line ends inside strings, which pages do have, are forgiven.
 */
export function linkedNodes(scripts: readonly string[]): LinkedNode[] {
  const found: LinkedNode[] = [];
  for (const script of scripts) {
    const queue: unknown[] = [parsed(script)];
    for (let i = 0; i < queue.length && i < MAX_NODES; i += 1) {
      const value = queue[i];
      if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
      else if (isRecord(value)) {
        const types = strings(value["@type"]);
        if (types.length > 0) found.push({ types, values: value });
        for (const inner of Object.values(value)) if (typeof inner === "object" && inner !== null) queue.push(inner);
      }
    }
  }
  return found;
}

function parsed(script: string): unknown {
  const trimmed = script.replace(/^\s*(?:<!--|\/\*.*?\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "").replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, "");
  for (const text of [trimmed, trimmed.replace(/[\u0000-\u001f]+/g, " "), trimmed.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next, more forgiving reading; a page with broken data has none.
    }
  }
  return null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string, or the strings of a list. */
export function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

const ARTICLE = /^(?:.*Article|.*BlogPosting|.*NewsArticle|Report|Review|ClaimReview|HowTo|Recipe|.*Posting)$/;

export function isArticle(node: LinkedNode): boolean {
  return node.types.some((type) => ARTICLE.test(type.replace(/^.*[/#:]/, "")));
}
