import { requestByProgram } from "#lib/desk/program-imports";
import { answerProgram } from "#lib/next/api";
import { articleOf } from "#lib/next/api-article";
import { answerPublicRead } from "#lib/next/public-read";

/** Takes a page, or the address of one. What becomes of it is said at `Location`. */
export function POST(request: Request): Promise<Response> {
  return answerProgram(request, async ({ actor, tokenId, tokenName }) => {
    const asked = { tokenId, tokenName, ...(await articleOf(request)) };
    const { importId } = await requestByProgram(actor, asked, { now: new Date() });
    const location = `/api/v1/imports/${importId}`;
    return Response.json({ id: importId, href: location }, { status: 202, headers: { Location: location } });
  });
}

/** What stands published. No token is asked for. */
export { answerPublicRead as GET, answerPublicRead as HEAD, answerPublicRead as OPTIONS };
