import { calendarDate } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { Writer } from "#lib/domain/credits";
import {
  type FactCorrection,
  type HeldFact,
  heldFacts,
  isCorrected,
  knownBy,
  type PageFact,
} from "#lib/domain/page-facts";

/** The facts of pages as they hold: what a version says, and what people put right beside it. Nothing else reads them from a version. */

/** What of a version and its page says so. */
export const SAID = {
  title: true,
  author: true,
  agency: true,
  postedAt: true,
  language: true,
  articleId: true,
  article: { select: { publisher: { select: { name: true } } } },
} as const;

export interface SayingVersion {
  readonly title: string | null;
  readonly author: string | null;
  readonly agency: string | null;
  readonly postedAt: Date | null;
  readonly language: string | null;
  readonly articleId: string;
  readonly article: { readonly publisher: { readonly name: string } | null };
}

function saidBy(version: SayingVersion): Readonly<Record<PageFact, string | null>> {
  return {
    TITLE: version.title,
    PUBLISHER: version.article.publisher?.name ?? null,
    AUTHOR: version.author,
    AGENCY: version.agency,
    DATE: calendarDate(version.postedAt),
    LANGUAGE: version.language,
  };
}

/** Of each version every fact, in the order in which they were given. One question, however many they are. */
export async function factsOfVersions(
  tx: Pick<Tx, "factCorrection">,
  versions: readonly SayingVersion[],
): Promise<HeldFact[][]> {
  const rows = await tx.factCorrection.findMany({
    where: { articleId: { in: [...new Set(versions.map(({ articleId }) => articleId))] } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { articleId: true, fact: true, said: true, reads: true },
  });
  return versions.map((version) => {
    const own = rows.filter(({ articleId }) => articleId === version.articleId);
    return heldFacts(saidBy(version), own);
  });
}

export async function factsOfVersion(
  tx: Pick<Tx, "factCorrection">,
  version: SayingVersion,
): Promise<HeldFact[]> {
  const [held = []] = await factsOfVersions(tx, [version]);
  return held;
}

/** A version with its facts, its page locked until the transaction ends; null where there is none. */
export async function lockedFacts(
  tx: Tx,
  versionId: string,
): Promise<{ readonly articleId: string; readonly held: HeldFact[] } | null> {
  const version = await tx.articleVersion.findUnique({ where: { id: versionId }, select: SAID });
  if (version === null) return null;
  const { articleId } = version;
  await tx.$queryRaw`SELECT 1 FROM "Article" WHERE "id" = ${articleId}::uuid FOR NO KEY UPDATE`;
  return { articleId, held: await factsOfVersion(tx, version) };
}

export async function keepCorrection(
  tx: Tx,
  {
    articleId,
    reason,
    by,
    at,
    ...correction
  }: FactCorrection & {
    readonly articleId: string;
    readonly reason: string;
    readonly by: string;
    readonly at: Date;
  },
): Promise<void> {
  const said = knownBy(correction.said);
  await tx.factCorrection.create({ data: { ...correction, said, articleId, reason, byId: by, at } });
}

/** Who put right what of these facts holds otherwise than the page says. */
export async function factWriters(
  tx: Tx,
  articleId: string,
  held: readonly HeldFact[],
): Promise<readonly Writer[]> {
  const corrected = held.filter(isCorrected);
  if (corrected.length === 0) return [];
  const rows = await tx.factCorrection.findMany({
    where: {
      articleId,
      OR: corrected.map(({ fact, said, reads }) => ({ fact, said: knownBy(said), reads })),
    },
    select: { by: { select: { id: true, name: true } } },
  });
  return [...new Map(rows.map(({ by }) => [by.id, by])).values()];
}

/** How many statements of the page's open review have a due date that was counted from this day. */
export function countedFrom(tx: Tx, articleId: string, day: string): Promise<number> {
  return tx.prediction.count({
    where: {
      resolvedFrom: new Date(`${day}T00:00:00.000Z`),
      statement: {
        removedAt: null,
        version: { articleId },
        review: { state: { in: ["DRAFT", "SUBMITTED", "RETURNED"] } },
      },
    },
  });
}
