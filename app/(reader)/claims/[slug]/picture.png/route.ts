import { publishedClaim } from "#lib/db/readers/published";
import { answerPicture } from "#lib/next/pictures";
import { pictureOfClaim } from "#lib/publish/pictures";

/** What programs show beside a link to this claim. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  const claim = await publishedClaim(slug);
  return answerPicture(claim && pictureOfClaim(claim), { kind: "CLAIM", slug });
}
