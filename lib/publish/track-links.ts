import type { ArticlePublication } from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import { type PageList, type TrackFilter, TrackKind } from "#lib/domain/track-records";

/** Where the record of a publisher, an author or a speaker is, and the lists behind its numbers. Addresses of readers' pages. */

const PARTS = { PUBLISHER: "publishers", AUTHOR: "authors", SPEAKER: "speakers" } as const satisfies Record<
  TrackKind,
  string
>;

/** Whose records stand under a part of an address; null where none do. */
export function trackKind(part: string): TrackKind | null {
  return TrackKind.options.find((kind) => PARTS[kind] === part) ?? null;
}

interface Whose {
  readonly kind: TrackKind;
  readonly id: string;
}

export const trackHref = ({ kind, id }: Whose): string => `/${PARTS[kind]}/${id}`;

/** How a feed of its pages names it, and which of them it has. */
export const recordQuery = ({ kind, id }: Whose, list: PageList = "counted"): string =>
  `?${kind.toLowerCase()}=${id}${list === "counted" ? "" : `&list=${list}`}`;

/** Whose record such an address names; null where it names none, or two. */
export function recordOf(query: URLSearchParams): Whose | null {
  const named = TrackKind.options.flatMap((kind) => {
    const id = query.get(kind.toLowerCase());
    return id === null ? [] : [{ kind, id }];
  });
  return named.length === 1 ? (named[0] ?? null) : null;
}

export function statementsHref(whose: Whose, filter: Partial<TrackFilter>): string {
  const query = filterQuery(filter);
  return `${trackHref(whose)}/statements${query.size === 0 ? "" : `?${query}`}`;
}

/** How a feed of its statements names it, and what narrows them. */
export function statementsQuery(whose: Whose, filter: Partial<TrackFilter>): string {
  const query = filterQuery(filter);
  return `${recordQuery(whose)}${query.size === 0 ? "" : `&${query}`}`;
}

function filterQuery(filter: Partial<TrackFilter>): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ["label", "period", "promises"] as const) {
    const value = filter[name] ?? null;
    if (value !== null) query.set(name, value);
  }
  return query;
}

export const pagesHref = (whose: Whose, list: PageList): string =>
  `${trackHref(whose)}/pages${list === "counted" ? "" : `?list=${list}`}`;

export const claimsHref = (whose: Whose): string => `${trackHref(whose)}/claims`;

/** The records that a page's statements are in. `number` of the statement that names the speaker first. */
export interface TrackLink {
  readonly kind: TrackKind;
  readonly name: string;
  readonly href: string;
}

/** The record of a publisher by its published name. */
export const publisherLink = (name: string): TrackLink => ({
  kind: "PUBLISHER",
  name,
  href: trackHref({ kind: "PUBLISHER", id: publisherSubject(name) }),
});

/** The record of a page's author; null where no byline is known, or nobody knows whose page it is. */
export function authorLink({ publisher, author }: ArticlePublication["article"]): TrackLink | null {
  if (publisher === null || author === null) return null;
  const id = authorSubject(publisher, author);
  return { kind: "AUTHOR", name: author, href: trackHref({ kind: "AUTHOR", id }) };
}

/** The records that a page belongs to: its publisher's, its author's, and those of the speakers whom it names, in the order of the page. */
export function trackLinks(content: ArticlePublication): TrackLink[] {
  const { publisher } = content.article;
  const author = authorLink(content.article);
  const names = new Map(content.statements.map(({ number, speaker }) => [number, speaker?.name]));
  const links = new Map<string, TrackLink>();
  const add = (link: TrackLink) => links.set(link.href, link);
  if (publisher !== null) add(publisherLink(publisher));
  if (author !== null) add(author);
  for (const { id, number } of content.sources?.speakers ?? []) {
    const href = trackHref({ kind: "SPEAKER", id });
    const name = names.get(number);
    if (name !== undefined && !links.has(href)) links.set(href, { kind: "SPEAKER", name, href });
  }
  return [...links.values()];
}
