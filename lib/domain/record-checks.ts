import { z } from "zod";

/** What a check of the whole record found wrong, named so that a person can look at it. */
export const RecordFault = z.discriminatedUnion("kind", [
  /** An event that doesn't follow the one before it: a gap, a change, or a chain that was put together anew. */
  z.object({ kind: z.literal("EVENT"), sequence: z.number().int().positive() }),
  /** The payload of an event isn't the one that was hashed. */
  z.object({ kind: z.literal("PAYLOAD"), sequence: z.number().int().positive() }),
  /** The payload of an event is gone, and no event says that it was erased. */
  z.object({ kind: z.literal("PAYLOAD_GONE"), sequence: z.number().int().positive() }),
  /** The text of a version isn't the one that was stored. */
  z.object({ kind: z.literal("VERSION"), id: z.string() }),
  /** What readers see isn't what was published. */
  z.object({ kind: z.literal("PUBLICATION"), id: z.string() }),
  /** Something that was published is gone. */
  z.object({ kind: z.literal("PUBLICATION_GONE"), id: z.string() }),
  /** What stands of a publication, a claim or a list isn't what the publications say. */
  z.object({
    kind: z.literal("STANDING"),
    of: z.enum(["publication", "claim", "total", "search", "track", "topic"]),
    id: z.string(),
  }),
  /** A signed head names an event that isn't there, or another one: the end of the chain was cut off or written anew. */
  z.object({ kind: z.literal("HEAD"), sequence: z.number().int().nonnegative() }),
  /** A head in the database isn't signed with a key of this installation, or is gone. */
  z.object({ kind: z.literal("STORED_HEAD"), sequence: z.number().int().nonnegative() }),
  /** A kept check of the record says that it went to an event which isn't there. */
  z.object({ kind: z.literal("CHECK"), id: z.string() }),
  /** Somebody who wrote or published a part of a publication goes by another name than it says. */
  z.object({ kind: z.literal("PERSON"), publicationId: z.string() }),
  /** A head in the file isn't signed with the key. */
  z.object({ kind: z.literal("SIGNATURE"), line: z.number().int().positive() }),
]);
export type RecordFault = z.infer<typeof RecordFault>;
