import { z } from "zod";
import { Complaint } from "./complaints";
import { Id, Revision, SpanInput } from "./reviews";
import { COMMENT_LENGTH } from "./threads";

const Body = z
  .string()
  .trim()
  .min(1, Complaint.enum.noComment)
  .max(COMMENT_LENGTH, Complaint.enum.longNote)
  .transform((text) => text.replace(/\r\n?/g, "\n"));

/** On a claim; on a version as a whole; or on the words from `start` to `end` of its text. */
export const OpenThread = SpanInput.partial()
  .extend({ versionId: Id.optional(), claimId: Id.optional(), body: Body })
  .refine(({ versionId, claimId }) => (versionId === undefined) !== (claimId === undefined))
  .refine(
    ({ start, end, versionId }) =>
      (start === undefined) === (end === undefined) && (start === undefined || versionId !== undefined),
  );
export type OpenThread = z.infer<typeof OpenThread>;

/** `reopens`: whoever answers saw that the thread is resolved, and wants it open again. */
export const ReplyInThread = z.object({
  threadId: Id,
  body: Body,
  reopens: z
    .literal("yes")
    .optional()
    .transform((said) => said === "yes"),
});
export const MoveThread = z.object({ threadId: Id, revision: Revision });
export const TakeBackComment = z.object({ commentId: Id });
