import { database, lockNames, type Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { articleAddress } from "#lib/domain/articles";
import type { PageToStore, PostReading, Reading } from "./page-to-store";

/** A page that is about to be stored, and the names that it could go by. */
export interface Arrival {
  readonly page: PageToStore;
  readonly now: Date;
  /** As `articleAddress` writes it; null for a page that came without one. */
  readonly address: string | null;
  /** The article that was looked at again. */
  readonly looked: Looked | null;
  /** What must not be stored by two at once. */
  readonly names: readonly string[];
}

interface Looked {
  readonly id: string;
  readonly identity: string;
  /** Null where its address is one article. */
  readonly heading: string | null;
}

/** One article's state on a page: all of the page, or one of its posts. */
export interface ArticleOnPage {
  readonly arrival: Arrival;
  readonly reading: Reading;
  readonly identity: string;
  readonly textSha256: string;
  readonly url: string | null;
  /** Null where the whole page is the article. */
  readonly heading: string | null;
}

/** Nothing that is read here ever changes. */
export async function arrivalOf(page: PageToStore, now: Date): Promise<Arrival> {
  const looked = page.articleId === undefined ? null : await lookedAt(page.articleId);
  const url = looked?.url ?? page.url;
  const address = url === null ? null : articleAddress(url);
  const names =
    address === null ? namesOfTexts(page) : [looked?.heading === null ? looked.identity : address];
  return { page, now, address, looked, names };
}

async function lookedAt(id: string) {
  const select = { id: true, identity: true, heading: true, url: true };
  return database().article.findUniqueOrThrow({ where: { id }, select });
}

function namesOfTexts({ analysis, posts }: PageToStore): string[] {
  return [...new Set([analysis, ...posts.map((post) => post.analysis)].map(({ text }) => textName(text)))];
}

const textName = (text: string) => `sha256:${sha256(text)}`;

/**
 * What each page is, for as long as nobody else stores one of them: they take turns until the transaction ends. An address (or a
 * text without one) that is one article stays one, also where it shows several posts now; one that was parted stays parted,
 * also where it shows one. Answers in the order of the pages, the posts of each in the page's order.
 */
export async function articlesOf(tx: Tx, pages: readonly Arrival[]): Promise<ArticleOnPage[][]> {
  await lockNames(
    tx,
    pages.flatMap(({ names }) => names),
  );
  const addresses = pages.map((one) => one.address ?? textName(one.page.analysis.text));
  const known = await tx.$queryRaw<{ isWhole: boolean; isParted: boolean }[]>`
    SELECT EXISTS (SELECT FROM "Article" a WHERE a."identity" = asked.address) AS "isWhole",
      EXISTS (SELECT FROM "Article" a WHERE a."url" = asked.address AND a."heading" IS NOT NULL) AS "isParted"
    FROM unnest(${addresses}::text[]) WITH ORDINALITY AS asked(address, place) ORDER BY asked.place`;
  return pages.map((one, index) => {
    const { isWhole = false, isParted = false } = known[index] ?? {};
    const isOne =
      one.looked === null ? isWhole || (!isParted && one.page.posts.length < 2) : one.looked.heading === null;
    return isOne ? [wholePage(one)] : postsOf(one);
  });
}

function wholePage(one: Arrival): ArticleOnPage {
  const { page, address, looked } = one;
  const textSha256 = sha256(page.analysis.text);
  const identity = looked?.identity ?? address ?? `sha256:${textSha256}`;
  return { arrival: one, reading: page, identity, textSha256, url: page.url, heading: null };
}

/** Where two posts without an address have the very same text, they are one. */
function postsOf(one: Arrival): ArticleOnPage[] {
  const posts = one.page.posts.map((post) => postNamed(one, post));
  return [...new Map(posts.toReversed().map((post) => [post.identity, post])).values()].toReversed();
}

function postNamed(one: Arrival, post: PostReading): ArticleOnPage {
  const { address } = one;
  const textSha256 = sha256(post.analysis.text);
  const identity = address === null ? `sha256:${textSha256}` : `${address}#${sha256(post.name)}`;
  return { arrival: one, reading: post, identity, textSha256, url: address, heading: post.heading };
}
