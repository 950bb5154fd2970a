import { z } from "zod";

/** A page, a claim, or the queue. */
export const LivePlace = z.union([
  z.literal("queue"),
  z.templateLiteral(["article:", z.uuid()]),
  z.templateLiteral(["claim:", z.uuid()]),
]);
export type LivePlace = z.infer<typeof LivePlace>;

/** How far the history goes: the number of an act. */
const Sequence = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Asked of the newsroom: what changed at a place after an act. */
export const LiveQuestion = z.object({ on: LivePlace, since: Sequence });
export type LiveQuestion = z.infer<typeof LiveQuestion>;

/** A row of the text that somebody is at, as the annotator names it: a statement, a suggestion, or words by their place. */
const At = z.string().regex(/^[gst]-[0-9a-f-]{1,36}$/);

/** What a tab says of itself: which place it shows, and at which row. `on` is null where it is left, or nobody looks at it. */
export const LiveTab = z.object({
  tab: z.string().regex(/^[0-9a-f]{32}$/),
  on: LivePlace.nullable(),
  at: At.nullable(),
});
export type LiveTab = z.infer<typeof LiveTab>;
