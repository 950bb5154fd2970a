import { readDraftsUnder, writeDraft } from "#lib/db/reviews/drafts";
import type { Actor } from "#lib/domain/actor";
import type { DraftView } from "#lib/domain/review-views";
import { SaveDraft } from "#lib/domain/reviews";
import { verb } from "./verb";

/** Keep what somebody is typing, for themselves alone. It is no part of the record, so nothing is written to the history. */
export const saveDraft = verb("draft.save", {
  input: SaveDraft,
  run: async ({ tx, actor, input, now }) => {
    await writeDraft(tx, { userId: actor.id, ...input }, now);
    return { result: null, subject: null, payload: {} };
  },
});

/** What this person was typing into the forms of one screen, whose subjects begin with `prefix`. */
export function draftsUnder(actor: Actor, prefix: string): Promise<DraftView[]> {
  return readDraftsUnder(actor.id, prefix);
}
