import { cardAt } from "#lib/api/embeds";
import { embedAt } from "#lib/domain/embeds";
import { EMBED_STYLE } from "#lib/next/embed-style";
import { whereNow } from "#lib/next/where";
import { cardDocument } from "#lib/publish/embeds/document";

/** A card for somebody else's page: `/embed/articles/SLUG`, `/embed/articles/SLUG/statements/16`, `/embed/claims/SLUG`. Its policy is set in proxy.ts. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ path: string[] }> },
): Promise<Response> {
  const place = embedAt((await params).path, new URL(request.url).searchParams.get("words"));
  const { status, card } = await cardAt(place, whereNow());
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  return new Response(cardDocument(card, EMBED_STYLE), { status, headers });
}
