import { publishedArticle } from "#lib/db/readers/published";
import { answerPicture } from "#lib/next/pictures";
import { whereNow } from "#lib/next/where";
import { pictureOfArticle } from "#lib/publish/pictures";

/** What programs show beside a link to this page. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const article = await publishedArticle(slug);
  return answerPicture(article && pictureOfArticle(article, whereNow().today), {
    kind: "ARTICLE",
    slug,
  });
}
