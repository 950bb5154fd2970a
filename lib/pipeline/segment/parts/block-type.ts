import type { SegmentType } from "#lib/domain/labels";
import type { SegmentRule } from "#lib/domain/reasons";
import type { Span } from "#lib/text/span";

/** A line or a paragraph of a plain text, without the white space around it: what gets a type of its own. */
export interface Block extends Span {
  readonly text: string;
  /** A blank line stands before it. */
  readonly isApart: boolean;
}

/** A type, what gave it, and how sure that is: 0 to 1. */
export interface Verdict {
  readonly type: SegmentType;
  readonly rule: SegmentRule;
  readonly score: number;
}

/** A stretch of the version's text with its type, whether a page of text or of HTML gave it. */
export interface TypedBlock extends Span, Verdict {
  readonly text: string;
  /** In a run of teasers or of comments: another one begins here. */
  readonly isOpening: boolean;
}
