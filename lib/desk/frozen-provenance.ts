import type { ConfirmedEdge } from "#lib/db/provenance/confirmed";
import type { RepostChange } from "#lib/domain/matching";
import type { ComparedSentence } from "#lib/domain/provenance";
import type { PublishedStatement } from "#lib/domain/publications";
import {
  type ComparedHeadline,
  type ComparedStatement,
  LONGEST_DIFFERENCE,
  MOST_DIFFERENCES,
  type PublishedUpstream,
  type StatementFate,
} from "#lib/domain/published-upstream";
import { contains, overlap, type Span } from "#lib/text/span";
import { comparedHeadline, headlineChange } from "#lib/versions/headlines";
import { sentencePieces } from "#lib/versions/sentence-pieces";

/** What readers get of where a page's text is from: of sentences that aren't published only how many there are, and of words only those that are. */

type Statement = Pick<PublishedStatement, "number" | "start" | "end" | "exact">;

/** `title` is what the page is published under. */
export function frozenUpstream(
  edge: ConfirmedEdge,
  versionId: string,
  { title, statements }: { readonly title: string; readonly statements: readonly Statement[] },
): PublishedUpstream {
  const { kind, page, reasons, reason, by, on, sentences, counts, isCut } = edge;
  // A title that another version has, or that was made of the text's first words, was compared with nothing.
  const isCompared = kind !== "CITES" && sentences !== null && edge.here.title === title;
  return {
    kind,
    page,
    reasons: [...reasons],
    reason,
    by: by.name,
    on,
    sentences: sentences === null ? null : counts,
    ...(isCompared ? { headline: frozenHeadline(title, page.title) } : {}),
    isCut,
    // Of a source whose words it doesn't take, none can stand there.
    statements: kind === "CITES" ? [] : statements.flatMap((one) => comparedStatement(edge, versionId, one)),
  };
}

function frozenHeadline(here: string, there: string | null): ComparedHeadline {
  const change = headlineChange(here, there);
  if (change === "VERBATIM" || change === "ADDED" || there === null) return { change };
  const pieces = sentencePieces(comparedHeadline(there), comparedHeadline(here));
  const wordsOf = (list: typeof pieces.older) => few(piecesOf(list, (at) => at).map(({ words }) => words));
  return withDifferences({ change }, { here: wordsOf(pieces.newer), there: wordsOf(pieces.older) });
}

/** Those that there are. */
function withDifferences<T extends object>(
  one: T,
  { here, there }: { readonly here: string[]; readonly there: string[] },
): T & Pick<ComparedStatement, "here" | "there"> {
  return { ...one, ...(here.length > 0 ? { here } : {}), ...(there.length > 0 ? { there } : {}) };
}

/** Empty where the statement was no part of what was compared: a headline, a text beyond the bound, or words that another version has. */
function comparedStatement(
  edge: ConfirmedEdge,
  versionId: string,
  { number, exact, ...span }: Statement,
): ComparedStatement[] {
  const own = edge.here.versionId === versionId ? span : placeOf(edge.here.text, exact);
  if (own === null) return [];
  const under = (edge.sentences ?? []).flatMap((sentence) => {
    const here = spanOf(sentence.here);
    return here !== null && overlap(here, own) > 0 ? [{ ...sentence, here }] : [];
  });
  if (under.length === 0) return [];
  const changes = under.map(({ change }) => change);
  const isSame = !changes.some((one) => ABOUT_ALL.has(one)) && isWithin(exact, under, edge.there.text);
  const change = isSame ? "VERBATIM" : fateOf(changes);
  if (change === "VERBATIM" || change === "ADDED") return [{ number, change }];
  const differences = under.map((sentence) => differencesOf(sentence, own, edge));
  const here = few(differences.flatMap((one) => one.here));
  const there = few(differences.flatMap((one) => one.there));
  return [withDifferences({ number, change }, { here, there })];
}

const spanOf = (place: ComparedSentence["here"]): Span | null => place && { start: place[0], end: place[1] };

/** Where the same words stand in another version; null where they don't, or stand more than once. */
function placeOf(text: string, exact: string): Span | null {
  const start = text.indexOf(exact);
  if (start === -1 || text.includes(exact, start + 1)) return null;
  return { start, end: start + exact.length };
}

