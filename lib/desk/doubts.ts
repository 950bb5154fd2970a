import { keepDismissal, keepReopening, type LockedDoubt, lockDoubt } from "#lib/db/doubts/doubts";
import { DismissDoubt, ReopenDoubt, refuseDismissing, refuseReopening } from "#lib/domain/doubts";
import { RefusedError, refuseStale } from "#lib/domain/refusals";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/**
 * What an editor says of a doubt of the machine's, where nothing is to be joined or parted: that it is right as it is. Joining and parting are acts of
 * their own, and settle what was doubted.
 */

const { told } = words.doubts;

function found(doubt: LockedDoubt | null): LockedDoubt {
  if (doubt === null) throw new AppError("not_found", words.errors.notFound);
  return doubt;
}

function refuseLost(isKept: boolean): void {
  if (!isKept) throw new RefusedError("conflict", { reason: "stale" });
}

/** In the history of both claims: what names a second one under `intoId` stands in the history of that too. */
const payloadOf = ({ id, otherClaimId, kind, text, otherText }: LockedDoubt, reason: string | null) => ({
  doubtId: id,
  intoId: otherClaimId,
  kind,
  reason,
  quote: told(text, otherText, reason),
});

export const dismissDoubt = verb("doubt.dismiss", {
  input: DismissDoubt,
  load: async ({ tx, input }) => found(await lockDoubt(tx, input.doubtId)),
  change: (doubt, { input }) => {
    refuseDismissing(doubt);
    refuseStale(doubt, input.revision);
  },
  save: async ({ tx, actor, input: { reason }, now }, doubt) => {
    refuseLost(await keepDismissal(tx, doubt, { by: actor.id, reason, at: now }));
    return {
      result: { doubtId: doubt.id, revision: doubt.revision + 1 },
      subject: `claim:${doubt.claimId}`,
      payload: payloadOf(doubt, reason),
    };
  },
});

/** A dismissal is taken back: it is listed again. */
export const reopenDoubt = verb("doubt.reopen", {
  input: ReopenDoubt,
  load: async ({ tx, input }) => found(await lockDoubt(tx, input.doubtId)),
  change: (doubt, { input }) => {
    refuseReopening(doubt);
    refuseStale(doubt, input.revision);
  },
  save: async ({ tx }, doubt) => {
    refuseLost(await keepReopening(tx, doubt));
    return {
      result: { doubtId: doubt.id, revision: doubt.revision + 1 },
      subject: `claim:${doubt.claimId}`,
      payload: payloadOf(doubt, null),
    };
  },
});
