import { isInsideGrapheme } from "#lib/text/graphemes";
import { contains, type Span } from "#lib/text/span";
import { type InPieces, mayStand, piecesOf, samePieces } from "./content-pieces";
import { type ReaderLabel, readerLabel, type SegmentType, type Sourcing } from "./labels";
import { holdsStatements } from "./page-parts";
import { type Contradiction, RefusedError } from "./refusals";
import type { StatementFields } from "./reviews";
import type { StatementFacts } from "./statement-views";

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

export type Marked = Pick<StatementFacts, "start" | "end" | "source" | "cue" | "content">;

/**
 * The words of a statement that a person marked, with where its source and its cue stand.
 *
 * `before`  what was marked until now, or suggested; null for nothing. An end that stood so already is left as it is: what a machine cut
 *           badly may still be given another label.
 * Units    UTF-16.
 * Throws   RefusedError `invalid_input` as `exactOf`, and where an end was put inside of what readers see as one character: between a
 *          letter and its mark, into an emoji made of several. Where its words can't stand in these pieces.
 */
export function exactOfMarked(text: string, marked: Marked, before: Marked | null): string {
  const exact = exactOf(text, marked);
  if (!mayStand(text, marked))
    throw new RefusedError("invalid_input", { reason: "brokenPieces" }, "fields.content");
  for (const span of [...marked.source, ...marked.cue]) exactOf(text, span);
  const stood = new Set(before === null ? [] : endsOf(before));
  if (endsOf(marked).some((at) => !stood.has(at) && isInsideGrapheme(text, at)))
    throw new RefusedError("invalid_input", { reason: "brokenCharacter" });
  return exact;
}

const endsOf = (marked: Marked): number[] =>
  [...piecesOf(marked), ...marked.source, ...marked.cue].flatMap(({ start, end }) => [start, end]);

/** Do two mark the same words, the same pieces of them? */
export const sameContent = (a: InPieces, b: InPieces): boolean => sameSpans([a], [b]) && samePieces(a, b);

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
  if (segment !== undefined && holdsStatements(segment.type)) return segment;
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

/** What a form would send that leaves the facts of a suggestion as they are. */
export function fieldsOfFacts(facts: StatementFacts): StatementFields {
  const { exact: _exact, label: _label, speaker, source, cue, content = [], prediction, ...rest } = facts;
  return {
    ...rest,
    ...(content.length === 0 ? {} : { content: content.map(({ start, end }) => ({ start, end })) }),
    speaker: speaker && { name: speaker.name, kind: speaker.kind, id: speaker.id ?? null },
    source: source.map(({ start, end }) => ({ start, end })),
    cue: cue.map(({ start, end }) => ({ start, end })),
    labelOverride: null,
    labelReason: null,
    prediction: prediction && {
      text: prediction.text,
      dueFrom: prediction.dueFrom,
      dueTo: prediction.dueTo,
      precision: prediction.precision,
    },
  };
}

const NAMES_NOBODY: readonly Sourcing[] = ["UNNAMED_QUALIFIED", "UNNAMED_BARE"];
const NAMES_SOMEBODY: readonly Sourcing[] = ["NAMED_PERSON", "NAMED_ORGANIZATION", "MEDIA_REPORT"];

/**
 * Two things said of a statement that can't both be true; null where there are none.
 *
 * It asks the codes alone. Whether words are a name is for the person who chose what they are.
 */
export function contradictionIn({
  sourcing,
  speaker,
  prediction,
  time,
  flags,
}: StatementFields): Contradiction | null {
  if (speaker !== null && NAMES_NOBODY.includes(sourcing) && speaker.kind !== "UNNAMED")
    return "NAMED_AS_UNNAMED";
  if (speaker?.kind === "UNNAMED" && NAMES_SOMEBODY.includes(sourcing)) return "UNNAMED_AS_NAMED";
  const isNamed = speaker !== null && speaker.kind !== "UNNAMED";
  if (sourcing === "SECOND_HAND" && flags.lastHopNamed && !isNamed) return "LAST_HOP_WITHOUT_NAME";
  if (prediction !== null && time === "PAST") return "PROMISE_OF_THE_PAST";
  return null;
}

/** Throws   RefusedError `invalid_input` where what is said of a statement contradicts itself. */
export function refuseContradiction(fields: StatementFields): void {
  const contradiction = contradictionIn(fields);
  if (contradiction === null) return;
  const { sourcing, speaker } = fields;
  const refusal = { reason: "contradiction", contradiction, name: speaker?.name ?? "", sourcing } as const;
  throw new RefusedError("invalid_input", refusal, `fields.${FIELD_TO_BLAME[contradiction]}`);
}

const FIELD_TO_BLAME: Record<Contradiction, keyof StatementFields> = {
  NAMED_AS_UNNAMED: "speaker",
  UNNAMED_AS_NAMED: "speaker",
  LAST_HOP_WITHOUT_NAME: "speaker",
  PROMISE_OF_THE_PAST: "time",
};

/** Are these the same spans, in whatever order? */
export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  const spelt = (spans: readonly Span[]) =>
    spans
      .map(({ start, end }) => `${start}-${end}`)
      .sort()
      .join();
  return spelt(a) === spelt(b);
}

/** The flags that are set, sorted: one that is left out is false. */
export function flagsOf({ flags }: StatementFields): string[] {
  return Object.entries(flags)
    .filter(([, isSet]) => isSet)
    .map(([name]) => name)
    .sort();
}
