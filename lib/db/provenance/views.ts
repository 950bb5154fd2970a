import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { calendarDate } from "#lib/db/core/calendar";
import { database, type Tx } from "#lib/db/core/client";
import type { ListedPlace } from "#lib/domain/desk-lists";
import { factsIn } from "#lib/domain/page-facts";
import {
  ComparedSentences,
  MOST_DOWNSTREAM_COUNTED,
  type PageSince,
  ProvenanceReasons,
  type RelatedPage,
} from "#lib/domain/provenance";

/** Edges as the desk shows them. */

const MOST_SHOWN = 20;
const DOWNSTREAM_SHOWN = 20;

const COUNTS = { verbatim: true, changed: true, added: true, dropped: true } as const;
const PAGE = {
  ...SAID,
  id: true,
  number: true,
  article: { select: { url: true, publisher: { select: { name: true } } } },
} as const;

/** The article of a version; null where there is no such version. */
export async function articleOfVersion(versionId: string) {
  const version = await database().articleVersion.findUnique({
    where: { id: versionId },
    select: {
      ...SAID,
      id: true,
      article: {
        select: {
          id: true,
          publisher: { select: { name: true } },
          sample: { select: { isWaiting: true, versionId: true } },
        },
      },
    },
  });
  if (version === null) return null;
  const [facts = []] = await factsOfVersions(database(), [version]);
  const { sample } = version.article;
  return {
    articleId: version.articleId,
    title: factsIn(facts).TITLE,
    isWaiting: sample?.isWaiting ?? false,
    latestId: sample?.versionId ?? versionId,
  };
}

/** The edges upstream of an article, those that wait for a decision first; the places of their sentences, with the texts. */
export async function edgesUpstream(articleId: string) {
  const rows = await database().provenanceEdge.findMany({
    where: { articleId },
    orderBy: [{ state: "asc" }, { verbatim: "desc" }, { id: "asc" }],
    take: MOST_SHOWN,
    include: {
      upstreamVersion: { select: PAGE },
      decidedBy: { select: { name: true } },
    },
  });
  const pages = await relatedPages(rows.map(({ upstreamVersion }) => upstreamVersion));
  const since = await pagesSince(rows.map(({ upstreamVersion }) => upstreamVersion));
  const texts = await textsOf(
    rows.flatMap(({ versionId, upstreamVersionId }) => [versionId, upstreamVersionId]),
  );
  return rows.map(({ reasons, sentences, ...row }, i) => ({
    ...row,
    reasons: ProvenanceReasons.parse(reasons),
    sentences: sentences === null ? null : ComparedSentences.parse(sentences),
    page: pages[i] ?? NOBODY,
    since: since.get(row.upstreamId) ?? UNCHANGED,
    texts: { here: texts.get(row.versionId) ?? "", there: texts.get(row.upstreamVersionId) ?? "" },
  }));
}

const NOBODY: RelatedPage = { versionId: "", title: null, publisher: null, postedAt: null, url: null };
const UNCHANGED: PageSince = { newerVersion: null, isGone: false };

/**
 * A part of those downstream that weren't dismissed, in the order in which they were found, read on from one of them in either direction, and how many
 * there are of all, up to a bound. Beyond the last one is empty.
 */
export async function edgesDownstream(articleId: string, place: ListedPlace | null = null) {
  const isBack = place?.way === "before";
  const found = await database().provenanceEdge.findMany({
    where: {
      upstreamId: articleId,
      state: { not: "DISMISSED" },
      ...(place === null ? {} : { id: isBack ? { lt: place.id } : { gt: place.id } }),
    },
    orderBy: { id: isBack ? "desc" : "asc" },
    take: DOWNSTREAM_SHOWN + 1,
    select: { id: true, kind: true, state: true, ...COUNTS, version: { select: PAGE } },
  });
  const goesOn = found.length > DOWNSTREAM_SHOWN;
  const rows = isBack ? found.slice(0, DOWNSTREAM_SHOWN).reverse() : found.slice(0, DOWNSTREAM_SHOWN);
  const [counted] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT FROM "ProvenanceEdge" WHERE "upstreamId" = ${articleId}::uuid AND "state" <> 'DISMISSED'
      LIMIT ${MOST_DOWNSTREAM_COUNTED}) part`;
  const pages = await relatedPages(rows.map(({ version }) => version));
  return {
    downstream: rows.map(({ version: _, id, kind, state, ...counts }, i) => {
      return { id, kind, state, counts, page: pages[i] ?? NOBODY };
    }),
    downstreamCount: counted?.n ?? 0,
    earlier: (isBack ? goesOn : place !== null) ? (rows[0]?.id ?? null) : null,
    later: isBack || goesOn ? (rows.at(-1)?.id ?? null) : null,
  };
}

type PageRow = Parameters<typeof factsOfVersions>[1][number] & {
  readonly id: string;
  readonly number: number;
  readonly article: { readonly url: string | null };
};

async function relatedPages(versions: readonly PageRow[]): Promise<RelatedPage[]> {
  const facts = await factsOfVersions(database(), versions);
  return versions.map(({ id, article, postedAt }, i) => {
    const { TITLE, PUBLISHER, DATE } = factsIn(facts[i] ?? []);
    return {
      versionId: id,
      title: TITLE,
      publisher: PUBLISHER,
      postedAt: DATE ?? calendarDate(postedAt),
      url: article.url,
    };
  });
}

/** What became of pages since these versions were compared, by article. */
export async function pagesSince(
  versions: readonly { readonly articleId: string; readonly number: number }[],
): Promise<ReadonlyMap<string, PageSince>> {
  const ids = versions.map(({ articleId }) => articleId);
  const rows = await database().$queryRaw<{ id: string; number: number; result: string | null }[]>`
    SELECT asked.id::text, latest."number", last."result"::text AS result FROM unnest(${ids}::uuid[]) AS asked(id)
    CROSS JOIN LATERAL (
      SELECT v."number" FROM "ArticleVersion" v WHERE v."articleId" = asked.id ORDER BY v."number" DESC LIMIT 1
    ) latest
    LEFT JOIN LATERAL (
      SELECT c."result" FROM "PageCheck" c WHERE c."articleId" = asked.id ORDER BY c."at" DESC, c."id" DESC LIMIT 1
    ) last ON true`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    versions.map(({ articleId, number }) => {
      const row = found.get(articleId);
      const newerVersion = row !== undefined && row.number > number ? row.number : null;
      return [articleId, { newerVersion, isGone: row?.result === "GONE" }];
    }),
  );
}

const MOST_TEXT = 200_000;

/** The texts that were compared, by the ids of their versions. */
export async function textsOf(
  versionIds: readonly string[],
  tx: Pick<Tx, "$queryRaw"> = database(),
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
    SELECT "id"::text, left("text", ${MOST_TEXT}) AS text FROM "ArticleVersion" WHERE "id" = ANY (${[...new Set(versionIds)]}::uuid[])`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** For the page on the desk: how many are proposed or confirmed upstream. */
export async function provenanceCounts(articleId: string): Promise<{ proposed: number; confirmed: number }> {
  const rows = await database().provenanceEdge.groupBy({
    by: ["state"],
    where: { articleId },
    _count: true,
  });
  const of = (state: string) => rows.find((row) => row.state === state)?._count ?? 0;
  return { proposed: of("PROPOSED"), confirmed: of("CONFIRMED") };
}
