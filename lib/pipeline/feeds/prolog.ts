/**
 * Does what stands before the first element declare anything (an internal subset of a document type)? Entities are never
 * expanded here; a feed that needs them would be read wrongly, and one that piles them up means harm.
 *
 * Source   XML 1.0, 2.8.
 */
export function declaresEntities(xml: string): boolean {
  if (!/^\s*</.test(xml)) return false;
  for (let at = 0; ; ) {
    at = xml.indexOf("<", at);
    if (at < 0) return false;
    if (xml.startsWith("<?", at)) at = after(xml, "?>", at);
    else if (xml.startsWith("<!--", at)) at = after(xml, "-->", at);
    else if (xml.startsWith("<!", at)) {
      const end = after(xml, ">", at);
      if (xml.slice(at, end).includes("[")) return true;
      at = end;
    } else return false;
  }
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
