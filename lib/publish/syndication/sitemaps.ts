import { Readable } from "node:stream";
import { SitemapIndexStream, SitemapStream, streamToPromise } from "sitemap";
import type { CalendarDate } from "#lib/domain/analysis";
import { GivenDate } from "#lib/domain/given-date";

/** A readers' page that stands. `changedAt` is an ISO instant; null for pages that are lists. */
export interface SitemapPage {
  readonly path: string;
  readonly changedAt: string | null;
}

/** A day on which something that stands was published last, the last moment of that day at which it was, and how many files it fills. */
export interface SitemapDay {
  readonly day: CalendarDate;
  readonly changedAt: string;
  readonly parts: number;
}

export const LISTS: readonly SitemapPage[] = [
  "/",
  "/articles",
  "/claims",
  "/promises",
  "/topics",
  "/corrections",
  "/about",
  "/about/api",
  "/method",
  "/method/words",
].map((path) => ({
  path,
  changedAt: null,
}));

/** One file. Source: sitemaps.org, protocol 0.9. */
export async function sitemap(pages: readonly SitemapPage[], origin: string): Promise<string> {
  const lines = pages.map(({ path, changedAt }) => ({ url: path, lastmod: changedAt ?? undefined }));
  const file = Readable.from(lines).pipe(new SitemapStream({ hostname: origin }));
  return (await streamToPromise(file)).toString();
}

/** The name of a file of a day: of its first part, the day alone. */
const fileOf = (day: CalendarDate, part: number): string => (part === 1 ? day : `${day}_${part}`);

/** The day and the part that such a name says, from 1; null for what is none. */
export function sitemapPart(name: string): { readonly day: CalendarDate; readonly part: number } | null {
  const [, said, number = "1"] = /^([^_]+)(?:_([2-9]|[1-9]\d{1,5}))?$/.exec(name) ?? [];
  const day = GivenDate.safeParse(said).data;
  return day === undefined ? null : { day, part: Number(number) };
}

/** The file that names the others: those of each day, and one for the lists. */
export async function sitemapIndex(days: readonly SitemapDay[], origin: string): Promise<string> {
  const files = [
    { url: `${origin}/sitemaps/lists` },
    ...days.flatMap(({ day, changedAt, parts }) =>
      Array.from({ length: parts }, (_, i) => ({
        url: `${origin}/sitemaps/${fileOf(day, i + 1)}`,
        lastmod: changedAt,
      })),
    ),
  ];
  return (await streamToPromise(Readable.from(files).pipe(new SitemapIndexStream({})))).toString();
}
