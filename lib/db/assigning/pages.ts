import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import type { Tx } from "#lib/db/core/client";
import type { PageOfRule } from "#lib/domain/assigning";
import { factsIn } from "#lib/domain/page-facts";

/** Pages as rules see them: with what people put right. */

/** The version that came, and the import that it came by; null where it came without one. */
export interface Came {
  readonly versionId: string;
  readonly importId: string | null;
}

export interface RulePage extends PageOfRule {
  readonly versionId: string;
  readonly title: string | null;
}

/** In the order in which they are asked for; what isn't there is left out. */
export async function pagesOfRules(
  tx: Pick<Tx, "articleVersion" | "factCorrection" | "feedItem">,
  came: readonly Came[],
): Promise<RulePage[]> {
  const versions = await tx.articleVersion.findMany({
    where: { id: { in: came.map(({ versionId }) => versionId) } },
    select: { ...SAID, id: true },
  });
  const facts = await factsOfVersions(tx, versions);
  const factsBy = new Map(versions.map(({ id }, i) => [id, factsIn(facts[i] ?? [])]));
  const feeds = await feedsOfImports(
    tx,
    came.flatMap(({ importId }) => importId ?? []),
  );
  return came.flatMap(({ versionId, importId }) => {
    const says = factsBy.get(versionId);
    if (says === undefined) return [];
    const feedIds = feeds.get(importId ?? "") ?? [];
    return [{ versionId, title: says.TITLE, publisher: says.PUBLISHER, language: says.LANGUAGE, feedIds }];
  });
}

/** The feeds that named the page of each import, by the import's id. */
async function feedsOfImports(
  tx: Pick<Tx, "feedItem">,
  importIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (importIds.length === 0) return found;
  const rows = await tx.feedItem.findMany({
    where: { importId: { in: [...importIds] } },
    select: { importId: true, feedId: true },
  });
  for (const { importId, feedId } of rows) {
    const key = importId ?? "";
    found.set(key, [...(found.get(key) ?? []), feedId]);
  }
  return found;
}
