import { attempt } from "#lib/next/attempt";
import { signOutHere } from "#lib/next/sign-in";

/** POST alone: a link or an image can't sign anybody out. `proxy.ts` has refused forms that come from elsewhere. */
export async function POST(): Promise<Response> {
  const state = await attempt(signOutHere);
  if (state !== null && !state.ok) return new Response(state.message, { status: 500 });
  return new Response(null, { status: 303, headers: { Location: "/sign-in" } });
}
