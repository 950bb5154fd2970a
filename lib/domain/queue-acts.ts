import { type Actor, may, type Role } from "./actor";
import type { ChosenItem } from "./queue-acts-shapes";
import type { QueuePlace } from "./queue-work";
import type { ReviewKind } from "./reviews";

/** What people do with items of the queue, with one or with many at once. */

export const chosenItem = ({ id, revision }: ChosenItem): string => `${id}_${revision}`;

/** What somebody did last with items of the queue, as long as any of it can be taken back. */
export interface LastAct {
  readonly actId: string;
  /** As the history names it: "queue.assign". */
  readonly action: string;
  /** As JSON writes instants. */
  readonly at: string;
  /** Of its items, those that nobody changed since. */
  readonly items: number;
}

/** Why an item was left out of an act. */
export type LeftOut =
  | "CHANGED"
  | "FINISHED"
  | "NOT_YOURS"
  | "MAY_NOT_READ"
  | "REVIEWED"
  | "CLAIM"
  | "NO_PAGE"
  | "REVIEWED_BY_OTHERS"
  | "NONE_SURE"
  | "TOO_MANY";

/** What the rules ask of an item. */
export interface ItemFacts {
  readonly place: QueuePlace;
  readonly assigneeId: string | null;
  readonly writers: readonly string[];
}

/**
 * Why this item isn't given to this person, `null` for nobody; null where it is. Editors give work to anybody; contributors take what nobody has,
 * and give back what is theirs. What was handed in is given to who may publish, or back to its writers.
 */
export function refusalToAssign(
  { place, assigneeId, writers }: ItemFacts,
  actor: Pick<Actor, "id" | "role">,
  assignee: { readonly id: string; readonly role: Role } | null,
): LeftOut | null {
  if (place === "PUBLISHED" || place === "DISMISSED") return "FINISHED";
  if (!may(actor.role, "queue.setUrgency")) {
    const takes = assignee?.id === actor.id && assigneeId === null;
    const givesBack = assignee === null && assigneeId === actor.id;
    if (!takes && !givesBack) return "NOT_YOURS";
  }
  if (place === "SUBMITTED" && assignee !== null && !writers.includes(assignee.id)) {
    return may(assignee.role, "review.publish") ? null : "MAY_NOT_READ";
  }
  return null;
}

/** Why an item isn't put out of the queue as not worth keeping; null where it is, unless somebody began to review it. */
export function refusalToDismiss(item: {
  readonly place: QueuePlace;
  readonly kind: ReviewKind;
}): LeftOut | null {
  if (item.kind === "CLAIM") return "CLAIM";
  return item.place === "PUBLISHED" || item.place === "DISMISSED" ? "FINISHED" : null;
}

/** Why nothing is accepted on this item, as far as its row tells; null where its suggestions are looked at. */
export function refusalToAcceptSure(
  item: { readonly kind: ReviewKind } & ItemFacts,
  actor: Pick<Actor, "id">,
): LeftOut | null {
  if (item.kind === "CLAIM") return "NO_PAGE";
  if (item.place !== "OPEN" && item.place !== "HELD") return "FINISHED";
  return item.place === "HELD" && !item.writers.includes(actor.id) ? "REVIEWED_BY_OTHERS" : null;
}
