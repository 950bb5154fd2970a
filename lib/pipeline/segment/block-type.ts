import type { SegmentType } from "#lib/domain/labels";
import type { Span } from "#lib/text/span";

/** A line or a paragraph of the version's text, without the white space around it: what gets a type of its own. */
export interface Block extends Span {
  readonly text: string;
  /** A blank line stands before it. */
  readonly isApart: boolean;
  /** What the markup says it is, where there was markup and it said something. */
  readonly hint: SegmentType | null;
}
