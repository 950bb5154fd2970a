/** JSON-LD as pages carry it: data blocks, written by whatever program made the page. */

const OPENS = "<script";
const CLOSES = "</script";
/** A longer start tag is none that says `application/ld+json`. */
const LONGEST_TAG = 2_000;
/** A page with more blocks than that is read to here. */
const MOST_BLOCKS = 200;

/**
 * What stands in a page's `script` elements of JSON-LD, as text, in their order. Looks for them letter by letter and builds no tree, so that no nesting costs
 * more than the length of the page; one that nobody ends goes on to the page's end.
 */
export function jsonLdIn(html: string): string[] {
  // ASCII letters alone are folded: the places stay those of the page.
  const low = html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const blocks: string[] = [];
  for (let at = low.indexOf(OPENS); at >= 0 && blocks.length < MOST_BLOCKS; at = low.indexOf(OPENS, at)) {
    const end = low.indexOf(">", at);
    if (end < 0) break;
    const isData = end - at <= LONGEST_TAG && low.slice(at, end).includes("ld+json");
    const close = low.indexOf(CLOSES, end);
    const stop = close < 0 ? html.length : close;
    if (isData) blocks.push(html.slice(end + 1, stop));
    at = stop;
  }
  return blocks;
}

/**
 * The value of a block, as forgiving as those who read such blocks are: comment marks around it, a semicolon behind it, and line breaks inside of a string
 * don't count. Undefined where it is no JSON even so.
 */
export function looseJson(text: string): unknown {
  for (const tried of [trimmed, unwrapped, onOneLine]) {
    try {
      return JSON.parse(tried(text));
    } catch {
      // the next is more forgiving
    }
  }
  return undefined;
}

const trimmed = (text: string): string => text.replace(/^\uFEFF/, "");

const WRAPPERS = ["//", "/*", "*/", "<!--", "-->", "<![CDATA[", "]]>", ";"];

/** Without what stands around it, as often as something does. */
function unwrapped(text: string): string {
  let rest = trimmed(text).trim();
  for (let turns = 0; turns < WRAPPERS.length; turns += 1) {
    const before = rest;
    for (const wrapper of WRAPPERS) {
      if (rest.startsWith(wrapper)) rest = rest.slice(wrapper.length).trim();
      if (rest.endsWith(wrapper)) rest = rest.slice(0, -wrapper.length).trim();
    }
    if (rest === before) break;
  }
  return rest;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON doesn't allow inside of a string
const onOneLine = (text: string): string => unwrapped(text).replace(/[\u0000-\u001F]/g, " ");
