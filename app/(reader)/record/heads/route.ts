import { signedHeads } from "#lib/db/readers/evidence";

export const dynamic = "force-dynamic";

/** The signed heads of the chain, newest first: whoever keeps a copy can tell later that nothing before them was changed. */
export async function GET(): Promise<Response> {
  return Response.json({ heads: await signedHeads() });
}
