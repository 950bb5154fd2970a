import type { CalendarDate } from "#lib/domain/analysis";
import { isAnalysed } from "#lib/domain/assessment";
import { labelsBy, READER_LABELS } from "#lib/domain/labels";
import { type ArticlePublication, isWhole, type PublishedStatement } from "#lib/domain/publications";
import { NO_NEIGHBOURS, type TextNeighbours } from "#lib/domain/published";
import type { ArticleView } from "#lib/domain/reader-view";
import type { ToldBefore } from "#lib/domain/template-tellings";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { clauses, isolated } from "#lib/words/lists";
import { chainOf, hasChain } from "./chain";
import { excerptOf } from "./excerpt";
import { age, countLabel, type PostOfPage, postsOf } from "./posts";
import { sourceInWords, sourcesOf } from "./sources";
import { stripView } from "./strip";
import { textSourcesView, upstreamNotes } from "./text-sources";

const w = words.article;

/**
 * An article's page, from its frozen content and the day on which it is read. `before` is what was told of its promises before, by their numbers; `around`
 * what is known of the pages that its text is from, and of those that have theirs from here.
 */
export function articleView(
  content: ArticlePublication,
  today: CalendarDate,
  before: ReadonlyMap<number, ToldBefore> = new Map(),
  around: TextNeighbours = NO_NEIGHBOURS,
): ArticleView {
  const byline = bylineOf(content);
  return {
    kicker: byline.join(""),
    byline,
    answer: answerSentence(content),
    lede: lede(content),
    strip: stripView(content),
    chain: hasChain(content) ? chainOf(content) : [],
    sources: textSourcesView(content, around),
    posts: excerptOf(content, today, { before, notes: upstreamNotes(content, around) }),
    legend: READER_LABELS.map((label) => ({
      label,
      isMissing: isWhole(content) && countLabel(content.statements, label) === 0,
    })),
    direction: content.article.direction,
  };
}

/**
 * The page's answer: how many of its statements have no source, and whether they belong to the report at all. Only unsourced
 * speculation counts as "no source"; plain narration has its own number in the next sentence.
 */
export function answerSentence(content: ArticlePublication): string {
  const { statements } = content;
  if (!isWhole(content)) return words.assessment.marked(statements.length);
  if (statements.length === 0) return w.answer.empty;
  const n = countLabel(statements, "UNSOURCED_SPECULATION");
  if (n > 0) return w.answer.some(n, statements.length, whereApart(content));
  return w.answer.none(
    statements.length,
    READER_LABELS.filter((label) => countLabel(statements, label) > 0),
  );
}

/** Where the report stands, seen from the unsourced statements; null where it holds one of them, or there is none. */
function whereApart(content: ArticlePublication): "above" | "below" | null {
  const posts = postsOf(content);
  const main = posts.findIndex((post) => post.isMain);
  const others = posts.flatMap((post, i) => (hasUnsourced(post) ? [i] : []));
  if (main === -1 || others.includes(main)) return null;
  if (others.every((i) => i > main)) return "above";
  return others.every((i) => i < main) ? "below" : null;
}

function hasUnsourced(post: PostOfPage): boolean {
  return countLabel(post.statements, "UNSOURCED_SPECULATION") > 0;
}

function bylineOf({ article }: ArticlePublication): ArticleView["byline"] {
  const page = article.publisher === null ? w.kicker.unnamed : w.kicker.page(isolated(article.publisher));
  const posted = article.postedAt === null ? "" : w.kicker.posted(longDay(article.postedAt));
  if (article.author === null) return [page, "", posted];
  const { before, after } = w.kicker.by(page);
  return [before, isolated(article.author), `${after}${posted}`];
}

function lede(content: ArticlePublication): string {
  const { article, statements } = content;
  const headed = w.lede.headed(isolated(article.title));
  if (!isWhole(content)) return `${headed} ${whyInPart(content)}`;
  const facts = { source: onlySource(statements), isAgency: isAgencysOwn(content), post: null };
  const parts: string[] = [];
  for (const label of labelsBy("placeInLede")) {
    const n = countLabel(statements, label);
    if (n > 0 && label !== "UNSOURCED_SPECULATION") parts.push(words.labels[label].counted(n, facts));
  }
  for (const post of postsOf(content)) {
    const n = countLabel(post.statements, "UNSOURCED_SPECULATION");
    const which = post.isMain ? null : w.posts[age(post, content)];
    if (n > 0) parts.push(words.labels.UNSOURCED_SPECULATION.counted(n, { ...facts, post: which }));
  }
  return parts.length === 0 ? headed : `${headed} ${w.lede.sentence(clauses(parts))}`;
}

/** All that is told in plain words stands in the report that the agency made. */
function isAgencysOwn(content: ArticlePublication): boolean {
  const told = postsOf(content).filter((post) => countLabel(post.statements, "UNSOURCED_ASSERTION") > 0);
  return content.article.agency !== null && told.every((post) => post.isMain);
}

function whyInPart({ article }: ArticlePublication): string {
  const { cut, otherLanguage, takenForOther } = words.assessment;
  if (!isAnalysed(article.language)) return otherLanguage(article.language);
  return article.corrected?.includes("LANGUAGE") ? takenForOther : cut;
}

function onlySource(statements: readonly PublishedStatement[]): string | null {
  const reported = statements.filter((statement) => statement.label === "REPORTED");
  const [source, ...others] = sourcesOf(reported);
  const isOnly = others.length === 0 && reported.every(({ speaker }) => speaker !== null);
  return source !== undefined && isOnly ? sourceInWords(source) : null;
}
