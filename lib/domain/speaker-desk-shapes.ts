import { z } from "zod";
import { askedText, Complaint, optionalText } from "./complaints";
import { isDisguised } from "./person-names";
import { Id, Revision } from "./reviews";
import { NAME_LENGTH, ROLE_LENGTH, SPEAKER_REASON_LENGTH } from "./speaker-desk";

const isPlain = (text: string) => !isDisguised(text);

export const NameSpeaker = z.object({
  speakerId: Id,
  revision: Revision,
  name: askedText("speaker", NAME_LENGTH).refine(isPlain, Complaint.enum.disguisedName),
  /** What they are, and what tells two of one name apart. */
  role: optionalText(ROLE_LENGTH).refine(
    (role) => role === null || isPlain(role),
    Complaint.enum.disguisedName,
  ),
});
/** `speakerId` becomes a part of `intoId`. Both are named with the revision that the preview was drawn from. */
export const MergeSpeaker = z.object({
  speakerId: Id,
  revision: Revision,
  intoId: Id,
  intoRevision: Revision,
  reason: askedText("mergeReason", SPEAKER_REASON_LENGTH),
});
/** A speaker that was merged stands for itself again, with all that was merged into it before. */
export const PartSpeaker = z.object({
  speakerId: Id,
  revision: Revision,
  reason: askedText("partingReason", SPEAKER_REASON_LENGTH),
});
