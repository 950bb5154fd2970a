import { z } from "zod";
import { askedText, Complaint } from "./complaints";
import { isDisguised } from "./person-names";
import { Id, Revision } from "./reviews";
import { DEFINITION_LENGTH, TOPIC_LENGTH, TOPIC_REASON_LENGTH } from "./topics";

const inCharacters = (most: number) => (text: string) => [...text].length <= most;
const isPlain = (text: string) => !isDisguised(text) && !/[\p{Zl}\p{Zp}]/u.test(text);
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** A name on one line, in one writing of Unicode: letters or digits of any script, and nothing that turns or hides what stands around it. */
export const TopicName = z
  .string()
  .max(TOPIC_LENGTH * 4, Complaint.enum.longTopic)
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => text !== "", Complaint.enum.noTopic)
  .refine(inCharacters(TOPIC_LENGTH), Complaint.enum.longTopic)
  .refine(isPlain, Complaint.enum.disguisedName)
  .transform((text) => text.replace(/\s+/gu, " "))
  .refine((text) => HAS_LETTER.test(text), Complaint.enum.nameWithoutLetters);

/** A sentence that says what belongs to the topic; null for none. */
const Definition = z
  .string()
  .max(DEFINITION_LENGTH * 4, Complaint.enum.longText)
  .transform((text) => text.normalize("NFC").trim().replace(/\s+/gu, " "))
  .refine(inCharacters(DEFINITION_LENGTH), Complaint.enum.longText)
  .refine(isPlain, Complaint.enum.disguisedText)
  .transform((text) => text || null)
  .nullable()
  .default(null);

/** A tag on what is published: as the topic was called and defined then. */
export const PublishedTopic = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  definition: z.string().optional(),
});
export type PublishedTopic = z.infer<typeof PublishedTopic>;

/** The page's review, or the claim: one of them. */
const Tagged = { reviewId: Id.nullable().default(null), claimId: Id.nullable().default(null) };
const isOne = ({ reviewId, claimId }: { reviewId: string | null; claimId: string | null }) =>
  (reviewId === null) !== (claimId === null);

/** A topic of this name, a new one where none is called so. */
export const AddTopic = z.object({ ...Tagged, name: TopicName }).refine(isOne);
export const RemoveTopic = z.object({ ...Tagged, topicId: Id }).refine(isOne);

export const NameTopic = z.object({
  topicId: Id,
  revision: Revision,
  name: TopicName,
  definition: Definition,
});
/** `topicId` becomes a part of `intoId`. Both are named with the revision that the preview was drawn from. */
export const MergeTopic = z.object({
  topicId: Id,
  revision: Revision,
  intoId: Id,
  intoRevision: Revision,
  reason: askedText("mergeReason", TOPIC_REASON_LENGTH),
});
/** A topic that was merged stands for itself again, with all that was merged into it before. */
export const PartTopic = z.object({
  topicId: Id,
  revision: Revision,
  reason: askedText("partingReason", TOPIC_REASON_LENGTH),
});
