import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { FoundDate } from "#lib/domain/analysis";
import { isOnItsWay } from "#lib/domain/import-states";
import type { ComparedText } from "#lib/domain/version-diff";
import type { PageFacts, WatchView } from "#lib/domain/version-views";
import { checksOf } from "./checks";
import { partsOfVersions } from "./parts";

/** A page's versions and looks, for the desk. */

const Dates = z.object({ published: FoundDate.nullable(), updated: FoundDate.nullable() });

/** Versions without their texts: those are many megabytes where versions are many. */
/** What is told of a version that was seen: when, how long its text is, and by which rules it was cut up. */
export const SEEN_VERSION = {
  id: true,
  number: true,
  fetchedAt: true,
  textLength: true,
  normalizerVersion: true,
  engineName: true,
  engineVersion: true,
} as const;

const ARTICLE = {
  url: true,
  heading: true,
  watch: true,
  nextCheckAt: true,
  versions: {
    orderBy: { number: "asc" },
    select: SEEN_VERSION,
  },
} as const;

/** The page that a version is of, with its looks; null where there is no such version. */
export async function pageOfVersion(versionId: string) {
  const where = { id: versionId };
  const of = await database().articleVersion.findUnique({ where, select: { articleId: true } });
  if (of === null) return null;
  const { articleId } = of;
  // In this order: what a look found is kept no later than that it ended, so a look that ended is never without it.
  const look = await lastLook(articleId);
  const version = await database().articleVersion.findUniqueOrThrow({
    where,
    select: { dates: true, canonicalUrl: true, article: { select: ARTICLE } },
  });
  const checks = await checksOf(articleId);
  const { article } = version;
  const facts: PageFacts = {
    isPost: article.heading !== null,
    url: article.url,
    canonicalUrl: version.canonicalUrl,
    dates: Dates.nullable().parse(version.dates),
  };
  const watch = watchOf(article, look, checks);
  return { articleId, facts, versions: article.versions, checks, watch };
}

/** Throws Error for a version that isn't there: a bug of the caller. */
export async function textOfVersion(tx: Pick<Tx, "articleVersion">, id: string): Promise<string> {
  return (await tx.articleVersion.findUniqueOrThrow({ where: { id }, select: { text: true } })).text;
}

/** Lock a version until the transaction ends, so that two who open a review of it take turns; false where there is none. */
export async function lockVersion(tx: Tx, id: string): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "ArticleVersion" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return (await tx.articleVersion.count({ where: { id } })) > 0;
}

export async function areOfOneArticle(tx: Tx, versionIds: readonly [string, string]): Promise<boolean> {
  const versions = await tx.articleVersion.findMany({
    where: { id: { in: [...versionIds] } },
    select: { articleId: true },
  });
  return versions.length === 2 && versions[0]?.articleId === versions[1]?.articleId;
}

function lastLook(articleId: string) {
  return database().import.findFirst({
    where: { articleId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    select: { id: true, state: true, message: true, finishedAt: true },
  });
}

function watchOf(
  article: { readonly watch: WatchView["pace"]; readonly nextCheckAt: Date | null },
  look: Awaited<ReturnType<typeof lastLook>>,
  checks: Awaited<ReturnType<typeof checksOf>>,
): WatchView {
  const last = checks.at(-1);
  const isOpen = look !== null && isOnItsWay(look.state);
  const failed = look?.state === "REFUSED" && look.finishedAt !== null ? look.finishedAt : null;
  return {
    pace: article.watch,
    nextCheckAt: article.nextCheckAt?.toISOString() ?? null,
    lastCheck: last === undefined ? null : { at: last.at.toISOString(), result: last.result },
    openImportId: isOpen ? look.id : null,
    trouble:
      failed !== null && (last === undefined || failed > last.at)
        ? { at: failed.toISOString(), message: look?.message ?? "" }
        : null,
    goneSince: last?.result === "GONE" ? beginning(checks, ({ result }) => result === "GONE") : null,
    isPageThere: last?.result === "GONE" && last.snapshotSha256 !== null,
    moved:
      last?.result === "MOVED" && last.movedTo !== null
        ? { since: beginning(checks, ({ movedTo }) => movedTo === last.movedTo), to: last.movedTo }
        : null,
  };
}

/** When the unbroken row of such checks began that the last one ends. */
function beginning<Check extends { readonly at: Date }>(
  checks: readonly Check[],
  is: (check: Check) => boolean,
): string {
  const before = checks.findLastIndex((check) => !is(check));
  return (checks[before + 1]?.at ?? new Date(0)).toISOString();
}

/** The texts of versions with their parts as they stand, as far as comparing goes. */
export async function comparedTexts(ids: readonly string[]): Promise<Map<string, ComparedText>> {
  const [rows, parts] = await Promise.all([
    database().articleVersion.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, text: true },
    }),
    partsOfVersions(database(), ids),
  ]);
  return new Map(rows.map(({ id, text }) => [id, { text, segments: parts.get(id)?.segments ?? [] }]));
}

/** The review of the latest version before this one that this person wrote in and that says something; null where there is none. */
export async function carryFrom(articleId: string, number: number, personId: string) {
  const review = await database().review.findFirst({
    where: {
      version: { articleId, number: { lt: number } },
      writers: { some: { userId: personId } },
      statements: { some: { removedAt: null } },
    },
    orderBy: [{ version: { number: "desc" } }, { createdAt: "desc" }],
    select: { id: true, version: { select: { number: true } } },
  });
  return review?.version ? { fromReviewId: review.id, number: review.version.number } : null;
}
