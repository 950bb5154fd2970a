import { publishedDays } from "#lib/db/readers/outside";
import { answerDocument } from "#lib/next/answer-document";
import { publicOrigin } from "#lib/next/public-origin";
import { sitemapIndex } from "#lib/publish/syndication/sitemaps";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const index = await sitemapIndex(await publishedDays(), publicOrigin().origin);
  return answerDocument(index, "application/xml; charset=utf-8");
}
