import { contains, type Span } from "#lib/text/span";
import { type ReaderLabel, readerLabel, type SegmentType } from "./labels";
import { RefusedError } from "./refusals";
import type { StatementFields } from "./reviews";

/**
 * The words under a span that a person marked.
 *
 * Units    UTF-16.
 * Throws   RefusedError `invalid_input` where the span leaves the text, or cuts a character in two.
 */
export function exactOf(text: string, { start, end }: Span): string {
  if (end <= start || end > text.length) throw new RefusedError("invalid_input", { reason: "outsideText" });
  if (isInsideCharacter(text, start) || isInsideCharacter(text, end)) {
    throw new RefusedError("invalid_input", { reason: "brokenCharacter" });
  }
  return text.slice(start, end);
}

function isInsideCharacter(text: string, offset: number): boolean {
  return (
    offset > 0 &&
    /^[\uDC00-\uDFFF]$/.test(text.charAt(offset)) &&
    /^[\uD800-\uDBFF]$/.test(text.charAt(offset - 1))
  );
}

/**
 * The one segment that a statement lies in.
 *
 * Throws   RefusedError `invalid_input` where it lies in none, in several, or in one that holds no statements (a caption, a
 *          menu, a reader's comment).
 */
export function segmentAround<S extends Span & { readonly type: SegmentType }>(
  segments: readonly S[],
  span: Span,
): S {
  const segment = segments.find((one) => contains(one, span));
  if (segment?.type === "BODY" || segment?.type === "TEASER") return segment;
  throw new RefusedError("invalid_input", { reason: "outsideSegment" });
}

export interface Labelled {
  readonly label: ReaderLabel;
  readonly derivedLabel: ReaderLabel;
  readonly labelOverride: ReaderLabel | null;
  readonly labelReason: string | null;
}

/** The label of a statement, derived and overridden. An override that says what was derived anyway is none. */
export function labelsOf(fields: StatementFields): Labelled {
  const derivedLabel = readerLabel(fields);
  const labelOverride = fields.labelOverride === derivedLabel ? null : fields.labelOverride;
  return {
    label: labelOverride ?? derivedLabel,
    derivedLabel,
    labelOverride,
    labelReason: labelOverride === null ? null : fields.labelReason,
  };
}

/** Are these the same spans, in whatever order? */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  const spelt = (spans: readonly Span[]) =>
    spans
      .map(({ start, end }) => `${start}-${end}`)
      .sort()
      .join();
  return spelt(a) === spelt(b);
}
