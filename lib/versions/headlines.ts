import type { RepostChange } from "#lib/domain/matching";
import { foldedSentence } from "#lib/pipeline/match/provenance";
import { alignRepost } from "#lib/pipeline/match/reposts";

/** A longer headline is compared to here, in UTF-16 units. */
const LONGEST = 500;

/** A headline as far as it is compared. */
export const comparedHeadline = (title: string): string => title.slice(0, LONGEST);

/** What became of the headline upstream, by the rules for sentences. ADDED where that page has none, or another one altogether. */
export function headlineChange(here: string, there: string | null): Exclude<RepostChange, "DROPPED"> {
  if (there === null) return "ADDED";
  const [older, newer] = [there, here].map((title) => foldedSentence(comparedHeadline(title)).trim());
  const [found] = alignRepost([older ?? ""], [newer ?? ""]);
  return found === undefined || found.change === "DROPPED" ? "ADDED" : found.change;
}
