import { leaveOut, withSeparators } from "#lib/domain/content-pieces";
import type { Credit } from "#lib/pipeline/attribute/credit";
import type { Sentence } from "#lib/pipeline/attribute/sentence";
import { contains, overlap, type Span } from "#lib/text/span";

type Told = Pick<Credit, "source" | "cue" | "content">;

/**
 * What is said in a sentence whose middle says who says it, in pieces: “We will,” the minister said, “pay on Sunday.”
 *
 * Shapes   spans of `text` from the sentence's start to its end, two; none where it is one piece.
 * Rule     Source and cue stand in the sentence between two quotations that are both content, or between commas or dashes with no quotation beside them.
 *          What stands in front of “In May the minister said that …” isn't closed, and it isn't told whose it is.
 * Right    On PolNeAR in 143 of 145 sentences of 400 pages that the rule wasn't written with, no word that is left out is content there.
 */
export function piecesSaid(text: string, sentence: Sentence, told: Told): readonly Span[] {
  const credit = sentence.isTeaser ? null : hullOf([...told.source, ...told.cue]);
  if (credit === null || told.source.length === 0 || told.cue.length === 0 || !contains(sentence, credit))
    return [];
  const gap = betweenQuotations(text, sentence, credit, told) ?? betweenPauses(text, sentence, credit, told);
  const { start, end } = sentence;
  const left = gap && leaveOut(text, { start, end }, gap);
  // No end of the statement moves: it stays the sentence.
  return left?.start === start && left.end === end ? (left.content ?? []) : [];
}

function hullOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

const isTold = (content: readonly Span[], span: Span) => content.some((one) => overlap(one, span) > 0);

/** A quotation that goes on ends in a pause before its mark, and what interrupts it ends in one too. */
const PAUSED = /[,.!?…–—-]\P{L}{0,3}$/u;
/** Where these come behind whoever said it, the sentence tells more than that. */
const TELLS_ON = /\b(?:and|but|or|that|who|which|when|while|as|adding|citing)\b/iu;

/** The words between the quotation in front of source and cue and the one behind them; null where one isn't there, or isn't what they say. */
function betweenQuotations(
  text: string,
  { quotations }: Sentence,
  credit: Span,
  { content }: Told,
): Span | null {
  const before = quotations.findLast(({ end }) => end <= credit.start);
  const behind = quotations.find(({ start }) => start >= credit.end);
  if (!before || !behind || !isTold(content, before) || !isTold(content, behind)) return null;
  const gap = { start: before.end, end: behind.start };
  const isPaused = [text.slice(before.start, before.end), text.slice(gap.start, gap.end)].every((words) =>
    PAUSED.test(words),
  );
  return isPaused && !TELLS_ON.test(text.slice(credit.end, gap.end)) ? gap : null;
}

const WORD = /[\p{L}\p{N}]/u;
const PAUSES = /^\s*[,–—].*[,–—]\s*$/su;
/** Such a clause belongs to what stands before it. */
const RELATIVE = /^[\s,–—]*(?:who|whose|whom|which|where)\b/iu;
/** What whoever said it did: “she said, referring to …”. */
const PARTICIPLE = /^[\s,–—]*\p{L}+ing\b/iu;
/** Who that is: “according to Craig Bryan, head of a centre”. */
const APPOSITION = /^[\s,–—]*(?:(?:an?|the)\b|\p{L}+\s+(?:of|for|at)\b)/iu;

/** Source and cue with what else stands between the content on both sides of them, and the pauses around; null where they aren't set off so. */
function betweenPauses(
  text: string,
  sentence: Sentence,
  credit: Span,
  { source, content }: Told,
): Span | null {
  const ends = content.map(({ end }) => end).filter((end) => end > sentence.start && end <= credit.start);
  const starts = content
    .map(({ start }) => start)
    .filter((start) => start >= credit.end && start < sentence.end);
  if (ends.length + starts.length === 0) return null;
  const between = {
    start: starts.length === 0 || ends.length === 0 ? credit.start : Math.max(...ends),
    end: starts.length === 0 || ends.length === 0 ? credit.end : Math.min(...starts),
  };
  const gap = withSeparators(text, between, sentence);
  const [words, behind] = [text.slice(gap.start, gap.end), text.slice(gap.end, sentence.end)];
  if (!PAUSES.test(words) || RELATIVE.test(words) || RELATIVE.test(behind)) return null;
  if (starts.length === 0 && PARTICIPLE.test(behind)) return null;
  if (isBesideQuotation(text, sentence, gap)) return null;
  const isSourceLast = source.some(({ end }) => end === credit.end);
  return isSourceLast && APPOSITION.test(behind) ? null : gap;
}

function isBesideQuotation(text: string, { quotations }: Sentence, gap: Span): boolean {
  const isBeside = (a: number, b: number) => !WORD.test(text.slice(Math.min(a, b), Math.max(a, b)));
  return quotations.some(({ start, end }) => isBeside(end, gap.start) || isBeside(start, gap.end));
}
