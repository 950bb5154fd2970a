import { z } from "zod";
import { NOTICE_KINDS } from "./notices";
import { Id } from "./reviews";

export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

const Moment = z.iso.datetime({ precision: 3 }).transform((at) => new Date(at));

/** One notice, or all that are there as far as `upTo`: what came since the page was drawn stays unread. */
export const ReadNotices = z.union([z.object({ noticeId: Id }), z.object({ upTo: Moment })]);
/** One notice, or all that were read in one act at `readAt`. */
export const UnreadNotices = z.union([z.object({ noticeId: Id }), z.object({ readAt: Moment })]);
export const SetNoticeMail = z.object({
  byMail: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});
