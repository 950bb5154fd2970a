import { suggestionsAside } from "#lib/db/articles/parts";
import { lockVersion } from "#lib/db/articles/versions";
import type { Before, LockedItem } from "#lib/db/queue/acts";
import { isReadBlind } from "#lib/db/readings/readings";
import { createReview, unfinishedReview } from "#lib/db/reviews/reviews";
import { undecidedSuggestions } from "#lib/db/statements/decisions";
import { suggestionsOf } from "#lib/db/statements/statements";
import { type LeftOut, refusalToAcceptSure } from "#lib/domain/queue-acts";
import { AcceptSureOfItems } from "#lib/domain/queue-acts-shapes";
import { MOST_TOGETHER } from "#lib/domain/sureness";
import { sorted, told } from "./queue";
import { acceptTogether, sureOf } from "./sure-suggestions";
import { verb, type Work } from "./verb";

type At = Pick<Work<unknown>, "tx" | "actor" | "now">;
type Sure = NonNullable<Before["sure"]>;

/**
 * All that the machine is sure of, on many pages of the queue: one event and one undo. A page that nobody reviews becomes a review of whoever asks. A page on which more waits than
 * is left of `MOST_TOGETHER` is left out whole.
 */
export const acceptSureOfItems = verb("queue.acceptSure", {
  input: AcceptSureOfItems,
  run: async (work) => {
    const { actor, input, tx } = work;
    const which = await sorted(tx, input.items, (item) => refusalToAcceptSure(item, actor));
    const changed = [];
    const left = [...which.left];
    let room = MOST_TOGETHER;
    for (const item of which.taken) {
      const done = await acceptOn(work, item, room);
      if (typeof done === "string") left.push({ title: item.title, why: done });
      else {
        room -= done.suggestionIds.length;
        changed.push({ ...item, before: { sure: done }, revision: item.given.revision });
      }
    }
    const sure = changed.map(({ before }) => before.sure);
    return told(work, "queue.acceptSure", { taken: which.taken, left }, { changed, payload: { sure } });
  },
});

/** What was accepted on the page; or why nothing was. */
async function acceptOn({ tx, actor, now }: At, item: LockedItem, room: number): Promise<Sure | LeftOut> {
  const { versionId } = item;
  if (versionId === null || !(await lockVersion(tx, versionId))) return "NO_PAGE";
  const open = await unfinishedReview(tx, { versionId });
  const isOthers = open !== null && !open.writers.some(({ userId }) => userId === actor.id);
  if (isOthers || (await isReadBlind(tx, { id: versionId }))) return "REVIEWED_BY_OTHERS";
  const reviewId = open?.id ?? null;
  const aside = (await suggestionsAside(tx, [versionId])).get(versionId) ?? [];
  const waiting = await undecidedSuggestions(tx, { reviewId, versionId }, aside);
  const sure = await sureOf(tx, reviewId, await suggestionsOf(tx, versionId, waiting));
  if (sure.length === 0) return "NONE_SURE";
  if (sure.length > room) return "TOO_MANY";
  const review = open ?? (await createReview(tx, { versionId }, actor.id, now));
  await acceptTogether(tx, review.id, sure, { actor, now });
  return { reviewId: review.id, suggestionIds: sure.map(({ id }) => id) };
}
