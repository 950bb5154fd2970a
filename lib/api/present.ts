import { appearanceOf } from "#lib/db/readers/rows";
import type { CalendarDate } from "#lib/domain/analysis";
import { type Prediction, predictionState } from "#lib/domain/predictions";
import type { PromiseTemplate } from "#lib/domain/promise-template";
import type {
  Appearance,
  ListedClaim,
  ListedPage,
  PublicCorrection,
  PublishedArticle,
  PublishedClaim,
} from "#lib/domain/published";
import type {
  Article,
  ArticleFacts,
  ArticleInList,
  Claim,
  ClaimInList,
  ClaimLine,
  Correction,
  Statement,
} from "./answers";

/** What is published, as programs read it. `origin` is ours; `today` is the day that promises are held against. */
export interface Where {
  readonly origin: string;
  readonly today: CalendarDate;
}

/** The part of every address of this API. */
export const API = "/api/v1";

export function article(
  { content, publishedAt, history, corrections }: PublishedArticle,
  where: Where,
): Article {
  const { article: facts, statements, writers, publishedBy } = content;
  return {
    ...articleFacts(facts, where),
    agencyDate: facts.agencyDate,
    place: facts.place,
    direction: facts.direction,
    version: facts.version,
    versionsSeen: facts.versionsSeen,
    fetchedAt: facts.fetchedAt,
    corrected: [...(facts.corrected ?? [])],
    isSample: facts.isSample,
    publishedAt,
    writers: writers.map(({ name }) => name),
    publishedBy: publishedBy.name,
    statements: statements.flatMap(({ number }) => {
      const place = appearanceOf(content, number);
      return place === null ? [] : [onItsPage(place, where)];
    }),
    corrections: corrections.map((one) => correction(one, where)),
    proof: history.proof,
    record: `${where.origin}/articles/${facts.slug}/record.json`,
  };
}

function articleFacts(facts: Appearance["article"], { origin }: Where): ArticleFacts {
  const { slug, title, url, publisher, author, agency, postedAt, language } = facts;
  const at = `/articles/${slug}`;
  return {
    href: `${origin}${API}${at}`,
    page: `${origin}${at}`,
    slug,
    title,
    url,
    publisher,
    author,
    agency,
    postedAt,
    language,
  };
}

export function articleInList(
  { content: { article: facts, statements }, publishedAt }: ListedPage,
  where: Where,
): ArticleInList {
  return { ...articleFacts(facts, where), publishedAt, statementCount: statements.length };
}

export function statement(place: Appearance, where: Where): Statement {
  return { ...onItsPage(place, where), article: articleFacts(place.article, where) };
}

function onItsPage(
  { article: facts, post, isOwnPost, statement: one }: Appearance,
  where: Where,
): Article["statements"][number] {
  const at = `/articles/${facts.slug}`;
  return {
    href: `${where.origin}${API}${at}/statements/${one.number}`,
    page: `${where.origin}${at}#s${one.number}`,
    number: one.number,
    exact: one.exact,
    label: one.label,
    labelReason: one.labelReason,
    sourcing: one.sourcing,
    factuality: one.factuality,
    time: one.time,
    quoteMode: one.quoteMode,
    attributionScope: one.attributionScope,
    relayDepth: one.relayDepth,
    speaker: one.speaker,
    prediction: one.prediction && prediction(one.prediction, where.today),
    notes: one.notes,
    claim: one.claim && claimLink(one.claim, where),
    template: one.template ? templateLink(one.template, where) : null,
    post,
    isOwnPost,
  };
}

function prediction(promise: Prediction, today: CalendarDate): Statement["prediction"] {
  const { text, dueFrom, dueTo, precision, resolvedFrom, outcome } = promise;
  const state = outcome === undefined ? predictionState(promise, today).state : "RESOLVED";
  return { text, dueFrom, dueTo, precision, resolvedFrom, state, outcome: outcome ?? null };
}

export function templateLink({ key, words }: PromiseTemplate, { origin }: Where) {
  const part = encodeURIComponent(key);
  return { key, words, href: `${origin}${API}/templates/${part}`, page: `${origin}/promises/${part}` };
}

function claimLink({ slug, wording }: { slug: string; wording: string }, { origin }: Where) {
  const at = `/claims/${slug}`;
  return { slug, wording, href: `${origin}${API}${at}`, page: `${origin}${at}` };
}

export function claimInList(
  { own, appearances, publishedAt, ...claim }: ListedClaim,
  where: Where,
): ClaimInList {
  const [first] = appearances;
  return {
    ...claimLink(claim, where),
    publishedAt,
    verdict: own && {
      code: own.content.verdict.code,
      explanation: own.content.verdict.explanation,
      publishedAt: own.publishedAt,
    },
    firstSaid: first === undefined ? null : statement(first, where),
  };
}

/** `next` is the address of the next part of its statements. */
export function claim(one: PublishedClaim, next: string | null, where: Where): Claim {
  return {
    ...claimLink(one, where),
    verdict: verdict(one.own),
    earlierVerdicts: [...one.earlier],
    withdrawnVerdict: one.withdrawn && { at: one.withdrawn.at, reason: one.withdrawn.reason },
    statementCount: one.appearanceCount,
    statements: one.places.appearances.map((place) => statement(place, where)),
    next,
    corrections: one.corrections.map((each) => correction(each, where)),
    proof: one.history.proof,
    record: `${where.origin}/claims/${one.slug}/record.json`,
  };
}

/** A claim as an export tells it: with all of its verdict. */
export function claimLine(one: ListedClaim, isProven: boolean, where: Where): ClaimLine {
  return { ...claimInList(one, where), verdict: verdict(one.own), isProven };
}

function verdict(own: PublishedClaim["own"]): Claim["verdict"] {
  if (own === null) return null;
  const { claim: about, verdict: found, evidence, searches, writers, publishedBy } = own.content;
  return {
    code: found.code,
    explanation: found.explanation,
    publishedAt: own.publishedAt,
    unknowns: about.unknowns,
    evidence: evidence.map(({ id: _, copyKept: _copy, ...one }) => one),
    searches,
    writers: writers.map(({ name }) => name),
    publishedBy: publishedBy.name,
  };
}

export function correction(
  { at, kind, isWithdrawal, page, reason, withdrawnByWriter }: PublicCorrection,
  { origin }: Where,
): Correction {
  const what = page && { title: page.title, page: `${origin}${page.href}` };
  return { at, kind, isWithdrawal, what, reason, withdrawnByWriter };
}
