import { parseFragment } from "parse5";
import { textOf } from "#lib/pipeline/segment/html/html-tree";
import { normalise } from "#lib/text/normalise";

/** What is read of a title before it is cut to its length, in UTF-16 units: markup takes room. */
const READ = 4_000;

/** One line of text that can be stored, at most `most` units long and cut between characters; null where nothing is left. */
export function plain(text: string | undefined, most: number): string | null {
  if (text === undefined) return null;
  const line = normalise(text.slice(0, READ))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim();
  const cut = line.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");
  return cut === "" ? null : cut;
}

/** The same, of what may hold markup. */
export function plainOfHtml(markup: string | undefined, most: number): string | null {
  if (markup === undefined || !/[<&]/.test(markup)) return plain(markup, most);
  return plain(textOf(parseFragment(markup.slice(0, READ))), most);
}
