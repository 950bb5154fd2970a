import { factsOfVersions, SAID } from "#lib/db/articles/facts";
import { unprovenPublications } from "#lib/db/audit/verify";
import { calendarDay } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { Writer } from "#lib/domain/credits";
import { factsIn } from "#lib/domain/page-facts";
import {
  type ComparedSentence,
  ComparedSentences,
  type ProvenanceCounts,
  ProvenanceReasons,
} from "#lib/domain/provenance";
import { PublicationContent } from "#lib/domain/publications";
import { MOST_PUBLISHED_UPSTREAM, type PublishedUpstream } from "#lib/domain/published-upstream";
import type { Span } from "#lib/text/span";
import { textsOf } from "./views";

/** What editors confirmed of where a page's text is from, read to be frozen with it. */

export interface ConfirmedEdge
  extends Pick<PublishedUpstream, "kind" | "page" | "reasons" | "reason" | "on"> {
  readonly by: Writer;
  /** Null where it is still to be compared. */
  readonly sentences: readonly ComparedSentence[] | null;
  readonly counts: ProvenanceCounts;
  readonly isCut: boolean;
  /** The version of the page downstream that was compared, its text, and its title where it has one. */
  readonly here: { readonly versionId: string; readonly text: string; readonly title: string | null };
  /** The text upstream that was compared, and what of it is published: empty where nothing of this version is. */
  readonly there: { readonly text: string; readonly published: readonly Span[] };
}

/** Those that explain most of the text first. */
export async function confirmedEdges(tx: Tx, articleId: string): Promise<ConfirmedEdge[]> {
  const rows = await tx.provenanceEdge.findMany({
    where: { articleId, state: "CONFIRMED" },
    orderBy: [{ verbatim: "desc" }, { changed: "desc" }, { id: "asc" }],
    take: MOST_PUBLISHED_UPSTREAM,
    include: {
      upstreamVersion: { select: { ...SAID, id: true, number: true, article: { select: ARTICLE } } },
      version: { select: SAID },
      decidedBy: { select: { id: true, name: true } },
    },
  });
  const versions = rows.map(({ upstreamVersion }) => upstreamVersion);
  const facts = await factsOfVersions(tx, versions);
  const own = await factsOfVersions(
    tx,
    rows.map(({ version }) => version),
  );
  const published = await publishedSpans(tx, versions);
  const texts = await textsOf(
    rows.flatMap((row) => [row.versionId, row.upstreamVersionId]),
    tx,
  );
  return rows.flatMap((row, i): ConfirmedEdge[] => {
    const { kind, reasons, reason, decidedBy, decidedAt, sentences, isCut, upstreamVersion: version } = row;
    if (decidedBy === null || decidedAt === null) return [];
    const { TITLE, PUBLISHER, DATE } = factsIn(facts[i] ?? []);
    const { verbatim, changed, added, dropped } = row;
    return [
      {
        kind,
        page: {
          id: version.articleId,
          title: TITLE,
          publisher: PUBLISHER,
          url: version.article.url,
          postedAt: DATE,
          version: version.number,
        },
        reasons: ProvenanceReasons.parse(reasons),
        reason,
        by: decidedBy,
        on: calendarDay(decidedAt),
        sentences: sentences === null ? null : ComparedSentences.parse(sentences),
        counts: { verbatim, changed, added, dropped },
        isCut,
        here: {
          versionId: row.versionId,
          text: texts.get(row.versionId) ?? "",
          title: factsIn(own[i] ?? []).TITLE,
        },
        there: {
          text: texts.get(row.upstreamVersionId) ?? "",
          published: published.get(version.id) ?? [],
        },
      },
    ];
  });
}

const ARTICLE = { url: true, publisher: { select: { name: true } } } as const;

/** Of these versions, by their ids, the places of the statements that readers see now. */
async function publishedSpans(
  tx: Tx,
  versions: readonly { readonly id: string; readonly articleId: string }[],
): Promise<ReadonlyMap<string, readonly Span[]>> {
  const standing = await tx.standing.findMany({
    where: { subjectId: { in: versions.map(({ articleId }) => articleId) } },
    include: { publication: true },
  });
  const rows = standing.map(({ publication }) => publication);
  const unproven = await unprovenPublications(rows, tx);
  return new Map(
    rows.flatMap(({ id, versionId, content }) => {
      const read = PublicationContent.parse(content);
      if (versionId === null || read.kind !== "ARTICLE" || unproven.has(id)) return [];
      return [[versionId, read.statements.map(({ start, end }) => ({ start, end }))] as const];
    }),
  );
}
