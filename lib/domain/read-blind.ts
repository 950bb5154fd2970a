import { z } from "zod";

/** Below so many statements nobody is told a figure. */
export const FEWEST_COMPARED = 10;

/** How a page was read before it was published: by so many people, each without what the other said. */
export const ReadBlind = z.object({
  readers: z.int().min(2),
  /** Of the statements that both marked, how many they gave the same label. Left out where there are fewer than ten. */
  labels: z
    .object({ same: z.int().nonnegative(), of: z.int().min(FEWEST_COMPARED) })
    .refine(({ same, of }) => same <= of)
    .optional(),
});
export type ReadBlind = z.infer<typeof ReadBlind>;

/** `labels`: what each of both gave to one statement; null where one of them didn't mark it. */
export function readBlind(
  readers: number,
  labels: readonly (readonly [string | null, string | null])[],
): ReadBlind {
  const both = labels.filter(([one, other]) => one !== null && other !== null);
  if (both.length < FEWEST_COMPARED) return { readers };
  const same = both.filter(([one, other]) => one === other).length;
  return { readers, labels: { same, of: both.length } };
}
