import { appearanceOf } from "#lib/db/readers/rows";
import type { PublishedAnchor } from "#lib/domain/publications";
import type { Appearance, PublishedArticle } from "#lib/domain/published";
import * as words from "#lib/words";
import {
  type Annotation,
  type AnnotationCollection,
  type AnnotationItem,
  type AnnotationTarget,
  CONTEXT,
  type HypothesisRow,
} from "./annotation-answers";
import { API, piecesIn, type Where } from "./present";

/** Published statements as annotations of the pages on which they stand. `origin` is ours. */

const CREATED_BY = "onrecord";

/** What a program sees of one published page. */
export type AnnotatedPage = Pick<PublishedArticle, "content" | "publishedAt">;

/** All statements of a page, in its order. */
export function annotationCollection(page: AnnotatedPage, where: Where): AnnotationCollection {
  const { slug, title } = page.content.article;
  const id = `${where.origin}${API}/articles/${slug}/annotations`;
  const items = placesOn(page).map((place) => annotationItem(page, place, where));
  return {
    "@context": CONTEXT,
    id,
    type: "AnnotationCollection",
    label: title,
    total: items.length,
    first: { id: `${id}#first`, type: "AnnotationPage", startIndex: 0, items },
  };
}

/** One statement; null where the page has none of this number. */
export function annotation(page: AnnotatedPage, number: number, where: Where): Annotation | null {
  const place = appearanceOf(page.content, number);
  return place && { "@context": CONTEXT, ...annotationItem(page, place, where) };
}

/** The statements of a page as Hypothesis' programs read them, in its order. */
export function hypothesisRows(page: AnnotatedPage, where: Where): HypothesisRow[] {
  return placesOn(page).map((place) => hypothesisRow(page, place, where));
}

/** One statement in the same shape; null where the page has none of this number. */
export function hypothesisRowOf(page: AnnotatedPage, number: number, where: Where): HypothesisRow | null {
  const place = appearanceOf(page.content, number);
  return place && hypothesisRow(page, place, where);
}

/** The name of a statement among annotations: its page's and its number. No page has a dot in its name. */
export const annotationName = (slug: string, number: number): string => `${slug}.${number}`;

/** The page and the number that a name is made of; null for what is none. */
export function annotationNamed(name: string): { readonly slug: string; readonly number: number } | null {
  const [, slug, number] = /^([^.]{1,200})\.([1-9]\d{0,8})$/.exec(name) ?? [];
  return slug === undefined || number === undefined ? null : { slug, number: Number(number) };
}

const placesOn = ({ content }: AnnotatedPage): Appearance[] =>
  content.statements.flatMap(({ number }) => appearanceOf(content, number) ?? []);

function annotationItem(page: AnnotatedPage, place: Appearance, where: Where): AnnotationItem {
  const { content, publishedAt } = page;
  const { article, statement } = place;
  const label = words.labels[statement.label];
  const said = (value: string, purpose: "classifying" | "describing") =>
    ({ type: "TextualBody", value, format: "text/plain", language: "en", purpose }) as const;
  return {
    id: `${where.origin}/api/annotations/${annotationName(article.slug, statement.number)}.jsonld`,
    type: "Annotation",
    motivation: "classifying",
    created: publishedAt,
    creator: content.writers.map(({ name }) => ({ type: "Person", name })),
    generator: { id: where.origin, type: "Software", name: words.common.name, homepage: where.origin },
    body: [
      said(label.badge, "classifying"),
      said(label.meaning, "describing"),
      ...statement.notes.map(
        (value) => ({ type: "TextualBody", value, format: "text/plain", purpose: "commenting" }) as const,
      ),
      ...claimOf(place, where),
    ],
    target: targetOf(content.anchors, place, where),
  };
}

function claimOf({ statement }: Appearance, { origin }: Where): AnnotationItem["body"] {
  if (statement.claim === null) return [];
  return [
    { type: "SpecificResource", source: `${origin}/claims/${statement.claim.slug}`, purpose: "linking" },
  ];
}

const sourceOf = ({ article }: Appearance, { origin }: Where): string =>
  article.url ?? `${origin}/articles/${article.slug}`;

/**
 * Of a statement in pieces one place for each of them: its whole span, refined to the piece. Who doesn't refine finds the span with all of them in it.
 *
 * Source   W3C Web Annotation Data Model (2017), 3.2 (several targets) and 4.2.9 (refinement of a selection).
 */
function targetOf(
  anchors: readonly PublishedAnchor[] | undefined,
  place: Appearance,
  where: Where,
): AnnotationItem["target"] {
  const selectors = selectorsOf(anchors, place);
  const target = (selector: AnnotationTarget["selector"]): AnnotationTarget => ({
    type: "SpecificResource",
    source: sourceOf(place, where),
    selector,
    state: { type: "TimeState", sourceDate: place.article.fetchedAt },
  });
  const pieces = piecesIn(place.statement);
  if (pieces.length === 1) return target(selectors);
  return pieces.map(({ start, end }) => {
    const refinedBy = { type: "TextPositionSelector" as const, start, end };
    return target(selectors.map((selector) => ({ ...selector, refinedBy })));
  });
}

/** Content from before places were kept names the words alone. */
function selectorsOf(
  anchors: readonly PublishedAnchor[] = [],
  { statement: { number, exact } }: Appearance,
): AnnotationTarget["selector"] {
  const anchor = anchors.find((one) => one.number === number);
  if (anchor === undefined) return [{ type: "TextQuoteSelector", exact }];
  const { start, end, prefix, suffix } = anchor;
  return [
    { type: "TextQuoteSelector", exact, prefix, suffix },
    { type: "TextPositionSelector", start, end },
  ];
}

function hypothesisRow(page: AnnotatedPage, place: Appearance, where: Where): HypothesisRow {
  const { article, statement } = place;
  const { badge, meaning } = words.labels[statement.label];
  const name = annotationName(article.slug, statement.number);
  const html = `${where.origin}/articles/${article.slug}#s${statement.number}`;
  const uri = sourceOf(place, where);
  const at = microseconds(page.publishedAt, statement.number);
  return {
    id: name,
    created: at,
    updated: at,
    user: `acct:${CREATED_BY}@${new URL(where.origin).hostname}`,
    user_info: { display_name: words.common.name },
    uri,
    text: [`${badge}: ${meaning}`, ...statement.notes].join("\n\n"),
    tags: [statement.label],
    group: "__world__",
    permissions: { read: ["group:__world__"], admin: [], update: [], delete: [] },
    target: [{ source: uri, selector: selectorsOf(page.content.anchors, place) }],
    document: { title: [article.title] },
    links: { html, incontext: html, json: `${where.origin}/api/annotations/${name}` },
    hidden: false,
    flagged: false,
  };
}

/**
 * A moment with this many microseconds added to its milliseconds, in UTC. With a statement's number for them, the statements of a page have times
 * in its order. Such moments compare as text.
 */
function microseconds(moment: string, count: number): string {
  const ms = new Date(moment).getTime() + Math.floor(count / 1000);
  const micro = String(count % 1000).padStart(3, "0");
  return `${new Date(ms).toISOString().slice(0, -1)}${micro}+00:00`;
}

/** Any ISO moment with its offset, written as the times of rows are, so that both compare as text. */
export function rowTime(moment: string): string {
  const [, digits = ""] = /\.\d{3}(\d{1,3})/.exec(moment) ?? [];
  return microseconds(moment, Number(digits.padEnd(3, "0")));
}
