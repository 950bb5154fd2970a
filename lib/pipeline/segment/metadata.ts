import type { AnalysedPost, CalendarDate, Page } from "#lib/domain/analysis";
import { calendarDate } from "#lib/text/calendar";
import { dateOf, visibleDates } from "#lib/text/dates";
import { agencyIn, authorIn, slugOf } from "./dateline";
import type { TypedBlock } from "./zones";

/** What a page's markup states of itself; a text file states nothing. */
export interface Known {
  readonly title?: string | null;
  readonly publishedAt?: CalendarDate | null;
  readonly author?: string | null;
  readonly siteName?: string | null;
}

export interface Metadata {
  readonly title: string | null;
  readonly publishedAt: CalendarDate | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly agency: string | null;
  readonly agencyDate: CalendarDate | null;
  readonly place: string | null;
}

export function metadataOf(
  page: Page,
  known: Known,
  blocks: readonly TypedBlock[],
  posts: readonly AnalysedPost[],
): Metadata {
  const firstBody = blocks.findIndex((block) => block.type === "BODY");
  const head = blocks.slice(0, firstBody < 0 ? blocks.length : firstBody);
  const lines = head.filter((block) => block.type === "DATELINE").map((block) => block.text);
  const publishedAt = posts[0]?.date ?? known.publishedAt ?? dateInUrl(page.url);
  const slug = firstBody < 0 ? null : slugOf(blocks[firstBody]?.text ?? "");
  const found = {
    title: posts[0]?.headline ?? known.title ?? null,
    publishedAt: publishedAt ?? titleDate(head),
  };
  return {
    ...found,
    publisher: page.publisher ?? hostOf(page.url) ?? known.siteName ?? null,
    author: known.author ?? lines.map(authorIn).find((name) => name !== null) ?? null,
    agency: slug?.agency ?? lines.map(agencyIn).find((name) => name !== null) ?? null,
    agencyDate: agencyDateIn(lines, found.publishedAt),
    place: slug?.place ?? null,
  };
}

/** The date of the agency's own line: one under the headline that differs from the day of the post. */
function agencyDateIn(lines: readonly string[], publishedAt: CalendarDate | null): CalendarDate | null {
  if (publishedAt === null) return null;
  const days = lines
    .filter((line) => !/\b(?:updated|modified)\b/i.test(line))
    .flatMap((line) => visibleDates(line))
    .map((date) => dateOf(date, publishedAt));
  return days.find((day) => day !== null && day < publishedAt) ?? null;
}

function titleDate(head: readonly TypedBlock[]): CalendarDate | null {
  const dates = head
    .filter((block) => block.type === "HEADLINE")
    .flatMap((block) => visibleDates(block.text));
  return dates.map((date) => dateOf(date, null)).find((day) => day !== null) ?? null;
}

/** Many sites put the day into the address: /2016/11/28/. */
function dateInUrl(url: string | null): CalendarDate | null {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(url ?? "");
  return match === null ? null : calendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const host = new URL(url).hostname.replace(/^www\./, "");
  return host === "" ? null : host;
}
