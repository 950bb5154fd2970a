import { attempt } from "#lib/next/attempt";
import { organisation } from "#lib/next/organisation";
import { publicOrigin } from "#lib/next/public-origin";
import { wayToOrganisation } from "#lib/next/sign-in";

/**
 * The way to the organisation's own sign-in. An address and no form: our policy lets no form lead away, and beginning to sign in changes
 * nothing. What comes back must belong to this beginning.
 */
export async function GET(request: Request): Promise<Response> {
  let to = new URL("/sign-in", publicOrigin());
  if (organisation() !== null) {
    to.searchParams.set("organisation", "failed");
    await attempt(async () => {
      to = await wayToOrganisation(new URL(request.url).searchParams.get("next"));
    });
  }
  return new Response(null, { status: 303, headers: { Location: to.href, "Cache-Control": "no-store" } });
}
