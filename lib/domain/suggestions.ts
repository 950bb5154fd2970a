import { z } from "zod";
import { type AnalysedSegment, AnalysedStatement } from "./analysis";
import { mayStand } from "./content-pieces";

/** Does a span begin or end in the middle of a character that takes two UTF-16 units? Then it has no text of its own. */
function cutsCharacter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/** A machine's proposal with the text under its span. */
const Quoted = AnalysedStatement.extend({ exact: z.string().min(1) });
export type Suggestion = z.infer<typeof Quoted>;

/**
 * A machine's proposal, as it may be stored: anchored to exactly the text under its span, inside a segment that can hold a
 * statement. Null for anything else: it is refused here, and by the database again.
 *
 * Units    `start` and `end` count UTF-16 units of `text`.
 */
export function checkedSuggestion(
  proposal: unknown,
  text: string,
  segments: readonly AnalysedSegment[],
): Suggestion | null {
  // One schema for all pages: making one costs more than a page's proposals do.
  const quoted = Quoted.safeParse(proposal).data;
  return quoted !== undefined && isAnchored(quoted, text, segments) ? quoted : null;
}

function isAnchored(proposal: Suggestion, text: string, segments: readonly AnalysedSegment[]): boolean {
  const { start, end, exact, content = [] } = proposal;
  const pieces = content.map(([from, to]) => ({ start: from, end: to }));
  if (end > text.length || cutsCharacter(text, start) || cutsCharacter(text, end)) return false;
  const segment = segments[proposal.segment];
  return (
    text.slice(start, end) === exact &&
    mayStand(text, { start, end, content: pieces }) &&
    segment?.post === proposal.post &&
    (segment.type === "BODY" || segment.type === "TEASER") &&
    start >= segment.start &&
    end <= segment.end
  );
}
