import { z } from "zod";
import { MOST_CHOSEN } from "./bounds";
import { askedText, Complaint } from "./complaints";
import { Urgency } from "./labels-shapes";
import { Id } from "./reviews";

/** An item as a screen showed it: its id, and the revision of what people said of the work. */
export const ChosenItem = z
  .string()
  .max(60)
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}_[0-9]{1,9}$/)
  .transform((text) => ({ id: text.slice(0, 36), revision: Number(text.slice(37)) }));
export type ChosenItem = z.infer<typeof ChosenItem>;

const Items = z
  .array(ChosenItem)
  .min(1, Complaint.enum.noneChosen)
  .max(MOST_CHOSEN, Complaint.enum.manyChosen);
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
/** All that the machine is sure of, on each of these pages. */
export const AcceptSureOfItems = z.object({ items: Items });
export const UndoQueueAct = z.object({ actId: Id });
