import type { CalendarDate, FoundDate } from "#lib/domain/analysis";
import { dateOf, visibleDates } from "#lib/english/dates";
import { isDateline } from "#lib/pipeline/segment/parts/dateline";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";
import { calendarDate } from "#lib/text/calendar";
import { foldDigits } from "#lib/text/normalise";
import { isArticle, type LinkedNode, strings } from "./json-ld";

export interface DateSources {
  readonly head: PageHead;
  readonly nodes: readonly LinkedNode[];
  readonly url: string | null;
  /** Texts of the lines about the article's date and author, nearest to its headline first. */
  readonly datelines: readonly string[];
  /** Such lines wherever they stand: they count where nothing else does. */
  readonly elsewhere: readonly string[];
  /** The headline: some hold the day. */
  readonly headline: string | null;
  /** Indexes of the first and last block of the article: `time` elements elsewhere belong to other posts. */
  readonly from: number;
  readonly to: number;
}

/** A date with what the page wrote. */
interface Stamped extends FoundDate {
  readonly stamp: string;
}

const PUBLISHED_META =
  "article:published_time og:article:published_time og:published_time og:pubdate article:published article.published datepublished date_published dc.date.issued dc.date.published dcterms.issued dcterms.created sailthru.date parsely-pub-date pubdate publishdate publish-date publish_date published publication_date article_date_original originalpublicationdate dc.date dcterms.date citation_publication_date date".split(
    " ",
  );
const UPDATED_META =
  "article:modified_time og:updated_time og:article:modified_time datemodified dcterms.modified last-modified lastmod dc.date.modified".split(
    " ",
  );

const UPDATED = /updated|modified|revised|reviewed|last edit|تحديث|نوێکراو/i;

/** The day that a post came out, best evidence first. Null where the page gives none. */
export function publicationDate(sources: DateSources): FoundDate | null {
  return (
    shownDate(sources) ??
    declaredDate(sources) ??
    timeDate(sources, /publish|posted|pubdate|entry date|created/) ??
    lineDate(sources) ??
    timeDate(sources, null) ??
    plain(linked(sources, ["dateCreated", "uploadDate"])) ??
    addressDate(sources.url) ??
    (sources.headline === null ? null : inLine(sources.headline, null)) ??
    lineDate({ ...sources, datelines: sources.elsewhere.slice(0, 1) })
  );
}

/** The day that it was last changed, where the page says so. */
export function updateDate(sources: DateSources): FoundDate | null {
  return (
    changeDate(sources) ??
    timeDate(sources, /updated|modified/) ??
    first(sources.datelines, (line) => after(UPDATED, line))
  );
}

/**
 * The day that readers see by the headline, not marked as an update, where the page's own data state another one: templates
 * keep an old stamp, or stamp anew what they copy. Words like "tomorrow" count from the day that is shown.
 */
function shownDate(sources: DateSources): FoundDate | null {
  const declared = declaredDate(sources)?.day;
  if (declared === undefined) return null;
  const shown = sources.datelines
    .filter((line) => isDateline(line) && !isUpdate(line))
    .flatMap((line) => daysIn(line, declared));
  const isBorneOut = shown.some((day) => Math.abs(Date.parse(day) - Date.parse(declared)) <= DAY);
  const [first] = shown;
  return first === undefined || isBorneOut
    ? null
    : { day: first, certainty: "IMPLIED", foundIn: "visible text" };
}

/** "Updated: …", and not "December 3. Updated: December 7": the first day of the line is that of a change. */
function isUpdate(line: string): boolean {
  const word = UPDATED.exec(line);
  return word !== null && (visibleDates(line)[0]?.start ?? line.length) >= word.index;
}

function changeDate(sources: DateSources): FoundDate | null {
  return plain(linked(sources, ["dateModified"]) ?? metaDate(sources.head, UPDATED_META));
}

/** The day of a machine's date: the day as written, not as it was in Greenwich. Null where it is none. */
function dayOfStamp(stamp: string): CalendarDate | null {
  const iso = /^((?:19|20)\d\d)[-/]?(\d{1,2})[-/]?(\d{1,2})(?!\d)/.exec(foldDigits(stamp.trim()));
  if (iso !== null) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return dayIn(stamp);
}

/** The whole dates in a line; `near` tells day from month where the line doesn't. */
function daysIn(line: string, near: CalendarDate | null = null): CalendarDate[] {
  return visibleDates(line).flatMap((date) => {
    const day = date.year === null ? null : dateOf(date, date.isAmbiguous ? near : null);
    return day === null ? [] : [day];
  });
}

function dayIn(line: string, near: CalendarDate | null = null): CalendarDate | null {
  return daysIn(line, near)[0] ?? null;
}

const IN_GREENWICH = /T\d\d:\d\d.{0,20}(?:Z|[+-]00:?00)$/;
const ELSEWHERE = /T\d\d:\d\d.{0,20}[+-](?!00:?00)\d\d:?\d\d$/;
const DAY = 86_400_000;

