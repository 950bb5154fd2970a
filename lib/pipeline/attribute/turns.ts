import { isPersonNoun } from "#lib/english/nouns";
import { tokens } from "#lib/english/tokens";
import { isFirstName } from "#lib/pipeline/attribute/speakers/gender";
import { personsIn } from "#lib/pipeline/attribute/speakers/person-names";
import type { Span } from "#lib/text/span";
import type { Sentence } from "./sentence";

/**
 * Whose turn a paragraph is, where people take turns: an interview of questions and answers, a hearing's transcript. A label stands before each turn ("Q:", "RS:",
 * "OKORIE:"), or questions stand alone between the answers. Who answers is told only where the words before the first turn name them.
 */
export interface Turn {
  readonly speaker: string;
  /** The label; null where the paragraph has none. */
  readonly label: Span | null;
}

/** What tells who is named. */
export interface Named {
  /** Names of those whom a sentence tells of, as `Persons.namesIn` finds them. */
  readonly namesIn: (sentence: Sentence) => readonly string[];
  /** The whole page: what stands above the first turn may be taken for no part of the article. */
  readonly text: string;
}

interface Paragraph {
  readonly sentences: readonly number[];
  readonly label: string | null;
  readonly isQuestion: boolean;
}

/** "Q:", "A.", "JH:", "OKORIE:", "Beat Imhasly:". A digit is part of a nickname, and a nickname is nobody. */
const LABEL =
  /^(?:(Q|A)[:.]|(Question|Answer|\p{Lu}{2,3}|\p{Lu}[\p{Lu}'’-]{3,24}|\p{Lu}[\p{Lu}'’-]{1,24}(?: \p{Lu}[\p{Lu}'’-]{1,24}){1,2}|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,2}):)\s/u;
const ASKS = /^(?:q|question)$/i;
const ANSWERS = /^(?:a|answer)$/i;
const QUESTION = /\?["”’)]*$/u;
/** Fewer turns than this may be anything that has a colon. */
const LEAST_TURNS = 3;
/** A last name as transcripts have it; no initials, which may stand for anything. */
const SHOUTED = /^[\p{Lu}'’-]{4,}$/u;
/** Whoever speaks says "I", "we" or "you". */
const SPEAKS = /\b(?:i|we|my|our|me|us|you|your)\b/i;
/** Fewer questions that stand alone may be headings. */
const LEAST_QUESTIONS = 3;
/** Words by which an interview says that it is one. A list of questions that a body answers by itself says none of it. */
const INTERVIEW =
  /\b(?:interview\w*|(?:spoke|speaks|talked|talks|sat down|caught up) (?:to|with)|(?:we|i) (?:met|asked|called|visited)|answers? (?:our|your|my|the) |questions (?:for|to)|q ?& ?a)\b/i;

/** For each sentence whose turn it is; null where it is nobody's, or nobody is named. */
export function turnsIn(sentences: readonly Sentence[], named: Named): (Turn | null)[] {
  const turns: (Turn | null)[] = sentences.map(() => null);
  for (const paragraphs of postsOf(sentences)) {
    const told = labelled(sentences, paragraphs, named) ?? unlabelled(sentences, paragraphs, named) ?? [];
    for (const [paragraph, turn] of told) for (const at of paragraph.sentences) turns[at] = turn;
  }
  return turns;
}

type Told = readonly (readonly [Paragraph, Turn])[];

function postsOf(sentences: readonly Sentence[]): Paragraph[][] {
  const posts = new Map<number, Map<number, number[]>>();
  sentences.forEach(({ post, paragraph, isTeaser }, at) => {
    if (isTeaser) return;
    const own = posts.get(post) ?? new Map<number, number[]>();
    posts.set(post, own);
    const list = own.get(paragraph) ?? [];
    own.set(paragraph, list);
    list.push(at);
  });
  return [...posts.values()].map((own) => [...own.values()].map((list) => paragraphOf(sentences, list)));
}

function paragraphOf(sentences: readonly Sentence[], list: readonly number[]): Paragraph {
  const [first, last] = [sentences[list[0] ?? 0], sentences[list.at(-1) ?? 0]];
  const found = LABEL.exec(first?.text ?? "");
  const isQuestion = QUESTION.test(last?.text.trim() ?? "");
  return { sentences: list, label: found?.[1] ?? found?.[2] ?? null, isQuestion };
}

/** Turns with labels, of which one asks and another answers. */
function labelled(
  sentences: readonly Sentence[],
  paragraphs: readonly Paragraph[],
  named: Named,
): Told | null {
  const labels = paragraphs.flatMap(({ label }) => (label === null ? [] : [label]));
  if (labels.length < LEAST_TURNS || new Set(labels).size < 2) return null;
  const asking = new Set(labels.filter((label) => isAsking(paragraphs, label)));
  const first = paragraphs.findIndex(({ label }) => label !== null);
  const last = paragraphs.findLastIndex(({ label }) => label !== null);
  const persons = personsBefore(sentences, paragraphs, first, named);
  const isNamed = (label: string) => SHOUTED.test(label) && personBehind(label, persons) !== null;
  if (asking.size === 0 && !(labels.some(isNamed) && isSpoken(sentences, paragraphs))) return null;
  let turn: Turn | null = null;
  const told: (readonly [Paragraph, Turn])[] = [];
  for (const paragraph of paragraphs.slice(first, last + 1)) {
    const { label } = paragraph;
    if (label !== null) {
      const isAnswer = asking.size > 0 && !asking.has(label);
      const speaker = asking.has(label)
        ? null
        : (personBehind(label, persons) ?? (isAnswer ? nameIn(label) : null));
      turn = speaker === null ? null : { speaker, label: labelSpan(sentences, paragraph) };
    }
    if (turn !== null) told.push([paragraph, label === null ? { speaker: turn.speaker, label } : turn]);
  }
  return told;
}

/** Where nobody asks: half of the turns or more are in words of somebody who speaks. "KEANE: Strong in the air" tells of Keane. */
function isSpoken(sentences: readonly Sentence[], paragraphs: readonly Paragraph[]): boolean {
  const turns = paragraphs.filter(({ label }) => label !== null);
  const spoken = turns.filter((turn) => sentencesIn(sentences, [turn]).some(({ text }) => SPEAKS.test(text)));
  return spoken.length * 2 >= turns.length;
}

function isAsking(paragraphs: readonly Paragraph[], of: string): boolean {
  if (ASKS.test(of)) return true;
  const own = paragraphs.filter(({ label }) => label === of);
  return own.filter(({ isQuestion }) => isQuestion).length * 2 > own.length;
}

function labelSpan(sentences: readonly Sentence[], { sentences: [at = 0], label }: Paragraph): Span | null {
  const start = sentences[at]?.start;
  return start === undefined || label === null ? null : { start, end: start + label.length };
}

/** Whom the words before the first turn name: by the name finder, by capitals where it finds nobody, and anywhere above. */
function personsBefore(
  sentences: readonly Sentence[],
  paragraphs: readonly Paragraph[],
  first: number,
  { namesIn, text }: Named,
): readonly string[][] {
  const intro = sentencesIn(sentences, paragraphs.slice(0, first));
  const start = sentences[paragraphs[first]?.sentences[0] ?? 0]?.start ?? 0;
  const above = { start: Math.max(0, start - MOST_ABOVE), end: start };
  return [
    wholeNames(intro.flatMap(namesIn)),
    wholeNames(intro.flatMap((sentence) => personsIn(sentence.tokens))),
    wholeNames(personsIn(tokens(text, above))),
  ];
}

/** So much above the first turn is looked at. UTF-16 units. */
const MOST_ABOVE = 4_000;

const sentencesIn = (sentences: readonly Sentence[], paragraphs: readonly Paragraph[]): Sentence[] =>
  paragraphs.flatMap(({ sentences: list }) => list.flatMap((at) => sentences[at] ?? []));

/** Each person once. */
function wholeNames(found: readonly string[]): string[] {
  const whole = [...new Set(found)].filter((name) => name.includes(" "));
  return whole.filter((name) => !whole.some((other) => other !== name && other.endsWith(` ${name}`)));
}

/** The one of these whom a label stands for: by "A", by initials, by a last or a whole name. */
function personBehind(
  label: string,
  [found = [], byCapitals = [], above = []]: readonly string[][],
): string | null {
  if (ANSWERS.test(label)) return only(found.length > 0 ? found : byCapitals);
  const lower = label.toLowerCase();
  const isIt = (name: string): boolean => {
    const parts = name.split(" ");
    const [first = "", last = ""] = [parts[0], parts.at(-1)];
    const initials = [parts.map((part) => part[0] ?? "").join(""), `${first[0] ?? ""}${last[0] ?? ""}`];
    return initials.includes(label) || last.toLowerCase() === lower || name.toLowerCase() === lower;
  };
  return only(found.filter(isIt)) ?? only(byCapitals.filter(isIt)) ?? only(above.filter(isIt));
}

/**
 * "MARTA RAO": where somebody asks, a label of two or three words that begins with a first name is the whole name of whoever answers. A role ("COUNCIL CLERK") and
 * a nickname ("BIG FISH") are none, and a name that no list of first names has is left out with them.
 */
function nameIn(label: string): string | null {
  const parts = label.toLowerCase().split(" ");
  const [first = ""] = parts;
  if (parts.length < 2 || isPersonNoun(first) || !isFirstName(first)) return null;
  return parts
    .map((part) => part.replace(/^\p{L}|(?<=[-’'])\p{L}/gu, (first) => first.toUpperCase()))
    .join(" ");
}

const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null);

/** Questions that stand alone, in a text that says it is an interview with one person. */
function unlabelled(
  sentences: readonly Sentence[],
  paragraphs: readonly Paragraph[],
  named: Named,
): Told | null {
  const asks = ({ sentences: list, isQuestion }: Paragraph) => isQuestion && list.length <= 2;
  const first = paragraphs.findIndex(asks);
  const answered = paragraphs.filter(
    (one, i) => asks(one) && paragraphs[i + 1] !== undefined && !asks(paragraphs[i + 1] ?? one),
  );
  if (first < 1 || answered.length < LEAST_QUESTIONS) return null;
  const intro = sentencesIn(sentences, paragraphs.slice(0, first));
  const isInterview = intro.some(({ text }) => INTERVIEW.test(text));
  const [found = [], byCapitals = []] = isInterview ? personsBefore(sentences, paragraphs, first, named) : [];
  const speaker = only(found.length > 0 ? found : byCapitals);
  if (speaker === null) return null;
  return paragraphs
    .slice(first)
    .filter((one) => !asks(one))
    .map((one) => [one, { speaker, label: null }] as const);
}
