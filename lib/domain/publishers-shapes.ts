import { z } from "zod";
import { optionalText } from "./complaints";
import { PUBLISHER_KINDS, PUBLISHER_REASON_LENGTH } from "./publishers";
import { Id, Revision } from "./reviews";

export const PublisherKind = z.enum(PUBLISHER_KINDS);
export type PublisherKind = z.infer<typeof PublisherKind>;

/** Says which kind a publisher is; empty takes it back. */
export const MarkPublisher = z.object({
  publisherId: Id,
  revision: Revision,
  kind: z.union([z.literal("").transform(() => null), PublisherKind]).nullable(),
  reason: optionalText(PUBLISHER_REASON_LENGTH),
});
