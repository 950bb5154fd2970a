import { z } from "zod";
import { type AnalysedSegment, AnalysedStatement } from "./analysis";

/** Does a span begin or end in the middle of a character that takes two UTF-16 units? Then it has no text of its own. */
function cutsCharacter(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return offset > 0 && code >= 0xdc00 && code <= 0xdfff;
}

/**
 * A machine's proposal, as it may be stored: anchored to exactly the text under its span, inside a segment that can hold a
 * statement. Anything else is refused here, and by the database again.
 *
 * Units    `start` and `end` count UTF-16 units of `text`.
 */
export function Suggestion(text: string, segments: readonly AnalysedSegment[]) {
  return AnalysedStatement.extend({ exact: z.string().min(1) }).superRefine((proposal, context) => {
    const { start, end, exact } = proposal;
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    if (end > text.length || cutsCharacter(text, start) || cutsCharacter(text, end)) {
      refuse("the span lies outside the text, or cuts a character in two");
    } else if (text.slice(start, end) !== exact) {
      refuse("the quote is not the text under its span");
    }
    const segment = segments[proposal.segment];
    if (segment === undefined || segment.post !== proposal.post) {
      refuse("its segment is not there, or belongs to another post");
    } else if (segment.type !== "BODY" && segment.type !== "TEASER") {
      refuse(`a ${segment.type.toLowerCase()} holds no statement`);
    } else if (start < segment.start || end > segment.end) {
      refuse("the span leaves its segment");
    }
  });
}
export type Suggestion = z.infer<ReturnType<typeof Suggestion>>;
