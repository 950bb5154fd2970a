import type { Urgency } from "#lib/domain/labels";
import type { LeftOut } from "#lib/domain/queue-acts";
import { plural } from "./plural";

/** What is done with items of the queue, and what became of it. */

const because: Record<LeftOut, string> = {
  CHANGED: "somebody changed it meanwhile",
  FINISHED: "nobody has to work on it any more",
  NOT_YOURS: "only an editor may give it to somebody",
  MAY_NOT_READ: "it waits to be published, which this person may not",
  REVIEWED: "somebody reviews it, or readers see it",
  CLAIM: "a claim can’t be dismissed",
  NO_PAGE: "it is no page",
  REVIEWED_BY_OTHERS: "somebody else reviews it, or two people read it blind",
  NONE_SURE: "nothing waits on it that the machine is sure of",
  TOO_MANY: "one act accepts no more than that; choose it again",
};

interface Left {
  readonly title: string | null;
  readonly why: LeftOut;
}

/** So many are named; the others are counted. */
const MOST_NAMED = 5;

function leftWords(left: readonly Left[]): string {
  const named = left
    .slice(0, MOST_NAMED)
    .map(({ title, why }) => `“${title ?? "An item that isn’t in the queue any more"}”: ${because[why]}.`);
  const more = left.length - named.length;
  return [...named, ...(more > 0 ? [`And ${plural(more, "other", "others")}.`] : [])].join(" ");
}

const leftOut = (left: readonly Left[]): string => (left.length === 0 ? "" : ` Left out: ${leftWords(left)}`);

const urgencies: Record<Urgency, string> = { HIGH: "Urgent", NORMAL: "Normal", LOW: "Can wait" };

export const queueActs = {
  told: (done: number, left: readonly Left[]) => `${plural(done, "item", "items")} changed.${leftOut(left)}`,
  undone: (done: number, left: readonly Left[]) =>
    `Undone for ${plural(done, "item", "items")}.${leftOut(left)}`,
  nothingDone: (left: readonly Left[]) =>
    `Nothing was changed. ${leftWords(left)} Reload the list to see how it stands.`,
  undoneAlready: "This was taken back already, or somebody else did it.",
  noAccount: "This person has no account any more. Choose somebody else.",
  nobody: "nobody",
  urgencies,
  urgency: (urgency: Urgency | null) => (urgency === null ? "as counted" : urgencies[urgency]),
};
