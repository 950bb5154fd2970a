import { signedHeads } from "#lib/db/readers/evidence";
import { answerRecord } from "#lib/next/answer-record";

export const dynamic = "force-dynamic";

/** The signed heads of the chain, newest first: whoever keeps a copy can tell later that nothing before them was changed. */
export async function GET(): Promise<Response> {
  return answerRecord({ heads: await signedHeads() });
}
