import { evidencePack } from "#lib/api/evidence-pack";
import { answerPack } from "#lib/next/answer-pack";
import { whereNow } from "#lib/next/where";

/** Everything that it takes to check this claim without us, in one file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return answerPack(slug, await evidencePack(slug, whereNow()));
}
