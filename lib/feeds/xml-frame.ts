/**
 * Does what stands before the first element declare anything (an internal subset of a document type)? Entities are never
 * expanded here; a feed that needs them would be read wrongly, and one that piles them up means harm.
 *
 * Source   XML 1.0, 2.8.
 */
export function declaresEntities(text: string): boolean {
  return isMarkup(text) && prologOf(text).declares;
}

const isMarkup = (text: string) => /^\s*</.test(text);

/** Where the first element begins (the text's end where there is none), and whether anything before it declares something. */
function prologOf(xml: string): { readonly end: number; readonly declares: boolean } {
  let declares = false;
  let at = xml.indexOf("<");
  for (; at >= 0; at = xml.indexOf("<", at)) {
    if (xml.startsWith("<?", at)) at = after(xml, "?>", at);
    else if (xml.startsWith("<!--", at)) at = after(xml, "-->", at);
    else if (xml.startsWith("<!", at)) {
      const end = after(xml, ">", at);
      declares ||= xml.slice(at, end).includes("[");
      at = end;
    } else return { end: at, declares };
  }
  return { end: xml.length, declares };
}

/**
 * Is the last thing that is closed what was opened first? The parser forgives what is left open at the end, so that a feed that
 * was cut between two items would be taken for a short one. True for what doesn't look like XML.
 */
export function isClosed(text: string): boolean {
  if (!isMarkup(text)) return true;
  const opened = /^<([A-Za-z_][\w:.-]{0,60})/.exec(text.slice(prologOf(text).end))?.[1] ?? "";
  const closed = /^<\/([A-Za-z_][\w:.-]{0,60})\s*>/.exec(text.slice(text.lastIndexOf("</")))?.[1] ?? "";
  return opened !== "" && opened.toLowerCase() === closed.toLowerCase();
}

function after(xml: string, ending: string, from: number): number {
  const at = xml.indexOf(ending, from);
  return at < 0 ? xml.length : at + ending.length;
}

/** The encoding that an XML declaration names; null without one. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  return (
    /^\s{0,20}<\?xml\s[^>]{0,100}?encoding\s{0,4}=\s{0,4}["']([\w:.-]{1,40})["']/.exec(head)?.[1] ?? null
  );
}
