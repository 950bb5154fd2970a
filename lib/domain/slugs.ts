const LONGEST = 80;

/**
 * The readable part of an address: small Latin letters and digits, words joined by `-`, cut at a word's end before 80 units.
 * Null where nothing of `title` is left (an Arabic headline): the caller then names it by something else.
 */
export function slugOf(title: string): string | null {
  const slug = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (slug.length <= LONGEST) return slug || null;
  const cut = slug.slice(0, LONGEST + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 1)).slice(0, LONGEST);
}
