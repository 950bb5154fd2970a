import { articleProof } from "#lib/db/readers/evidence";
import { answerRecord } from "#lib/next/answer-record";

/** What it takes to check, without us, that this is what was published. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await params;
  return answerRecord(await articleProof(slug), { kind: "ARTICLE", slug });
}
