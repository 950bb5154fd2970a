import { database } from "#lib/db/core/client";
import type { PostLink } from "#lib/domain/articles";
import { factsIn } from "#lib/domain/page-facts";
import { factsOfVersions, SAID } from "./facts";

/** Articles that stand together on one page. */

const LINK = {
  articleId: true,
  importId: true,
  version: { select: { ...SAID, id: true, number: true } },
  article: { select: { heading: true } },
} as const;

/** In the order of their ids: those of one look were kept in the page's order. */
async function shownBy(importIds: readonly string[]) {
  return database().pageCheck.findMany({
    where: { importId: { in: [...importIds] }, versionId: { not: null } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: LINK,
  });
}

type Shown = Awaited<ReturnType<typeof shownBy>>[number];

/** For each of these imports whose page holds several posts, those that it found there, in the page's order. */
export async function postsOfImports(importIds: readonly string[]): Promise<ReadonlyMap<string, PostLink[]>> {
  const found = new Map<string, Map<string, PostLink>>();
  for (const { importId, articleId, article, link } of await withLinks(await shownBy(importIds))) {
    if (importId === null || article.heading === null) continue;
    const posts = found.get(importId) ?? new Map<string, PostLink>();
    found.set(importId, posts.set(articleId, link));
  }
  return new Map([...found].map(([importId, posts]) => [importId, [...posts.values()]]));
}

async function withLinks(shown: readonly Shown[]): Promise<(Shown & { readonly link: PostLink })[]> {
  const versions = shown.flatMap(({ version }) => version ?? []);
  const facts = await factsOfVersions(database(), versions);
  const held = new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? [])]));
  return shown.map((one) => {
    const { id = "" } = one.version ?? {};
    const { TITLE = null, DATE = null } = held.get(id) ?? {};
    return { ...one, link: { versionId: id, title: TITLE ?? one.article.heading, day: DATE } };
  });
}

/** The versions that a page became or was already: one for each of its posts, in their order. */
export async function versionsOfImport(importId: string) {
  const shown = await shownBy([importId]);
  const byArticle = new Map(shown.map(({ articleId, version }) => [articleId, version]));
  return [...byArticle].flatMap(([articleId, version]) =>
    version === null ? [] : [{ id: version.id, number: version.number, articleId }],
  );
}

/**
 * The posts on the page that an article was on when it was last looked at, itself among them, in the page's order. Empty where
 * the article is the whole page, or is not there any more.
 */
export async function postsBeside(articleId: string): Promise<PostLink[]> {
  const last = await database().pageCheck.findFirst({
    where: { articleId },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { snapshotSha256: true, versionId: true, article: { select: { url: true, heading: true } } },
  });
  if (last === null || last.versionId === null || last.article.heading === null) return [];
  const checks = await database().pageCheck.findMany({
    where: {
      snapshotSha256: last.snapshotSha256,
      versionId: { not: null },
      article: { url: last.article.url, heading: { not: null } },
    },
    orderBy: [{ id: "asc" }],
    distinct: ["articleId"],
    select: LINK,
  });
  return (await withLinks(checks)).map(({ link }) => link);
}
