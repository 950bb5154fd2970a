import type { CalendarDate } from "#lib/domain/analysis";
import { cutWords, saidWords } from "#lib/domain/content-pieces";
import { ownPostOf } from "#lib/domain/page-parts";
import type { ArticlePublication, PublishedStatement } from "#lib/domain/publications";
import type { ExcerptItem, ReadPost, ReadStatement } from "#lib/domain/reader-view";
import type { ToldBefore } from "#lib/domain/template-tellings";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { firstWords, isolated, listed, numberRanges } from "#lib/words/lists";
import { dueView } from "./due";
import { type PostOfPage, postsOf } from "./posts";
import { sideNote } from "./side-note";
import { sourceName } from "./source-name";
import { beforeView } from "./template-view";

const w = words.article.excerpt;

/** Fewer than this in a row are shown: leaving them out would save nobody any reading. */
const FEWEST_ELIDED = 4;
/** What stands beside statements, by their numbers. */
interface Beside {
  /** Of a promise, what was told of its template before. */
  readonly before: ReadonlyMap<number, ToldBefore>;
  /** What became of it on the way from upstream. */
  readonly notes: ReadonlyMap<number, string>;
}

/** More sources than this are not listed by name. */
const MOST_NAMES = 3;
const FIRST_WORDS = 60;

/**
 * The statements of a page, post by post. A long run of like statements keeps its first and its last; what lies between is
 * counted and described, and can be opened. What has no source, a note, a promise, a claim or a correction is never left out.
 */
export function excerptOf(content: ArticlePublication, today: CalendarDate, beside: Beside): ReadPost[] {
  const posts = postsOf(content);
  return posts.map((post) => ({
    name: postName(post, content),
    boundary: boundary(post, posts.find(({ isMain }) => isMain) ?? null, ownPostOf(content)),
    items: itemsOf(post, content, today, beside),
  }));
}

function postName(post: PostOfPage, { article }: ArticlePublication): string {
  const day = post.date === null ? null : longDay(post.date);
  if (post.isTeaser) return w.teaser(day);
  if (!post.isMain) return w.other(post.headline === null ? null : isolated(post.headline), day);
  const { agency, agencyDate, publisher } = article;
  if (agency !== null && agency !== publisher) {
    return w.report(isolated(agency), agencyDate === null ? day : longDay(agencyDate), publisher !== null);
  }
  return w.article(isolated(publisher ?? agency ?? words.article.unnamedPublisher), day);
}

/** A band sets another post apart where its labels differ from the report's, or the report stands there without a statement. */
function boundary(post: PostOfPage, main: PostOfPage | null, own: number | null): ReadPost["boundary"] {
  if (post.isMain || own === null || (main !== null && hasSameLabels(post, main))) return null;
  const isBefore = post.index < own;
  const day = post.date === null ? null : longDay(post.date);
  return {
    title: isBefore ? w.boundaryBelow : w.boundaryAbove,
    text: post.isTeaser ? w.start(day) : w.whole(day),
  };
}

function hasSameLabels(a: PostOfPage, b: PostOfPage): boolean {
  const ofA = new Set(a.statements.map((statement) => statement.label));
  const ofB = new Set(b.statements.map((statement) => statement.label));
  return ofA.size === ofB.size && [...ofA].every((label) => ofB.has(label));
}

function itemsOf(
  post: PostOfPage,
  content: ArticlePublication,
  today: CalendarDate,
  { before, notes }: Beside,
): ExcerptItem[] {
  const firstReported = post.statements.find((statement) => statement.label === "REPORTED");
  const isCorrected = ({ number }: PublishedStatement) => content.corrects?.includes(number) ?? false;
  const read = (statement: PublishedStatement): ReadStatement => ({
    number: statement.number,
    label: statement.label,
    words: saidWords(statement),
    pieces: cutWords(statement),
    firstWords: firstWords(saidWords(statement), FIRST_WORDS),
    notes: signedNotes(statement),
    sentences: sideNote(
      { ...statement, notes: [] },
      {
        article: content.article,
        isMain: post.isMain,
        isFirstReported: statement === firstReported,
      },
    ),
    due: dueView(statement.prediction, today),
    claimSlug: statement.claim?.slug ?? null,
    isCorrected: isCorrected(statement),
    before: beforeView(before.get(statement.number), today),
    upstream: notes.get(statement.number) ?? null,
  });
  const noteOf = ({ number }: PublishedStatement) => notes.get(number);
  return runsOf(post.statements, isCorrected, noteOf).flatMap((run) => itemsOfRun(run, read));
}

function signedNotes({ notes, noteSigns }: PublishedStatement): ReadStatement["notes"] {
  return notes.map((text, i) => {
    const sign = noteSigns?.[i];
    return { text, by: sign === undefined ? null : words.promises.note(isolated(sign.by), longDay(sign.on)) };
  });
}

function itemsOfRun(
  run: readonly PublishedStatement[],
  read: (statement: PublishedStatement) => ReadStatement,
): ExcerptItem[] {
  const shown = (statement: PublishedStatement): ExcerptItem => ({
    kind: "statement",
    statement: read(statement),
  });
  const inner = run.slice(1, -1);
  const [first, last] = [run[0], run.at(-1)];
  if (inner.length < FEWEST_ELIDED || !first || !last) return run.map(shown);
  return [
    shown(first),
    { kind: "elided", words: elidedWords(inner, first.label), statements: inner.map(read) },
    shown(last),
  ];
}

/** Neighbours of one label, and of one way from upstream, that hold nothing of their own; everything else is a run of one. */
function runsOf(
  statements: readonly PublishedStatement[],
  isCorrected: (statement: PublishedStatement) => boolean,
  noteOf: (statement: PublishedStatement) => string | undefined,
): PublishedStatement[][] {
  const isQuiet = (statement: PublishedStatement) => hasNothingOfItsOwn(statement) && !isCorrected(statement);
  const runs: PublishedStatement[][] = [];
  for (const statement of statements) {
    const before = runs.at(-1)?.at(-1);
    const isLike = before?.label === statement.label && noteOf(before) === noteOf(statement);
    if (before !== undefined && isLike && isQuiet(before) && isQuiet(statement)) runs.at(-1)?.push(statement);
    else runs.push([statement]);
  }
  return runs;
}

function hasNothingOfItsOwn(statement: PublishedStatement): boolean {
  return (
    statement.label !== "UNSOURCED_SPECULATION" &&
    statement.label !== "OPINION" &&
    statement.notes.length === 0 &&
    statement.labelReason === null &&
    statement.prediction === null &&
    statement.claim === null
  );
}

function elidedWords(statements: readonly PublishedStatement[], label: PublishedStatement["label"]): string {
  const range = numberRanges(statements.map((statement) => statement.number));
  return w.elided(statements.length, range, words.labels[label].name, elidedSource(statements));
}

function elidedSource(statements: readonly PublishedStatement[]): string | null {
  const names = statements.map(sourceName).filter((name) => name !== null);
  if (names.length < statements.length) return null;
  const distinct = [...new Set(names)];
  return distinct.length > MOST_NAMES ? w.namedSources : listed(distinct, "or");
}
