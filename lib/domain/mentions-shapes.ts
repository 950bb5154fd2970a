import { z } from "zod";

/** Where the `@` of a name stands in a comment's body, in UTF-16 units, and whose name it is. */
export const Mention = z.object({ at: z.number().int().nonnegative(), personId: z.uuid() });
export type Mention = z.infer<typeof Mention>;
