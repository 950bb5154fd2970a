import type { PageHead } from "#lib/pipeline/blocks/page-document";
import { isArticle, type LinkedNode, strings } from "./json-ld";
import { dayOf, foldDigits, writtenDates } from "./written-dates";

/** A date and where it was found. `certain`: the page gives it as this article's own; `implied`: it stands where such dates stand. */
export interface FoundDate {
  readonly day: string;
  readonly certainty: "certain" | "implied";
  readonly foundIn: "JSON-LD" | "OpenGraph" | "meta" | "time element" | "visible text" | "address";
}

export interface DateSources {
  readonly head: PageHead;
  readonly nodes: readonly LinkedNode[];
  readonly url: string | null;
  /** Texts of the lines about the article's date and author, nearest to its headline first. */
  readonly datelines: readonly string[];
  /** Indexes of the first and last block of the article: `time` elements elsewhere belong to other posts. */
  readonly from: number;
  readonly to: number;
}

const PUBLISHED_META = [
  "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "article.published", "datepublished", "date_published", "dc.date.issued",
  "dc.date.published", "dcterms.issued", "dcterms.created", "sailthru.date", "parsely-pub-date", "pubdate", "publishdate", "publish-date",
  "publish_date", "published", "publication_date", "article_date_original", "originalpublicationdate", "dc.date", "dcterms.date", "citation_publication_date", "cxenseparse:recs:publishtime", "date", "article:published",
];
const UPDATED_META = ["article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified", "last-modified", "lastmod", "dc.date.modified"];

/** The day of a machine's date; the day as written, not as it was in Greenwich. Null where it is none. */
export function dayOfStamp(stamp: string): string | null {
  const text = foldDigits(stamp.trim());
  const iso = /^((?:19|20)\d\d)[-/]?(\d\d)[-/]?(\d\d)(?!\d)/.exec(text);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const loose = /^((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})/.exec(text);
  if (loose !== null) return dayOf(Number(loose[1]), Number(loose[2]), Number(loose[3]));
  return writtenDates(text)[0]?.day ?? null;
}

export function publicationDate(sources: DateSources): FoundDate | null {
  return (
    declaredDate(sources) ??
    timeDate(sources, /publish|posted|pubdate|entry date|created/, true) ??
    visible(sources, false) ??
    timeDate(sources, /./, false) ??
    bare(linked(sources, ["dateCreated", "uploadDate"])) ??
    addressDate(sources.url)
  );
}

/** A date with what the page wrote. */
interface Stamped extends FoundDate {
  readonly stamp: string;
}

const IN_GREENWICH = /T\d\d:\d\d.*(?:Z|[+-]00:?00)$/;
const plain = ({ day, certainty, foundIn }: Stamped): FoundDate => ({ day, certainty, foundIn });

const bare = (found: Stamped | null): FoundDate | null => (found === null ? null : plain(found));

/** A stamp in Greenwich time may be a day off the page's own: a `time` element or an address of the day before or after says which. */
function declaredDate(sources: DateSources): FoundDate | null {
  const found = linked(sources, ["datePublished"]) ?? metaDate(sources.head, PUBLISHED_META) ?? namedMeta(sources.head);
  if (found === null || !IN_GREENWICH.test(found.stamp)) return found === null ? null : plain(found);
  const near = sources.head.times.filter(({ block }) => block >= sources.from - 12 && block <= sources.to + 2);
  const stamp = near.map(({ datetime }) => datetime).find((datetime) => /T\d\d:\d\d.*[+-](?!00:?00)\d\d:?\d\d$/.test(datetime));
  const local = stamp === undefined ? (addressDate(sources.url)?.day ?? null) : dayOfStamp(stamp);
  const isOneOff = local !== null && Math.abs(Date.parse(local) - Date.parse(found.day)) === 86_400_000;
  return isOneOff ? { ...plain(found), day: local } : plain(found);
}

