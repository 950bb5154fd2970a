import { z } from "zod";
import { askedText } from "./complaints";
import { GivenDate } from "./given-date";
import { SegmentType } from "./labels-shapes";
import { MOST_PART_CORRECTIONS } from "./page-parts";
import { Id } from "./reviews";

/** What is put right of the parts of a page, as it is asked for. */

const MOST_UNITS = 2_000_000_000;
const Offset = z.number().int().nonnegative().max(MOST_UNITS);

/** One thing put right. `start` is where the part begins that it is about, in the parts as they stand before. */
export const PartChange = z.discriminatedUnion("act", [
  z.object({ act: z.literal("TYPE"), start: Offset, type: SegmentType }),
  /** One part of it and the part above it, of the type and the post of that one. */
  z.object({ act: z.literal("MERGE"), start: Offset }),
  /** Two of it: the second begins at `place`. */
  z.object({ act: z.literal("SPLIT"), start: Offset, place: Offset }),
  /** A post of its own begins with it, and takes what is below it of the same post along. */
  z.object({ act: z.literal("BEGIN"), start: Offset }),
  /** Its post is one with the post above. */
  z.object({ act: z.literal("JOIN"), start: Offset }),
  /** The day of its post; null where it has none. */
  z.object({ act: z.literal("DATE"), start: Offset, date: GivenDate.nullable() }),
]);
export type PartChange = z.infer<typeof PartChange>;
export type PartAct = PartChange["act"];
const Seen = z.number().int().nonnegative().max(MOST_PART_CORRECTIONS);

/** `seen` is how many corrections of this version the screen knew. */
export const CorrectParts = z.object({
  versionId: Id,
  seen: Seen,
  change: PartChange,
  reason: askedText("partReason", 500),
});

export const TakeBackParts = z.object({ versionId: Id, seen: Seen, reason: askedText("partReason", 500) });
