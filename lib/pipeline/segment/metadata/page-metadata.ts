import type { CalendarDate, FoundDate, Page } from "#lib/domain/analysis";
import { dateOf, visibleDates } from "#lib/english/dates";
import { slugOf } from "#lib/english/wire-slugs";
import { agencyIn, datesNextPost } from "#lib/pipeline/segment/parts/dateline";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";
import { linkedNodes } from "./json-ld";
import { publicationDate, updateDate } from "./page-dates";
import { authorOf, bareHost, canonicalOf, siteNameOf } from "./page-names";
import { declaredTitles, type TitleLine, titleOf } from "./page-title";

/** What a page says about itself. Null where it doesn't say; nothing here is taken from today's date. */
export interface Metadata {
  readonly title: string | null;
  readonly publishedAt: CalendarDate | null;
  readonly dates: { readonly published: FoundDate | null; readonly updated: FoundDate | null };
  readonly publisher: string | null;
  readonly author: string | null;
  readonly agency: string | null;
  readonly agencyDate: CalendarDate | null;
  readonly place: string | null;
  readonly canonical: string | null;
}

/** The lines of a page that say something about it. */
export interface SeenLines {
  readonly titles: readonly TitleLine[];
  /** Of date, author and agency, nearest to the headline first. */
  readonly datelines: readonly string[];
  /** Such lines wherever they stand, but in other posts and in comments. */
  readonly elsewhere: readonly string[];
  /** The first of the article's running text. */
  readonly lead: string | null;
  /** Indexes of the article's first and last block. */
  readonly from: number;
  readonly to: number;
}

/** `head` is null where the page is plain text: then its lines alone speak. */
export function metadataOf(page: Page, head: PageHead | null, seen: SeenLines): Metadata {
  const stated = head ?? NOTHING;
  const nodes = linkedNodes(stated.jsonLd);
  const site = siteNameOf(stated, nodes);
  const host = page.url !== null && URL.canParse(page.url) ? bareHost(new URL(page.url)) : "";
  const names = [site ?? "", host].filter((name) => name !== "");
  const title = titleOf(seen.titles, declaredTitles(stated, nodes, names), names);
  const datelines = seen.datelines.filter((line) => !datesNextPost(line));
  const sources = { head: stated, nodes, url: page.url, headline: title, ...seen, datelines };
  const published = publicationDate(sources);
  return {
    title,
    publishedAt: published?.day ?? null,
    dates: { published, updated: updateDate(sources) },
    publisher: page.publisher ?? (host === "" ? site : host),
    ...saidInPost(seen.datelines, seen.lead, published?.day ?? null),
    author: authorOf(stated, nodes, datelines),
    canonical: canonicalOf(stated.canonical, page.url),
  };
}

/**
 * What one of several posts says of itself, in its own lines about date and author and in its first running text. What its page
 * says is said of none of them.
 */
export function saidInPost(
  lines: readonly string[],
  lead: string | null,
  date: CalendarDate | null,
): Pick<Metadata, "author" | "agency" | "agencyDate" | "place"> {
  const datelines = lines.filter((line) => !datesNextPost(line));
  const slug = lead === null ? null : slugOf(lead);
  return {
    author: authorOf(NOTHING, [], datelines),
    agency: slug?.agency ?? datelines.map(agencyIn).find((name) => name !== null) ?? null,
    agencyDate: agencyDateIn(datelines, date),
    place: slug?.place ?? null,
  };
}

const NOTHING: PageHead = {
  title: null,
  meta: new Map(),
  canonical: null,
  jsonLd: [],
  times: [],
  language: null,
};

/** The date of the agency's own line: one that differs from the day of the post. */
function agencyDateIn(lines: readonly string[], publishedAt: CalendarDate | null): CalendarDate | null {
  if (publishedAt === null) return null;
  const days = lines
    .filter((line) => !/\b(?:updated|modified)\b/i.test(line))
    .flatMap((line) => visibleDates(line))
    .map((date) => dateOf(date, publishedAt));
  return days.find((day) => day !== null && day < publishedAt) ?? null;
}