/** "w-published-date", "cms:datePublished": names that nobody has listed. */
function namedMeta(head: PageHead): Stamped | null {
  for (const [name, values] of head.meta) {
    if (!/publi(?:sh|c).*(?:date|time|on)|(?:date|time).*publi(?:sh|c)/.test(name)) continue;
    const stamp = values[0] ?? "";
    const day = dayOfStamp(stamp);
    if (day !== null) return { day, certainty: "implied", foundIn: "meta", stamp };
  }
  return null;
}

export function updateDate(sources: DateSources): FoundDate | null {
  return bare(linked(sources, ["dateModified"]) ?? metaDate(sources.head, UPDATED_META)) ?? timeDate(sources, /updated|modified/, true) ?? visible(sources, true);
}

function linked({ nodes }: DateSources, keys: readonly string[]): Stamped | null {
  const articles = nodes.filter(isArticle);
  const pages = nodes.filter((node) => node.types.some((type) => /WebPage$/.test(type)));
  for (const [list, certainty] of [[articles, "certain"], [pages, "certain"]] as const)
    for (const node of list)
      for (const key of keys) {
        const stamp = strings(node.values[key])[0] ?? "";
        const day = dayOfStamp(stamp);
        if (day !== null) return { day, certainty, foundIn: "JSON-LD", stamp };
      }
  return null;
}

function metaDate(head: PageHead, names: readonly string[]): Stamped | null {
  for (const name of names) {
    const stamp = head.meta.get(name)?.[0] ?? "";
    const day = dayOfStamp(stamp);
    if (day !== null) return { day, certainty: "certain", foundIn: /^(?:og|article):/.test(name) ? "OpenGraph" : "meta", stamp };
  }
  return null;
}

function timeDate({ head, from, to }: DateSources, words: RegExp, anywhereNamed: boolean): FoundDate | null {
  for (const time of head.times) {
    const isNear = time.block >= from - 12 && time.block <= to + 2;
    const isNamed = words.test(time.words) && !(anywhereNamed && /updated|modified/.test(time.words) && /publish/.test(words.source));
    if (!isNear || (anywhereNamed && !isNamed)) continue;
    const day = dayOfStamp(time.datetime);
    if (day !== null) return { day, certainty: anywhereNamed ? "certain" : "implied", foundIn: "time element" };
  }
  return null;
}

const UPDATED = /updated|modified|revised|reviewed|last edit|تحديث|نوێکراو/i;
const PUBLISHED = /published|posted|first|نشر|بڵاو/i;

/** From lines about the date. A line that names both takes the date after the word that was asked for. */
function visible({ datelines, url }: DateSources, isUpdate: boolean): FoundDate | null {
  for (const strict of isUpdate ? [true] : [true, false])
    for (const line of datelines) {
      const word = (isUpdate ? UPDATED : strict ? PUBLISHED : /^/).exec(line);
      if (word === null) continue;
      if (!isUpdate && !strict && UPDATED.test(line) && datelines.length > 1 && !PUBLISHED.test(line) && datelines.some((other) => !UPDATED.test(other) && writtenDates(other).length > 0)) continue;
      const date = writtenDates(line.slice(word.index))[0];
      if (date === undefined) continue;
      const inAddress = date.isAmbiguous ? addressDate(url) : null;
      return { day: inAddress?.day ?? date.day, certainty: "implied", foundIn: "visible text" };
    }
  return null;
}

function addressDate(url: string | null): FoundDate | null {
  const match = /[/-]((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?:[/-]|$)/i.exec(url ?? "");
  const month = match?.[2] ?? "";
  const day = match === null ? null : (writtenDates(/\d/.test(month) ? `${match[1]}-${month}-${match[3]}` : `${match[3]} ${month} ${match[1]}`)[0]?.day ?? null);
  return day === null ? null : { day, certainty: "implied", foundIn: "address" };
}
