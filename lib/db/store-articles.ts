import { v7 as newId } from "uuid";
import { shownVersion } from "./checks";
import { database, lockNames, type Tx } from "./client";
import { sha256 } from "./hash";
import { insertRows } from "./rows";
import { freeSlugs } from "./slugs";
import type { Storable } from "./storable";

/** A page that is about to be stored, and the name that it goes by: its address, or the hash of its text. */
export interface Named {
  readonly page: Storable;
  readonly identity: string;
  readonly textSha256: string;
  readonly now: Date;
}

/** What the database knows of a page. `articleId` null: no such page; `versionId` null: not this text of it. */
export interface Known {
  readonly identity: string;
  readonly articleId: string | null;
  readonly versionId: string | null;
  /** Of the article's latest version; 0 without one. */
  readonly number: number;
}

export async function named(page: Storable, now: Date): Promise<Named> {
  const textSha256 = sha256(page.analysis.text);
  return { page, identity: await identityOf(page, textSha256), textSha256, now };
}

/** A page that is looked at again keeps its name, wherever its text came from. */
async function identityOf({ articleId, url }: Storable, textSha256: string): Promise<string> {
  if (articleId !== undefined) {
    const where = { id: articleId };
    return (await database().article.findUniqueOrThrow({ where, select: { identity: true } })).identity;
  }
  return url === null ? `sha256:${textSha256}` : articleAddress(url);
}

/** Two spellings of one address are one page: the fragment is dropped, the rest written as browsers write it. */
export function articleAddress(url: string): string {
  const address = new URL(url);
  address.hash = "";
  return address.href;
}

/** What is known of each page, while nobody else stores one of them: they take turns until the transaction ends. */
export async function knownPages(tx: Tx, pages: readonly Named[]): Promise<Known[]> {
  const identities = pages.map(({ identity }) => identity);
  const hashes = pages.map(({ textSha256 }) => textSha256);
  await lockNames(tx, identities);
  return tx.$queryRaw<Known[]>`
    SELECT asked.identity, a."id"::text AS "articleId", v."id"::text AS "versionId",
      coalesce((SELECT max(w."number") FROM "ArticleVersion" w WHERE w."articleId" = a."id"), 0) AS "number"
    FROM unnest(${identities}::text[], ${hashes}::text[]) WITH ORDINALITY AS asked(identity, hash, place)
    LEFT JOIN "Article" a ON a."identity" = asked.identity
    LEFT JOIN "ArticleVersion" v ON v."articleId" = a."id" AND v."textSha256" = asked.hash
    ORDER BY asked.place`;
}

/** The version that an article showed last, where the page differs from it in trivial things alone; null otherwise. */
export async function trivialVersion(tx: Tx, { page }: Named, articleId: string): Promise<string | null> {
  const id = await shownVersion(tx, articleId);
  if (id === null) return null;
  const shown = await tx.articleVersion.findUniqueOrThrow({
    where: { id },
    select: { text: true, segments: { select: { start: true, end: true, type: true } } },
  });
  return page.isTrivialChange(shown) ? id : null;
}

/** Articles for pages that have none yet. Returns their ids, by the pages' names. */
export async function newArticles(tx: Tx, pages: readonly Named[]): Promise<ReadonlyMap<string, string>> {
  const slugs = await freeSlugs(tx, "article", pages.map(slugWish));
  const names = pages.map(({ page }) => page.analysis.publisher).filter((name) => name !== null);
  const publishers = await keepPublishers(tx, names);
  const rows = pages.map(({ page, identity, now }, index) => ({
    id: newId(),
    slug: slugs[index],
    identity,
    url: page.url,
    isSample: page.isSample,
    createdAt: now,
    publisherId: publishers.get(page.analysis.publisher ?? "") ?? null,
  }));
  await insertRows(tx, "Article", rows);
  return new Map(rows.map(({ id, identity }) => [identity, id]));
}

function slugWish({ page: { analysis }, identity }: Named) {
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
