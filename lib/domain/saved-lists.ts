import { z } from "zod";
import { LIST_NAME_LENGTH } from "./bounds";
import { Complaint } from "./complaints";
import { askedQueue } from "./queue-query";
import { queueSearch } from "./queue-search";
import { Id } from "./reviews";

/** Lists of the queue that people come back to. */

/** So many of one's own. */
export const MOST_LISTS = 50;
const LONGEST_QUERY = 4000;

const Name = z
  .string()
  .trim()
  .min(1, Complaint.enum.noListName)
  .max(LIST_NAME_LENGTH, Complaint.enum.longListName)
  .transform((text) => text.replace(/[\s\p{Cc}]+/gu, " "));

/** `query` as it stands in an address: what can't be asked of it is left out, and so is a place in the list. */
export const SaveList = z.object({
  name: Name,
  query: z.string().max(LONGEST_QUERY).transform(listOf),
  isShared: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
});
export const RenameList = z.object({ listId: Id, name: Name });
export const DeleteList = z.object({ listId: Id });

/** The same list, written always the same. */
export function listOf(query: string): string {
  return queueSearch(askedQueue(Object.fromEntries(new URLSearchParams(query))).query);
}

export interface SavedList {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  /** Whose it is; null where it is one's own. */
  readonly ownerName: string | null;
}
