import type {
  Claim,
  ClaimReview,
  Graph,
  NewsArticle,
  Organization,
  Person,
  ProfilePage,
  WebPage,
} from "schema-dts";
import type { SpeakerKind } from "#lib/domain/labels";
import type { PublicationContent } from "#lib/domain/publications";
import {
  type Appearance,
  NO_NEIGHBOURS,
  type PublishedArticle,
  type PublishedClaim,
  type TextNeighbours,
} from "#lib/domain/published";
import type { TrackRecord } from "#lib/domain/track-records";
import { verdictWord } from "#lib/publish/claim-view";
import { trackHref } from "#lib/publish/track-links";
import * as words from "#lib/words";

/**
 * What machines read of a page: schema.org as JSON-LD. A claim's page has one ClaimReview where a verdict stands, else the Claim alone; a
 * page of an article mentions its claims and reviews nothing.
 */

export const CONTEXT = "https://schema.org";
/** More appearances than that say nothing further to a machine, and a page stays small. */
const APPEARANCES = 20;

export function claimData(claim: PublishedClaim, origin: string): Graph | null {
  if (claim.history.proof === "BROKEN") return null;
  return { "@context": CONTEXT, "@graph": [claimReview(claim, origin) ?? claimNode(claim, origin)] };
}

/** What is told of a claim: by its own page, and by the feed of all verdicts. */
type Reviewed = Pick<PublishedClaim, "slug" | "wording" | "own" | "appearances">;

/** The verdict on a claim; null where none stands. */
export function claimReview(claim: Reviewed, origin: string): ClaimReview | null {
  const { own, slug, wording } = claim;
  if (own === null) return null;
  return {
    "@type": "ClaimReview",
    "@id": `${pageOf(slug, origin)}#review`,
    url: pageOf(slug, origin),
    claimReviewed: wording,
    datePublished: own.publishedAt,
    inLanguage: words.language,
    author: newsroom(origin),
    reviewRating: { "@type": "Rating", alternateName: verdictWord(claim) },
    reviewBody: own.content.verdict.explanation,
    ...keywords(own.content),
    itemReviewed: claimNode(claim, origin),
  };
}

/** `upstream` is what is known now of the pages that its text is from: those that are published are named as what it is based on, or cites. */
export function articleData(
  { content, history }: PublishedArticle,
  origin: string,
  { upstream }: Pick<TextNeighbours, "upstream"> = NO_NEIGHBOURS,
): Graph | null {
  if (history.proof === "BROKEN") return null;
  const { article, statements } = content;
  const claims = new Map(statements.flatMap(({ claim }) => (claim === null ? [] : [[claim.slug, claim]])));
  const page: WebPage = {
    "@type": "WebPage",
    "@id": `${origin}/articles/${article.slug}`,
    url: `${origin}/articles/${article.slug}`,
    name: article.title,
    publisher: newsroom(origin),
    about: { ...original(article), ...basedOn(content, upstream, origin) },
    ...keywords(content),
    mentions: [...claims.values()].map(
      ({ slug, wording }): Claim => ({
        "@type": "Claim",
        "@id": idOf(slug, origin),
        url: pageOf(slug, origin),
        text: wording,
      }),
    ),
  };
  return { "@context": CONTEXT, "@graph": [page] };
}

/** What it is about, in the editors' own words. Source: schema.org, `keywords`: a text, its entries parted by commas. */
const keywords = ({ topics = [] }: PublicationContent) =>
  topics.length === 0 ? {} : { keywords: topics.map(({ name }) => name).join(", ") };

function basedOn(
  { provenance = [] }: PublishedArticle["content"],
  upstream: TextNeighbours["upstream"],
  origin: string,
): Pick<NewsArticle, "isBasedOn" | "citation"> {
  const pages = provenance.flatMap(({ kind, page }) => {
    const href = upstream.get(page.id)?.href ?? null;
    if (href === null) return [];
    const record: WebPage = { "@type": "WebPage", "@id": `${origin}${href}`, url: `${origin}${href}` };
    return [{ kind, page: { ...original({ ...page, title: page.title ?? "" }), subjectOf: record } }];
  });
  const based = pages.filter(({ kind }) => kind !== "CITES").map(({ page }) => page);
  const cited = pages.filter(({ kind }) => kind === "CITES").map(({ page }) => page);
  return {
    ...(based.length > 0 ? { isBasedOn: based } : {}),
    ...(cited.length > 0 ? { citation: cited } : {}),
  };
}

