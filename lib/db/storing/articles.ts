import { v7 as newId } from "uuid";
import { shownVersion } from "#lib/db/articles/checks";
import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { insertRows } from "#lib/db/core/rows";
import { freeSlugs } from "#lib/db/core/slugs";
import type { ArticleOnPage } from "./arrivals";

/** What the database knows of a page. `articleId` null: no such page; `versionId` null: not this text of it. */
export interface StoredArticle {
  readonly identity: string;
  readonly articleId: string | null;
  readonly versionId: string | null;
  /** Of the article's latest version; 0 without one. */
  readonly number: number;
}

/** What is known of each article, whose names are locked. */
export async function storedArticles(tx: Tx, pages: readonly ArticleOnPage[]): Promise<StoredArticle[]> {
  const identities = pages.map(({ identity }) => identity);
  const hashes = pages.map(({ textSha256 }) => textSha256);
  return tx.$queryRaw<StoredArticle[]>`
    SELECT asked.identity, a."id"::text AS "articleId", v."id"::text AS "versionId",
      coalesce((SELECT max(w."number") FROM "ArticleVersion" w WHERE w."articleId" = a."id"), 0) AS "number"
    FROM unnest(${identities}::text[], ${hashes}::text[]) WITH ORDINALITY AS asked(identity, hash, place)
    LEFT JOIN "Article" a ON a."identity" = asked.identity
    LEFT JOIN "ArticleVersion" v ON v."articleId" = a."id" AND v."textSha256" = asked.hash
    ORDER BY asked.place`;
}

/** The version that an article showed last, where the page differs from it in trivial things alone; null otherwise. */
export async function trivialVersion(
  tx: Tx,
  { reading }: ArticleOnPage,
  articleId: string,
): Promise<string | null> {
  const id = await shownVersion(tx, articleId);
  if (id === null) return null;
  const shown = await tx.articleVersion.findUniqueOrThrow({
    where: { id },
    select: { text: true, segments: { select: { start: true, end: true, type: true } } },
  });
  return reading.isTrivialChange(shown) ? id : null;
}

/** Articles for pages that have none yet. Returns their ids, by the pages' names. */
export async function newArticles(
  tx: Tx,
  pages: readonly ArticleOnPage[],
): Promise<ReadonlyMap<string, string>> {
  const slugs = await freeSlugs(tx, "article", pages.map(slugWish));
  const names = pages.map(({ reading }) => reading.analysis.publisher).filter((name) => name !== null);
  const publishers = await keepPublishers(tx, names);
  const rows = pages.map(({ arrival: { page, now }, reading, identity, url, heading }, index) => ({
    id: newId(),
    slug: slugs[index],
    identity,
    url,
    heading,
    isSample: page.isSample,
    createdAt: now,
    publisherId: publishers.get(reading.analysis.publisher ?? "") ?? null,
  }));
  await insertRows(tx, "Article", rows);
  return new Map(rows.map(({ id, identity }) => [identity, id]));
}

function slugWish({ reading: { analysis }, identity }: ArticleOnPage) {
  const title = analysis.title ?? analysis.text.trim().slice(0, 100);
  return { title, fallback: `page-${sha256(identity).slice(0, 6)}` };
}

/** Ids by name, made where they aren't there yet; in one order, as speakers are. */
async function keepPublishers(tx: Tx, given: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const names = [...new Set(given)].sort();
  const known = await publishersOf(tx, names);
  const fresh = names.filter((name) => !known.has(name)).map((name) => ({ id: newId(), name }));
  if (fresh.length === 0) return known;
  await insertRows(tx, "Publisher", fresh, { skipExisting: true });
  return publishersOf(tx, names);
}

async function publishersOf(tx: Tx, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await tx.publisher.findMany({ where: { name: { in: [...names] } } });
  return new Map(rows.map(({ id, name }) => [name, id]));
}
