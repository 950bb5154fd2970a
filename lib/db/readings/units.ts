import type { Tx } from "#lib/db/core/client";
import type { ComparedPlace } from "#lib/domain/compared-passes";

/** The places of a blind reading that either pass marked, and what was settled on for each. */

/** Keep what was compared, in the order of the text. The database counts who said what. */
export async function keepUnits(
  tx: Tx,
  readingId: string,
  places: readonly ComparedPlace<{ readonly id: string }>[],
): Promise<void> {
  if (places.length === 0) return;
  await tx.readingUnit.createMany({
    data: places.map(({ left, right, isSameWords }, at) => ({
      readingId,
      number: at + 1,
      leftId: left?.id ?? null,
      rightId: right?.id ?? null,
      isSameWords,
    })),
  });
}
