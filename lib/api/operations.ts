import { z } from "zod";
import { publishedPromises } from "#lib/db/readers/promises";
import { textNeighbours } from "#lib/db/readers/provenance";
import {
  publicCorrections,
  publishedArticle,
  publishedClaim,
  publishedClaims,
  publishedPages,
} from "#lib/db/readers/published";
import { appearanceOf } from "#lib/db/readers/rows";
import { searchPublished } from "#lib/db/readers/search";
import { publishedStatements } from "#lib/db/readers/statements";
import { publishedTemplate } from "#lib/db/readers/templates";
import { type ListPlace, PlaceCursor, StatementCursor, TimeCursor } from "#lib/domain/cursors";
import { ReaderLabel } from "#lib/domain/labels-shapes";
import { DueCursor } from "#lib/domain/promise-desk";
import { FILTERS, PromiseState } from "#lib/domain/promise-ledger";
import { TemplateKey } from "#lib/domain/promise-template";
import { questionOf, SearchKind } from "#lib/domain/search";
import { askedOf, FACETS, facetsGiven, searchCursor } from "#lib/domain/search-filter";
import { templateSummary } from "#lib/domain/template-tellings";
import * as words from "#lib/words";
import { ANNOTATION_OPERATIONS, HYPOTHESIS_OPERATIONS } from "./annotation-operations";
import {
  Article,
  ArticleList,
  Claim,
  ClaimList,
  CorrectionList,
  Found,
  Statement,
  StatementList,
  Template,
} from "./answers";
import { EXPORTS } from "./exports";
import { claimReviewSearch } from "./fact-check-tools";
import { openApi } from "./openapi";
import { type Operation, operation } from "./operation";
import * as present from "./present";
import { goneArticle, goneClaim, ProblemError } from "./problems";
import { TRACK_OPERATIONS } from "./track";

/**
 * All that anybody may read by program: the one table. Addresses are led here, the OpenAPI document and the page about the API are made of it. It asks
 * `lib/db/readers` alone, as readers' pages do, so that nothing unpublished can come out.
 */

/** Where a list in the order of time goes on. */
const timePlace = (key: string | null): ListPlace | null =>
  key === null ? null : { way: "after", cursor: TimeCursor.parse(key) };

const articles = operation({
  id: "articles",
  path: "/articles",
  answer: ArticleList,
  ask: async ({ key, next, where }) => {
    const { pages, total, older, isProven } = await publishedPages(timePlace(key));
    return {
      data: pages.map((one) => present.articleInList(one, where)),
      total,
      next: next(older),
      isProven,
    };
  },
});

const article = operation({
  id: "article",
  path: "/articles/{slug}",
  answer: Article,
  ask: async ({ params: { slug }, where }) => {
    const found = (await publishedArticle(slug)) ?? (await goneArticle(slug));
    return present.article(found, await textNeighbours(found.content), where);
  },
});

const statement = operation({
  id: "statement",
  path: "/articles/{slug}/statements/{number}",
  answer: Statement,
  ask: async ({ params: { slug, number }, where }) => {
    const { content } = (await publishedArticle(slug)) ?? (await goneArticle(slug));
    const found = /^[1-9]\d{0,8}$/.test(number) ? appearanceOf(content, Number(number)) : null;
    if (found === null) throw new ProblemError(404, "not_found", words.publicApi.noStatement);
    return present.statement(found, where);
  },
});

const claims = operation({
  id: "claims",
  path: "/claims",
  answer: ClaimList,
  ask: async ({ key, next, where }) => {
    const { claims: found, total, older, isProven } = await publishedClaims(timePlace(key));
    return { data: found.map((one) => present.claimInList(one, where)), total, next: next(older), isProven };
  },
});

const claim = operation({
  id: "claim",
  path: "/claims/{slug}",
  isPaged: true,
  answer: Claim,
  ask: async ({ params: { slug }, key, next, where }) => {
    const place = key === null ? null : PlaceCursor.parse(key);
    const found = (await publishedClaim(slug, place)) ?? (await goneClaim(slug));
    return present.claim(found, next(found.places.more), where);
  },
});

const statements = operation({
  id: "statements",
  path: "/statements",
  query: { label: ReaderLabel.optional() },
  answer: StatementList,
  ask: async ({ query: { label = null }, key, next, where }) => {
    const after = key === null ? null : StatementCursor.parse(key);
    const { places, more, isProven } = await publishedStatements({ label, after });
    return { data: places.map((one) => present.statement(one, where)), next: next(more), isProven };
  },
});

