import type { Tx } from "#lib/db/core/client";
import { decide } from "#lib/db/statements/decisions";
import { decideMatch, settleMatch, sureMatch } from "#lib/db/statements/matches";
import type { SuggestionRow } from "#lib/db/statements/rows";
import { createFromSuggestion } from "#lib/db/statements/statements";
import type { Actor } from "#lib/domain/actor";

/**
 * A suggestion becomes a statement, joined to the claim that is named, or else to the one that it surely is the same as. Who names another claim than the one that the machine
 * matched it with says that it isn't that one, as whoever joins a statement does.
 */
export async function accept(
  tx: Tx,
  suggestion: SuggestionRow,
  how: {
    readonly reviewId: string;
    readonly actor: Pick<Actor, "id">;
    readonly now: Date;
    readonly isTogether?: boolean;
    /** As it is now: never one that was joined with another. */
    readonly claimId?: string | null;
  },
): Promise<{ readonly statementId: string; readonly claimId: string | null }> {
  const { reviewId, actor, now, isTogether = false, claimId: named = null } = how;
  const about = { reviewId, suggestionId: suggestion.id };
  const claimId = named ?? (await sureMatch(tx, reviewId, suggestion));
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
  if (named !== null) await settleMatch(tx, { ...about, claimId: named }, { personId: actor.id, now });
  else if (claimId !== null) {
    const joined = { ...about, claimId, kind: "JOINED" as const, isMachines: true };
    await decideMatch(tx, joined, { personId: actor.id, now });
  }
  return { statementId, claimId };
}
