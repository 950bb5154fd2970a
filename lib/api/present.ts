import { appearanceOf } from "#lib/db/readers/rows";
import type { CalendarDate } from "#lib/domain/analysis";
import { piecesOf } from "#lib/domain/content-pieces";
import { type Prediction, predictionState } from "#lib/domain/predictions";
import type { PromiseTemplate } from "#lib/domain/promise-template";
import type { ClaimPublication, PublicationContent, PublishedStatement } from "#lib/domain/publications";
import type {
  Appearance,
  ListedClaim,
  ListedPage,
  PublicCorrection,
  PublishedArticle,
  PublishedClaim,
  TextNeighbours,
  UpstreamPage,
} from "#lib/domain/published";
import type { PublishedUpstream } from "#lib/domain/published-upstream";
import { givenOf, inWords } from "#lib/words/verdicts";
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
  { upstream }: Pick<TextNeighbours, "upstream">,
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
    topics: topics(content, where),
    publishedAt,
    writers: writers.map(({ name }) => name),
    publishedBy: publishedBy.name,
    statements: statements.flatMap(({ number }) => {
      const place = appearanceOf(content, number);
      return place === null ? [] : [onItsPage(place, where)];
    }),
    provenance: (content.provenance ?? []).map((one) => upstreamPage(one, upstream.get(one.page.id), where)),
    corrections: corrections.map((one) => correction(one, where)),
    proof: history.proof,
    record: `${where.origin}/articles/${facts.slug}/record.json`,
  };
}

/** Words upstream are told only while that page is published. */
function upstreamPage(
  { page, kind, reasons, reason, by, on, headline, sentences, isCut, statements }: PublishedUpstream,
  now: UpstreamPage | undefined,
  { origin }: Where,
): Article["provenance"][number] {
  const { title, publisher, url, postedAt, version } = page;
  const at = now?.href ?? null;
  return {
    kind,
    title,
    url,
    publisher,
    postedAt,
    version,
    reasons,
    reason,
    sentences,
    isCut,
    href: at && `${origin}${API}${at}`,
    page: at && `${origin}${at}`,
    newerOn: now?.newerOn ?? null,
    goneOn: now?.goneOn ?? null,
    foundBy: by,
    foundOn: on,
    headline: headline
      ? { change: headline.change, here: headline.here ?? [], there: headline.there ?? [] }
      : null,
    statements: statements.map(({ number, change, here = [], there = [] }) => {
      return { number, change, here, there: at === null ? [] : there };
    }),
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

export function articleInList({ content, publishedAt }: ListedPage, where: Where): ArticleInList {
  const { article: facts, statements } = content;
  const count = statements.length;
  return {
    ...articleFacts(facts, where),
    publishedAt,
    statementCount: count,
    topics: topics(content, where),
  };
}

function topics(content: PublicationContent | undefined, { origin }: Where): Article["topics"] {
  return (content?.topics ?? []).map(({ slug, name, definition = null }) => ({
    name,
    definition,
    page: `${origin}/topics/${slug}`,
  }));
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
    pieces: piecesIn(one),
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

/** Positions in Unicode code points of `exact`. */
export function piecesIn({ exact, ...said }: PublishedStatement): Article["statements"][number]["pieces"] {
  const points = (units: number) => [...exact.slice(0, units)].length;
  return piecesOf(said).map(({ start, end }) => ({
    exact: exact.slice(start - said.start, end - said.start),
    start: points(start - said.start),
    end: points(end - said.start),
  }));
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
      ...verdictTold(own.content.verdict),
      publishedAt: own.publishedAt,
    },
    firstSaid: first === undefined ? null : statement(first, where),
    topics: topics(own?.content, where),
  };
}

/** `next` is the address of the next part of its statements. */
export function claim(one: PublishedClaim, next: string | null, where: Where): Claim {
  return {
    ...claimLink(one, where),
    verdict: verdict(one.own),
    topics: topics(one.own?.content, where),
    earlierVerdicts: one.earlier.map((earlier) => ({
      ...verdictTold(earlier),
      replacedAt: earlier.replacedAt,
    })),
    withdrawnVerdict: one.withdrawn && { at: one.withdrawn.at, reason: one.withdrawn.reason },
    statementCount: one.appearanceCount,
    statements: one.places.appearances.map((place) => statement(place, where)),
    next,
    corrections: one.corrections.map((each) => correction(each, where)),
    proof: one.history.proof,
    record: `${where.origin}/claims/${one.slug}/record.json`,
  };
}

/** In the words that it was given in. `scale` is null where it was given before that was kept: in those that Onrecord comes with. */
function verdictTold(given: ClaimPublication["verdict"]) {
  const { word, definition, meaning } = givenOf(given);
  return {
    code: given.code,
    meaning,
    word: inWords(word),
    definition: inWords(definition),
    scale: given.scale?.version ?? null,
    explanation: given.explanation,
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
    ...verdictTold(found),
    publishedAt: own.publishedAt,
    unknowns: about.unknowns,
    evidence: evidence.map(
      ({ id: _, copyKept: _copy, pdfPages, archivedUrl, sourceKind, document, ...one }) => ({
        ...one,
        document: document ?? null,
        pdfPages: pdfPages ?? null,
        archivedUrl: archivedUrl ?? null,
        sourceKind: sourceKind ?? null,
      }),
    ),
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