/** Who says it, and whether it is so, is said of all of a sentence: of a part of it too, whose own words were left as they were. */
const ABOUT_ALL: ReadonlySet<RepostChange> = new Set(["ATTRIBUTION", "POLARITY"]);

/** What is said of a statement that holds sentences of several kinds: the gravest that was changed. */
const GRAVEST = ["POLARITY", "ATTRIBUTION", "NUMBER", "NAME"] as const;

function fateOf(changes: readonly RepostChange[]): StatementFate {
  const [first = "ADDED"] = changes;
  if (first !== "DROPPED" && changes.every((change) => change === first)) return first;
  const grave = GRAVEST.find((change) => changes.includes(change));
  return grave ?? (changes.includes("ADDED") ? "PARTLY" : "REWORDED");
}

/** Do the statement's own words stand upstream, though something was changed around them? */
function isWithin(
  exact: string,
  under: readonly Pick<ComparedSentence, "there">[],
  upstream: string,
): boolean {
  const there = under.flatMap(({ there }) => there.map((place) => upstream.slice(...place))).join(" ");
  return there !== "" && wordsIn(there).includes(wordsIn(exact));
}

const wordsIn = (text: string): string =>
  ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ")} `;

function differencesOf(
  { here, there }: { readonly here: Span; readonly there: ComparedSentence["there"] },
  own: Span,
  edge: ConfirmedEdge,
): { readonly here: string[]; readonly there: string[] } {
  if (there.length === 0) return { here: [], there: [] };
  const text = edge.here.text.slice(here.start, here.end);
  const upstream = there.map((place) => edge.there.text.slice(...place)).join(" ");
  const pieces = sentencePieces(upstream, text);
  const isPublished = (span: Span) => edge.there.published.some((one) => contains(one, span));
  return {
    here: piecesOf(pieces.newer, (at) => here.start + at)
      .filter(({ span }) => contains(own, span))
      .map(({ words }) => words),
    there: piecesOf(pieces.older, (at) => upstreamPlace(there, at))
      .filter(({ span }) => isPublished(span))
      .map(({ words }) => words),
  };
}

/** The place in the text of a place in the sentences upstream, which are joined by a space. */
function upstreamPlace(there: ComparedSentence["there"], at: number): number {
  let left = at;
  for (const [start, end] of there) {
    if (left <= end - start) return start + left;
    left -= end - start + 1;
  }
  return there.at(-1)?.[1] ?? 0;
}

/** The pieces that were changed, each with its place; marks and spaces alone say nothing. */
function piecesOf(
  pieces: ReturnType<typeof sentencePieces>["older"],
  placed: (at: number) => number,
): { readonly words: string; readonly span: Span }[] {
  const whole = pieces.map(({ text }) => text).join("");
  const found: { start: number; end: number }[] = [];
  let at = 0;
  for (const { kind, text } of pieces) {
    const from = at;
    at += text.length;
    if (kind === "SAME" || !/[\p{L}\p{N}]/u.test(text)) continue;
    const span = wholeWords(whole, from, at);
    const last = found.at(-1);
    // Neighbours are one difference.
    if (last !== undefined && whole.slice(last.end, span.start).trim() === "") last.end = span.end;
    else found.push({ ...span });
  }
  return found.map(({ start, end }) => {
    return { words: whole.slice(start, end), span: { start: placed(start), end: placed(end) } };
  });
}

/** "Iraqi-Sudanese" where "-Sudanese" was added: up to the spaces, without the marks at both ends. */
function wholeWords(text: string, from: number, to: number): Span {
  const isSpace = (at: number) => /\s/u.test(text.charAt(at));
  const isWord = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
  let [start, end] = [from, to];
  // What grows beyond the longest that is quoted isn't quoted anyway.
  if (!isSpace(from))
    while (start > 0 && from - start <= LONGEST_DIFFERENCE && !isSpace(start - 1)) start -= 1;
  if (!isSpace(to - 1)) while (end < text.length && end - to <= LONGEST_DIFFERENCE && !isSpace(end)) end += 1;
  while (start < end && !isWord(start)) start += 1;
  while (end > start && !isWord(end - 1)) end -= 1;
  return { start, end };
}

/** What is longer than a difference says no more than that something differs. */
const few = (list: readonly string[]): string[] =>
  [...new Set(list)].filter((words) => words.length <= LONGEST_DIFFERENCE).slice(0, MOST_DIFFERENCES);
