import type { CalendarDate, Note } from "#lib/domain/analysis";
import type { SeenLines } from "#lib/pipeline/segment/metadata/page-metadata";
import type { TypedBlock } from "#lib/pipeline/segment/parts/block-type";
import type { PageHead } from "#lib/pipeline/segment/parts/page-document";

/** A link in what a page says itself: where its block begins, in UTF-16 units of the text, and its address as written. */
export interface TypedLink {
  readonly at: number;
  readonly href: string;
}

/** A page whose blocks have their types, however it came in. */
export interface TypedPage {
  readonly text: string;
  /** The blocks of each post, in reading order; the first is the page's own. */
  readonly groups: readonly (readonly TypedBlock[])[];
  /** What the `time` elements of each post say is its day; empty for plain text. */
  readonly days: readonly (CalendarDate | null)[];
  /** Empty for plain text, whose addresses stand in its words. */
  readonly links: readonly TypedLink[];
  /** Null for plain text. */
  readonly head: PageHead | null;
  readonly seen: SeenLines;
  /** Of the classifier that gave the types; null where rules alone did. */
  readonly modelVersion: string | null;
  readonly notes: readonly Note[];
}
