import { Readable } from "node:stream";
import { SitemapIndexStream, SitemapStream, streamToPromise } from "sitemap";
import type { CalendarDate } from "#lib/domain/analysis";

/** A readers' page that stands. `changedAt` is an ISO instant; null for pages that are lists. */
export interface SitemapPage {
  readonly path: string;
  readonly changedAt: string | null;
}

/** A day on which something that stands was published, and the last moment of that day at which it was. */
export interface SitemapDay {
  readonly day: CalendarDate;
  readonly changedAt: string;
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

/** The file that names the others: one a day, and one for the lists. */
export async function sitemapIndex(days: readonly SitemapDay[], origin: string): Promise<string> {
  const files = [
    { url: `${origin}/sitemaps/lists` },
    ...days.map(({ day, changedAt }) => ({ url: `${origin}/sitemaps/${day}`, lastmod: changedAt })),
  ];
  return (await streamToPromise(Readable.from(files).pipe(new SitemapIndexStream({})))).toString();
}
