import { answerOembed } from "#lib/api/oembed";
import { isOwnOrigin, publicOrigin } from "#lib/next/public-origin";
import { whereNow } from "#lib/next/where";

/** What programs of other sites ask for by a reader's address: `/oembed?url=…`. */
export async function GET(request: Request): Promise<Response> {
  const isOurs = (origin: string) => isOwnOrigin(origin, publicOrigin());
  const { status, type, body } = await answerOembed(new URL(request.url).searchParams, isOurs, whereNow());
  return new Response(body, {
    status,
    headers: { "Content-Type": type, "Access-Control-Allow-Origin": "*" },
  });
}
