import { publishedOn } from "#lib/db/readers/outside";
import { GivenDate } from "#lib/domain/given-date";
import { answerDocument, answerNoDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";
import { LISTS, sitemap } from "#lib/publish/syndication/sitemaps";

/** Where readers' pages are: those that were published last on one day (in UTC), or the lists. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ part: string }> },
): Promise<Response> {
  const { part } = await params;
  const day = GivenDate.safeParse(part).data;
  const pages = part === "lists" ? LISTS : day === undefined ? [] : await publishedOn(day);
  if (pages.length === 0) return answerNoDocument();
  return answerDocument(await sitemap(pages, publicOrigin().origin), "application/xml; charset=utf-8");
}
