import { z } from "zod";
import { type Actor, may, type Role } from "./actor";
import { askedText, Complaint } from "./complaints";
import { Urgency } from "./queue-priority";
import type { QueuePlace } from "./queue-work";
import { Id, type ReviewKind } from "./reviews";

/** What people do with items of the queue, with one or with many at once. */

/** An act is about so many items at most. */
export const MOST_AT_ONCE = 200;

/** An item as a screen showed it: its id, and the revision of what people said of the work. */
export const ChosenItem = z
  .string()
  .max(60)
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}_[0-9]{1,9}$/)
  .transform((text) => ({ id: text.slice(0, 36), revision: Number(text.slice(37)) }));
export type ChosenItem = z.infer<typeof ChosenItem>;

export const chosenItem = ({ id, revision }: ChosenItem): string => `${id}_${revision}`;

const Items = z
  .array(ChosenItem)
  .min(1, Complaint.enum.noneChosen)
  .max(MOST_AT_ONCE, Complaint.enum.manyChosen);
const nothing = z.literal("").transform(() => null);

/** `assigneeId` empty: nobody's. */
export const AssignItems = z.object({ items: Items, assigneeId: z.union([Id, nothing, z.null()]) });
/** `urgency` empty: what is counted says it. */
export const SetUrgency = z.object({ items: Items, urgency: z.union([Urgency, nothing, z.null()]) });
/** `dueAt` empty: no time. */
export const SetDue = z.object({
  items: Items,
  dueAt: z.union([
    z.iso
      .datetime({ offset: true })
      .transform((at) => new Date(at))
      .refine(
        (at) => at.getUTCFullYear() >= 2001 && at.getUTCFullYear() < 2100,
        Complaint.enum.noCalendarDay,
      ),
    nothing,
    z.null(),
  ]),
});
export const DismissItems = z.object({ items: Items, reason: askedText("dismissal", 500) });
export const UndoQueueAct = z.object({ actId: Id });

/** Why an item was left out of an act. */
export type LeftOut = "CHANGED" | "FINISHED" | "NOT_YOURS" | "MAY_NOT_READ" | "REVIEWED" | "CLAIM";

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
