import type { Tx } from "#lib/db/core/client";
import { decide } from "#lib/db/statements/decisions";
import { decideMatch, sureMatch } from "#lib/db/statements/matches";
import type { SuggestionRow } from "#lib/db/statements/rows";
import { createFromSuggestion } from "#lib/db/statements/statements";
import type { Actor } from "#lib/domain/actor";

/** A suggestion becomes a statement, joined to the claim that it surely is the same as. */
export async function accept(
  tx: Tx,
  suggestion: SuggestionRow,
  how: {
    readonly reviewId: string;
    readonly actor: Pick<Actor, "id">;
    readonly now: Date;
    readonly isTogether?: boolean;
  },
): Promise<{ readonly statementId: string; readonly claimId: string | null }> {
  const { reviewId, actor, now, isTogether = false } = how;
  const about = { reviewId, suggestionId: suggestion.id };
  const claimId = await sureMatch(tx, reviewId, suggestion);
  const statementId = await createFromSuggestion(
    tx,
    suggestion,
    { reviewId, changedById: actor.id, now },
    claimId,
  );
  await decide(tx, {
    ...about,
    kind: "ACCEPTED",
    statementId,
    decidedById: actor.id,
    decidedAt: now,
    isTogether,
  });
  if (claimId !== null) {
    const joined = { ...about, claimId, kind: "JOINED" as const, isMachines: true };
    await decideMatch(tx, joined, { personId: actor.id, now });
  }
  return { statementId, claimId };
}
