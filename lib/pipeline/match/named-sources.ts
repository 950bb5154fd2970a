/** Whom a text names as where its words are from: addresses, and names that a publisher may have. */

export interface NamedSources {
  /** Whole web addresses, as they stand. */
  readonly addresses: readonly string[];
  /** What may be a publisher's name, in lower case: the first words after "according to", each length of them. */
  readonly names: readonly string[];
}

const MOST_ADDRESSES = 20;
const MOST_CUES = 20;
/** Words of the longest name that is tried. */
const LONGEST_NAME = 5;
/** Only so much of a text is looked at, in UTF-16 units. */
const LONGEST = 200_000;

const ADDRESS = /\bhttps?:\/\/[^\s<>"'“”«»()[\]{}|\\^`]{3,2000}/giu;
/** English, and the Arabic for "according to", "quoting" and "source:". */
const CUE =
  /(?:\baccording to|\breported by|\bas reported by|\bsource\s?:|\bvia|\bquoting|\bcourtesy of|بحسب|وفقا ل|نقلا عن|المصدر\s?:)[ \u00a0]{1,3}/giu;
/** "Baghdad / NINA / " */
const SLASHED = /^[^/\n]{2,40}\/[ \u00a0]?([\p{L}\p{M}\p{N}.' -]{2,40})\//gmu;
const ARTICLE = /^(?:the|a|an)\s+/iu;

export function namedSources(text: string): NamedSources {
  const read = text.slice(0, LONGEST);
  const addresses = [...read.matchAll(ADDRESS)].map(([found]) => withoutEnd(found));
  const names = new Set<string>();
  let cues = 0;
  for (const { index, 0: cue } of read.matchAll(CUE)) {
    cues += 1;
    if (cues > MOST_CUES) break;
    for (const name of beginnings(read.slice(index + cue.length, index + cue.length + 120))) names.add(name);
  }
  for (const [, name = ""] of [...read.matchAll(SLASHED)].slice(0, MOST_CUES)) names.add(plain(name));
  return { addresses: [...new Set(addresses)].slice(0, MOST_ADDRESSES), names: [...names] };
}

/** The first word, the first two, and so on, up to a mark. */
function beginnings(after: string): string[] {
  const [clause = ""] = after.replace(ARTICLE, "").split(/[,;:!?()\n“”"،؛۔؟]|\.(?=\s|$)/u);
  const list = clause.split(/\s+/u).filter(Boolean).slice(0, LONGEST_NAME);
  return list.map((_, i) => plain(list.slice(0, i + 1).join(" ")));
}

const plain = (name: string): string => name.trim().toLowerCase();

/** A full stop or a comma after an address is the sentence's. */
function withoutEnd(address: string): string {
  let end = address.length;
  while (".,;:!?".includes(address.charAt(end - 1))) end -= 1;
  return address.slice(0, end);
}

/** What an index of publishers is asked for a name: see `isNamedSo`, which tells whether what was found is the one. */
export function publisherKeys(name: string): string[] {
  const asked = plain(name);
  const joined = asked.replace(/[^\p{L}\p{N}]/gu, "");
  const hosts = joined.length >= 3 ? [joined, `${joined}news`, `${joined}agency`] : [];
  return [...new Set([asked.replace(/^www\./, "").split(".")[0] ?? asked, ...hosts])].filter(Boolean);
}

/** Is this publisher the one that a dateline names? By its name, or by the first part of its address ("ninanews.com" of "NINA"). */
export function isNamedSo(publisher: string, name: string): boolean {
  const [own, asked] = [plain(publisher), plain(name)];
  if (own === asked) return true;
  const host = /^(?:www\.)?([\p{L}\p{N}-]+)\.[\p{L}.]{2,20}$/u.exec(own)?.[1];
  const joined = asked.replace(/[^\p{L}\p{N}]/gu, "");
  return (
    host !== undefined && joined.length >= 3 && [joined, `${joined}news`, `${joined}agency`].includes(host)
  );
}
