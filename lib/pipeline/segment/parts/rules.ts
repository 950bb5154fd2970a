import type { CodedReason } from "#lib/domain/reasons";
import type { Verdict } from "./block-type";

/** The rule's name where the trained classifier gave the type. */
export const BLOCK_MODEL = "block-model";

const VERSION = "1";

/** Why a block got its type. `modelVersion` is null where rules alone typed the page. */
export function reasonFor({ type, rule, score }: Verdict, modelVersion: string | null): CodedReason {
  const isModel = rule === BLOCK_MODEL && modelVersion !== null;
  return {
    axis: "SEGMENT",
    rule: `segment/${rule}`,
    version: isModel ? modelVersion : VERSION,
    score,
    ...(isModel ? { parameters: { type } } : {}),
  };
}
