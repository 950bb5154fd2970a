import { publishedOn } from "#lib/db/readers/outside";
import { answerDocument, answerNoDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";
import { LISTS, sitemap, sitemapPart } from "#lib/publish/syndication/sitemaps";

/** Where readers' pages are: a part of those that were published last on one day (in UTC), or the lists. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const { part } = await params;
  const asked = sitemapPart(part);
  const pages = part === "lists" ? LISTS : asked === null ? [] : await publishedOn(asked.day, asked.part);
  if (pages.length === 0) return answerNoDocument();
  return answerDocument(await sitemap(pages, publicOrigin().origin), "application/xml; charset=utf-8");
}
