import { partsOfVersions } from "#lib/db/articles/parts";
import { SEEN_VERSION } from "#lib/db/articles/versions";
import { database } from "#lib/db/core/client";
import type { PageLooks } from "#lib/domain/page-looks";
import type { ArticlePublication } from "#lib/domain/publications";
import type { ComparedText } from "#lib/domain/version-diff";

/**
 * What was seen of a published page, asked when it is read: days and numbers of its looks and versions, which are facts of a page on the web.
 * Texts of versions leave here only to be compared; no word of a version that isn't published is shown.
 */

const MOST_LOOKS = 500;
const MOST_VERSIONS = 100;

export interface SeenPage {
  readonly looks: PageLooks;
  /** The looks that found the page, oldest first, and the versions that they found. */
  readonly checks: readonly { readonly versionId: string | null; readonly at: Date }[];
  readonly versions: readonly SeenVersion[];
  /** The published version and the one that the page showed last; null where either isn't known. */
  readonly own: SeenVersion | null;
  readonly shown: SeenVersion | null;
}

export interface SeenVersion {
  readonly id: string;
  readonly number: number;
  readonly fetchedAt: Date;
  readonly textLength: number;
  /** The rules that it was cut up by. */
  readonly engine: string;
}

/** By an index, and no more than a bound of looks and of versions, the latest. */
export async function seenPage({ article }: Pick<ArticlePublication, "article">): Promise<SeenPage> {
  const [checks, rows, first, published] = await Promise.all([
    database().pageCheck.findMany({
      where: { articleId: article.id },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_LOOKS + 1,
      select: { at: true, result: true, versionId: true },
    }),
    database().articleVersion.findMany({
      where: { articleId: article.id },
      orderBy: { number: "desc" },
      take: MOST_VERSIONS + 1,
      select: SEEN_VERSION,
    }),
    database().articleVersion.findFirst({
      where: { articleId: article.id },
      orderBy: { number: "asc" },
      select: { number: true },
    }),
    database().articleVersion.findUnique({
      where: { articleId_number: { articleId: article.id, number: article.version } },
      select: SEEN_VERSION,
    }),
  ]);
  const seen = checks.slice(0, MOST_LOOKS).reverse();
  const versions = rows.map(seenVersion);
  const own = published && seenVersion(published);
  const shownId = seen.findLast(({ versionId }) => versionId !== null)?.versionId ?? own?.id;
  const changes = versions.filter(({ number }) => number !== first?.number);
  const last = seen.at(-1);
  const looks: PageLooks = {
    looks: seen.length,
    areAllCounted: checks.length <= MOST_LOOKS,
    last: last === undefined ? null : { at: last.at.toISOString(), result: last.result },
    changes: changes.slice(0, MOST_VERSIONS).map(({ fetchedAt }) => fetchedAt.toISOString()),
    areAllChanges: changes.length <= MOST_VERSIONS,
    isSame: shownId === own?.id,
    version: article.version,
  };
  const shown = versions.find(({ id }) => id === shownId) ?? null;
  return { looks, checks: seen, versions, own, shown };
}

interface VersionRow extends Omit<SeenVersion, "engine"> {
  readonly normalizerVersion: string;
  readonly engineName: string;
  readonly engineVersion: string;
}

function seenVersion({ normalizerVersion, engineName, engineVersion, ...row }: VersionRow): SeenVersion {
  return { ...row, engine: `${normalizerVersion} ${engineName} ${engineVersion}` };
}

/** The texts of versions with their parts as the machine cut them: what editors put right of a version and nobody published counts for nothing here. */
export async function textsSeen(ids: readonly string[]): Promise<Map<string, ComparedText>> {
  const [rows, parts] = await Promise.all([
    database().articleVersion.findMany({ where: { id: { in: [...ids] } }, select: { id: true, text: true } }),
    partsOfVersions(database(), ids),
  ]);
  return new Map(rows.map(({ id, text }) => [id, { text, segments: parts.get(id)?.machine.segments ?? [] }]));
}