/**
 * Whose record a page is; nothing of its numbers, which are no rating. Null where it is nobody's: a document, a source without a name. Of an author
 * nothing is published but the byline: whom they work for isn't told.
 */
export function recordData(
  record: Pick<TrackRecord, "kind" | "id" | "name" | "speakerKind" | "isProven">,
  origin: string,
): Graph | null {
  const { kind, name, speakerKind, isProven } = record;
  const url = `${origin}${trackHref(record)}`;
  const whose = {
    PUBLISHER: () => organization(name),
    AUTHOR: () => person(name),
    SPEAKER: () => speakerKind && somebody(speakerKind, name),
  }[kind]();
  if (!isProven || whose === null) return null;
  const page: ProfilePage = {
    "@type": "ProfilePage",
    "@id": url,
    url,
    name: words.trackRecords.title(name),
    publisher: newsroom(origin),
    mainEntity: whose,
  };
  return { "@context": CONTEXT, "@graph": [page] };
}

function claimNode({ slug, wording, appearances }: Reviewed, origin: string): Claim {
  const author = appearances[0] && authorOf(appearances[0]);
  return {
    "@type": "Claim",
    "@id": idOf(slug, origin),
    url: pageOf(slug, origin),
    text: wording,
    ...(author ? { author } : {}),
    ...(appearances[0] ? { firstAppearance: foundIn(appearances[0]) } : {}),
    appearance: appearances.slice(0, APPEARANCES).map(foundIn),
  };
}

/** Where it was said: of another post than the page's own, with that post's heading and day, and nothing of the page's. */
function foundIn({ article, post, isOwnPost }: Appearance): NewsArticle {
  const page = original(article);
  if (isOwnPost) return page;
  const { datePublished: _ofPage, ...found } = page;
  return {
    ...found,
    headline: post.headline ?? words.article.posts.another,
    ...(post.date === null ? {} : { datePublished: post.date }),
  };
}

/** The page as it was found, not ours. */
function original(article: Pick<Appearance["article"], "title" | "url" | "publisher" | "postedAt">) {
  const { title, url, publisher, postedAt } = article;
  return {
    "@type": "NewsArticle" as const,
    headline: title,
    ...(url === null ? {} : { url }),
    ...(publisher === null ? {} : { publisher: organization(publisher) }),
    ...(postedAt === null ? {} : { datePublished: postedAt }),
  };
}

const PEOPLE: readonly SpeakerKind[] = ["PERSON", "PSEUDONYM"];
const ORGANIZATIONS: readonly SpeakerKind[] = ["ORGANIZATION", "MEDIA"];

/** Who stands behind the words, by name: nobody for a rumour, and nobody for a source that isn't named. */
function authorOf({ statement }: Appearance): Person | Organization | null {
  const { speaker, label } = statement;
  if (speaker === null || label === "UNSOURCED_SPECULATION") return null;
  return somebody(speaker.kind, speaker.name);
}

function somebody(kind: SpeakerKind, name: string): Person | Organization | null {
  if (PEOPLE.includes(kind)) return person(name);
  return ORGANIZATIONS.includes(kind) ? organization(name) : null;
}

const person = (name: string): Person => ({ "@type": "Person", name });

const organization = (name: string): Organization => ({ "@type": "Organization", name });

export function newsroom(origin: string): Organization {
  return { "@type": "Organization", name: words.common.name, url: origin };
}

function pageOf(slug: string, origin: string): string {
  return `${origin}/claims/${slug}`;
}

function idOf(slug: string, origin: string): string {
  return `${pageOf(slug, origin)}#claim`;
}

/** JSON that can stand inside a `script` element: no character of it ends the element, opens a comment or breaks a line of script. */
export function scriptText(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
