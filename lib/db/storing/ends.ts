import { type NewCheck, rolledOff } from "#lib/db/articles/checks";
import type { Tx } from "#lib/db/core/client";
import { sha256 } from "#lib/db/core/hash";
import { markRolledOff, markStored } from "#lib/db/imports/ends";
import type { Arrival, ArticleOnPage } from "./arrivals";
import type { Raw } from "./snapshots";

/** What is noted of pages once it is known what they are: the ends of their imports, and looks at their articles. */

/** What an article turned out to be. */
export interface Finding {
  readonly article: ArticleOnPage;
  readonly articleId: string;
  readonly versionId: string;
  readonly result: "NEW" | "SAME" | "TRIVIAL";
}

/** The imports are done: with the version of the article that was looked at, or of the first one on the page. */
export async function endImports(
  tx: Tx,
  arrivals: readonly Arrival[],
  found: readonly Finding[][],
): Promise<void> {
  const ends = arrivals.flatMap(({ page: { importId, fetchedAt }, looked, now }, index) => {
    if (importId === undefined) return [];
    const posts = found[index] ?? [];
    const shown = looked === null ? posts[0] : posts.find(({ articleId }) => articleId === looked.id);
    return [
      { importId, versionId: shown?.versionId ?? null, now: shown === undefined ? (fetchedAt ?? now) : now },
    ];
  });
  await markStored(
    tx,
    ends.flatMap(({ versionId, ...end }) => (versionId === null ? [] : [{ ...end, versionId }])),
  );
  await markRolledOff(
    tx,
    ends.filter(({ versionId }) => versionId === null),
  );
}

/**
 * Of addresses that hold several posts: those that were there when they were last seen, and are not on the page now; and the one
 * that was looked at, each time. What somebody pasted says nothing of what it leaves out.
 */
export async function goneFrom(tx: Tx, arrivals: readonly Arrival[], found: readonly Finding[][]) {
  const gone: { arrival: Arrival; articleId: string }[] = [];
  for (const [index, arrival] of arrivals.entries()) {
    const { page, now, address, looked } = arrival;
    const posts = found[index] ?? [];
    const isAll = !page.isCut && (page.isFetched === true || looked !== null);
    if (address === null || !isAll || posts.every(({ article: { heading } }) => heading === null)) continue;
    const here = posts.map(({ articleId }) => articleId);
    const ids = new Set(await rolledOff(tx, address, here, page.fetchedAt ?? now));
    if (looked !== null && !here.includes(looked.id)) ids.add(looked.id);
    for (const articleId of ids) gone.push({ arrival, articleId });
  }
  return gone;
}

/** The bytes of a page that came by an import were kept when it was given or fetched. */
export function rawOf({ page, now }: Arrival): Raw[] {
  return page.importId === undefined ? [{ bytes: page.bytes, mediaType: page.mediaType, now }] : [];
}

/** The bytes are kept with the look, also where they made no version. */
export function checkOf(
  { page, now }: Arrival,
  shown: Pick<NewCheck, "articleId" | "versionId" | "result">,
): NewCheck {
  const snapshotSha256 = sha256(page.bytes);
  return { ...shown, snapshotSha256, at: page.fetchedAt ?? now, importId: page.importId ?? null };
}
