import type { Element } from "./html-tree";

/** At most so much of an attribute is looked at: a megabyte in one says nothing more. */
const LIMIT = 2000;

const NAMING: ReadonlySet<string> = new Set([
  "class",
  "id",
  "role",
  "itemprop",
  "data-testid",
  "data-component",
  "aria-label",
]);

/** The words that authors name an element by, lower case: "postContent main-2" gives "post content main". */
export function wordsOf(element: Element): string {
  let words = "";
  for (const { name, value } of element.attrs) {
    if (NAMING.has(name)) words += ` ${value.slice(0, 300)}`;
    // AMP: this is for whoever has no subscription.
    else if (name === "amp-access" && /^\s*NOT\b/i.test(value)) words += " paywall";
    else if (name === "rel" && /author|tag|bookmark/.test(value)) words += ` rel${value.slice(0, 20)}`;
  }
  if (words === "") return "";
  return words
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();
}

/** Hidden by an attribute, an inline style or a class that leaves it to screen readers, until a script shows it or for good. */
export function isHiddenBy(element: Element): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === "hidden" ||
      (name === "aria-hidden" && value === "true") ||
      (name === "style" && HIDING.test(value.slice(0, LIMIT))) ||
      (name === "class" && FOR_SCREEN_READERS.test(value.slice(0, LIMIT))),
  );
}

/** Labels that are read aloud and not shown: "Subscriber only article.", "opens in a new window". */
const FOR_SCREEN_READERS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only)|screenreader-only|u-visuallyhidden)(?:\s|$)/i;

const HIDING = /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i;
