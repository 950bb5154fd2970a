import { scaleInForce } from "#lib/db/scale/scale";
import type { Scale } from "#lib/domain/scale";

/** The scale of verdicts that is in force, and what codes of earlier versions were called last. */
export async function scaleOfReaders(): Promise<Scale> {
  const { number, codes, former } = await scaleInForce();
  return { number, codes, former };
}