/** A stamp in Greenwich time may be a day off the page's own: a `time` element or the address of the day beside it says which. */
function declaredDate(sources: DateSources): FoundDate | null {
  const { head, url } = sources;
  const found = linked(sources, ["datePublished"]) ?? metaDate(head, PUBLISHED_META) ?? namedMeta(head);
  if (found === null || !IN_GREENWICH.test(found.stamp)) return plain(found);
  const stamp = timesNear(sources).find(({ datetime }) => ELSEWHERE.test(datetime))?.datetime;
  const local = stamp === undefined ? (addressDate(url)?.day ?? null) : dayOfStamp(stamp);
  const isOneOff = local !== null && Math.abs(Date.parse(local) - Date.parse(found.day)) === DAY;
  const { certainty, foundIn } = found;
  return { day: isOneOff ? local : found.day, certainty, foundIn };
}

function plain(found: Stamped | null): FoundDate | null {
  if (found === null) return null;
  const { day, certainty, foundIn } = found;
  return { day, certainty, foundIn };
}

/** In linked data of the article, else of the page around it. */
function linked({ nodes }: DateSources, keys: readonly string[]): Stamped | null {
  const pages = nodes.filter((node) => node.types.some((type) => type.endsWith("WebPage")));
  const stamps = [...nodes.filter(isArticle), ...pages].flatMap(({ values }) =>
    keys.flatMap((key) => strings(values[key]).slice(0, 1)),
  );
  return stamped(stamps, "CERTAIN", () => "JSON-LD");
}

function metaDate(head: PageHead, names: readonly string[]): Stamped | null {
  for (const name of names) {
    const foundIn = /^(?:og|article):/.test(name) ? "OpenGraph" : "meta";
    const found = stamped(head.meta.get(name)?.slice(0, 1) ?? [], "CERTAIN", () => foundIn);
    if (found !== null) return found;
  }
  return null;
}

const NAMED = /publi(?:sh|c).{0,40}(?:date|time|on)|(?:date|time).{0,40}publi(?:sh|c)/;

/** "w-published-date", "cms:datePublished": names that nobody has listed. */
function namedMeta(head: PageHead): Stamped | null {
  const stamps = [...head.meta].flatMap(([name, values]) => (NAMED.test(name) ? values.slice(0, 1) : []));
  return stamped(stamps, "IMPLIED", () => "meta");
}

function stamped(
  stamps: readonly string[],
  certainty: FoundDate["certainty"],
  foundIn: () => FoundDate["foundIn"],
): Stamped | null {
  return first(stamps, (stamp) => {
    const day = dayOfStamp(stamp);
    return day === null ? null : { day, certainty, foundIn: foundIn(), stamp };
  });
}

/** How many blocks above the article its date may stand. */
const ABOVE = 12;

function timesNear({ head, from, to }: DateSources): PageHead["times"] {
  return head.times.filter(({ block }) => block >= from - ABOVE && block <= to + 2);
}

/** `words` is what the element must be named by; null takes any. */
function timeDate(sources: DateSources, words: RegExp | null): FoundDate | null {
  const named = timesNear(sources).filter((time) => words === null || words.test(time.words));
  return first(named, ({ datetime }) => {
    const day = dayOfStamp(datetime);
    const certainty = words === null ? "IMPLIED" : "CERTAIN";
    return day === null ? null : { day, certainty, foundIn: "time element" };
  });
}

const PUBLISHED = /published|posted|original|نشر|بڵاو/i;

/** From a line that says "published", else from a date line that doesn't say "updated", else from any. */
function lineDate({ datelines, url }: DateSources): FoundDate | null {
  const near = addressDate(url)?.day ?? null;
  return (
    first(datelines, (line) => after(PUBLISHED, line, near)) ??
    first(datelines, (line) => (isDateline(line) && !isUpdate(line) ? inLine(line, near) : null)) ??
    first(datelines, (line) => (isUpdate(line) ? null : inLine(line, near))) ??
    first(datelines, (line) => inLine(line, near))
  );
}

function after(word: RegExp, line: string, near: CalendarDate | null = null): FoundDate | null {
  const match = word.exec(line);
  return match === null ? null : inLine(line.slice(match.index), near);
}

function inLine(line: string, near: CalendarDate | null): FoundDate | null {
  const day = dayIn(line, near);
  return day === null ? null : { day, certainty: "IMPLIED", foundIn: "visible text" };
}

/** Many sites put the day into the address: /2016/11/28/, /2016-nov-28-. */
function addressDate(url: string | null): FoundDate | null {
  const match = /[/-]((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?:[/-]|$)/i.exec(url ?? "");
  const [, year = "", month = "", date = ""] = match ?? [];
  const day = /\d/.test(month)
    ? calendarDate(Number(year), Number(month), Number(date))
    : dayIn(`${date} ${month.charAt(0).toUpperCase()}${month.slice(1)} ${year}`);
  return day === null ? null : { day, certainty: "IMPLIED", foundIn: "address" };
}

function first<T, R>(list: readonly T[], read: (item: T) => R | null): R | null {
  for (const item of list) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}
