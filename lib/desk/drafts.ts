import { isDraftTooMany, quotas } from "#lib/db/people/quotas";
import { readDraftsUnder, readPromiseDrafts, writeDraft } from "#lib/db/reviews/drafts";
import type { Actor } from "#lib/domain/actor";
import type { DraftView } from "#lib/domain/review-views";
import { SaveDraft } from "#lib/domain/reviews";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/** Keep what somebody is typing, for themselves alone. It is no part of the record, so nothing is written to the history. */
export const saveDraft = verb("draft.save", {
  input: SaveDraft,
  run: async ({ tx, actor, input, now }) => {
    const { personId, ...draft } = input;
    if (personId !== actor.id) throw new AppError("not_signed_in", words.refusals.otherPerson);
    if (draft.body !== null && (await isDraftTooMany(tx, actor.id, draft.subject))) {
      throw new AppError("rate_limited", words.quotas.drafts(quotas().drafts));
    }
    const isKept = await writeDraft(tx, { userId: actor.id, ...draft }, now);
    // What another window typed is not taken away because this form was saved or given up.
    if (!isKept && input.body !== null) throw new AppError("conflict", words.refusals.draftElsewhere);
    const savedAt = input.body === null ? null : now.toISOString();
    return { result: { savedAt }, subject: null, payload: {} };
  },
});

/** What the questions before an act on these reviews and pages are kept under; null for one that isn't there. */
export function underQuestions(subjectIds: readonly (string | null | undefined)[]): string[] {
  return subjectIds.flatMap((id) => (typeof id === "string" ? [`ask:${id}:`] : []));
}

/** What this person was typing into the forms of one screen, whose subjects begin with one of these. */
export function draftsUnder(actor: Actor, ...prefixes: readonly string[]): Promise<DraftView[]> {
  return readDraftsUnder(actor.id, prefixes);
}

/** What this person was typing of what became of promises on this version, each with the statement that promises. */
export function draftsOfPromises(actor: Actor, versionId: string) {
  return readPromiseDrafts(actor.id, versionId);
}
