import type { Token } from "parse5";

/** An attribute's value, at most `LIMIT` units of it: a megabyte in one attribute says nothing more. */
const LIMIT = 2000;

export function attributeOf(token: Token.TagToken, name: string): string | null {
  for (const attribute of token.attrs) if (attribute.name === name) return attribute.value.slice(0, LIMIT);
  return null;
}

const NAMING: ReadonlySet<string> = new Set([
  "class",
  "id",
  "role",
  "itemprop",
  "data-testid",
  "data-component",
  "aria-label",
]);

/** The words that authors name an element by, lower case: "postContent main-2" gives "post content main 2". */
export function wordsOf(token: Token.TagToken): string {
  let words = "";
  for (const { name, value } of token.attrs) {
    if (NAMING.has(name)) words += ` ${value.slice(0, 300)}`;
    else if (name === "rel" && /author|tag|bookmark/.test(value)) words += ` rel${value.slice(0, 20)}`;
  }
  if (words === "") return "";
  return words
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

export function isHiddenBy(token: Token.TagToken): boolean {
  for (const { name, value } of token.attrs) {
    if (name === "hidden") return true;
    if (name === "aria-hidden" && value === "true") return true;
    if (name === "style" && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value.slice(0, LIMIT))) return true;
  }
  return false;
}