const predictions = operation({
  id: "predictions",
  path: "/predictions",
  query: {
    state: PromiseState.default("open"),
    publisher: FILTERS.publisher.optional(),
    speaker: FILTERS.speaker.optional(),
    from: FILTERS.from.optional(),
    to: FILTERS.to.optional(),
    q: FILTERS.q.optional(),
  },
  answer: StatementList,
  ask: async ({ query, key, next, where }) => {
    const { state, publisher = null, speaker = null, from = null, to = null, q } = query;
    const question = q === undefined ? null : questionOf(q);
    if (q !== undefined && question === null)
      throw new ProblemError(400, "invalid_input", words.publicApi.noQuestion, { field: "q" });
    const asked = { state, publisher, speaker, from, to, question, today: where.today };
    const place = key === null ? null : ({ way: "after", cursor: DueCursor.parse(key) } as const);
    const found = await publishedPromises(asked, place);
    const data = found.places.map((one) => present.statement(one, where));
    return { data, next: next(found.next), isProven: found.isProven };
  },
});

const template = operation({
  id: "template",
  path: "/templates/{key}",
  isPaged: true,
  answer: Template,
  ask: async ({ params, key, next, where }) => {
    const place = key === null ? null : ({ way: "after", cursor: DueCursor.parse(key) } as const);
    const named = TemplateKey.safeParse(params.key).data;
    const found = named === undefined ? null : await publishedTemplate(named, place);
    if (found === null) throw new ProblemError(404, "not_found", words.publicApi.noTemplate);
    const { isCut, tellings, isProven } = found;
    return {
      ...present.templateLink(found, where),
      tellings: { ...templateSummary(tellings, where.today), isCut },
      data: found.places.map((one) => present.statement(one, where)),
      next: next(found.next),
      isProven,
    };
  },
});

const corrections = operation({
  id: "corrections",
  path: "/corrections",
  answer: CorrectionList,
  ask: async ({ key, next, where }) => {
    const { corrections: found, total, older, isProven } = await publicCorrections(timePlace(key));
    return { data: found.map((one) => present.correction(one, where)), total, next: next(older), isProven };
  },
});

const search = operation({
  id: "search",
  path: "/search",
  query: {
    q: z.string().optional(),
    in: SearchKind.optional(),
    label: FACETS.label.optional(),
    sourcing: FACETS.sourcing.optional(),
    verdict: FACETS.verdict.optional(),
    publisher: FACETS.publisher.optional(),
    speaker: FACETS.speaker.optional(),
    topic: FACETS.topic.optional(),
    language: FACETS.language.optional(),
    date: FACETS.date.optional(),
    due: FACETS.due.optional(),
  },
  answer: Found,
  ask: async ({ query: { in: kind = null, q = "", ...facets }, key, next, where }) => {
    const asked = askedOf({ ...facetsGiven(facets), q, kind });
    if (asked === null)
      throw new ProblemError(400, "invalid_input", words.publicApi.noSearch, { field: "q" });
    const cursor = key === null ? null : searchCursor(key, kind);
    if (key !== null && cursor === null)
      throw new ProblemError(400, "invalid_input", words.publicApi.badCursor, { field: "cursor" });
    const found = await searchPublished(asked, cursor && { way: "after", cursor });
    const data = found.results.map((one) => {
      if (one.kind === "pages")
        return { kind: "ARTICLE" as const, article: present.articleInList(one, where) };
      if (one.kind === "claims")
        return { kind: "CLAIM" as const, claim: present.claimInList(one.claim, where) };
      return { kind: "STATEMENT" as const, statement: present.statement(one.place, where) };
    });
    const respelt = found.respelt.map(({ typed, read }) => ({ typed, read: [...read] }));
    return { data, respelt, alone: [...found.alone], next: next(found.older), isProven: found.isProven };
  },
});

const document = operation({
  id: "document",
  path: "/openapi.json",
  isPaged: false,
  answer: z.looseObject({ openapi: z.string() }),
  ask: async ({ where }) => openApi(DESCRIBED, EXPORTS, where.origin),
});

export const OPERATIONS: readonly Operation[] = [
  articles,
  article,
  statement,
  claims,
  claim,
  claimReviewSearch,
  statements,
  predictions,
  template,
  corrections,
  search,
  ...ANNOTATION_OPERATIONS,
  ...TRACK_OPERATIONS,
  document,
];

/** All that the document and the page about the API tell of: what stands where other servers have it, too. */
export const DESCRIBED: readonly Operation[] = [...OPERATIONS, ...HYPOTHESIS_OPERATIONS];
