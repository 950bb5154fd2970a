import { isDeepStrictEqual } from "node:util";
import { calendarDate } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { TrackPage, TrackStatement } from "#lib/db/generated/client";
import { ownPostOf } from "#lib/domain/page-parts";
import {
  type ArticlePublication,
  isWhole,
  type PublicationContent,
  type PublishedStatement,
} from "#lib/domain/publications";
import { authorSubject, publisherSubject } from "#lib/domain/publisher-subject";
import type { RecordFault } from "#lib/domain/record-checks";
import { NO_DAY } from "#lib/domain/track-records";

/**
 * Do the records of publishers, authors and speakers say what was published? The database works their rows out by itself (migration
 * `track_records_guards`); here the same is worked out of parsed content, and compared.
 */

interface Tracked {
  readonly id: string;
  readonly publishedAt: Date;
  readonly stands: boolean;
  readonly content: PublicationContent | undefined;
  /** How often its page was corrected. */
  readonly corrections: number;
}

/** Rows as text, so that they can be compared and put in order. Days are calendar dates. */
const statementKey = (row: Omit<TrackStatement, "claimId"> & { readonly claimSlug: string | null }): string =>
  JSON.stringify([
    ...[row.kind, row.subjectId, row.publicationId, row.number, row.publishedAt, row.label],
    ...[calendarDate(row.day), calendarDate(row.due), row.outcome, row.claimSlug],
  ]);

const pageKey = (row: TrackPage): string =>
  JSON.stringify([
    ...[row.kind, row.subjectId, row.publicationId, row.publishedAt, row.isWhole],
    ...[row.statements, row.corrections],
  ]);

/** Those of these publications about which the rows of records say something else than they do. */
export async function wronglyTracked(tx: Tx, publications: readonly Tracked[]): Promise<ReadonlySet<string>> {
  const ids = publications.map(({ id }) => id);
  const where = { publicationId: { in: ids } };
  const pages = await tx.trackPage.findMany({ where });
  const statements = await tx.trackStatement.findMany({ where });
  const slugs = new Map(
    (
      await tx.claim.findMany({
        where: { id: { in: statements.flatMap(({ claimId }) => claimId ?? []) } },
        select: { id: true, slug: true },
      })
    ).map(({ id, slug }) => [id, slug]),
  );
  const kept = [
    ...pages.map((row) => [row.publicationId, pageKey(row)] as const),
    ...statements.map(({ claimId, ...row }) => {
      const claimSlug = claimId === null ? null : (slugs.get(claimId) ?? "");
      return [row.publicationId, statementKey({ ...row, claimSlug })] as const;
    }),
  ];
  const keptOf = (id: string) => kept.flatMap(([of, key]) => (of === id ? [key] : [])).sort();
  const isRight = (one: Tracked) => isDeepStrictEqual(keptOf(one.id), expectedOf(one).sort());
  return new Set(publications.filter((one) => !isRight(one)).map(({ id }) => id));
}

interface Whose {
  readonly kind: TrackStatement["kind"];
  readonly subjectId: string;
  /** Null for every statement of the page. */
  readonly number: number | null;
}

function expectedOf(one: Tracked): string[] {
  const { id: publicationId, publishedAt, content, corrections } = one;
  if (!one.stands || content?.kind !== "ARTICLE") return [];
  const whose = subjectsOf(content);
  const own = ownPostOf(content);
  const counted = isWhole(content) ? content.statements.filter(({ post }) => post === own) : [];
  const statements = counted.flatMap((statement) =>
    whose
      .filter(({ number }) => number === null || number === statement.number)
      .map(({ number: _, ...subject }) => ({
        ...subject,
        ...facts(content, statement),
        publicationId,
        publishedAt,
      })),
  );
  const pages = new Map(whose.map(({ kind, subjectId }) => [`${kind} ${subjectId}`, { kind, subjectId }]));
  return [
    ...statements.map(statementKey),
    ...[...pages.values()].map(({ kind, subjectId }) => {
      const isOf = (row: Pick<Whose, "kind" | "subjectId">) =>
        row.kind === kind && row.subjectId === subjectId;
      return pageKey({
        kind,
        subjectId,
        publicationId,
        publishedAt,
        isWhole: isWhole(content),
        statements: statements.filter(isOf).length,
        corrections,
      });
    }),
  ];
}

function subjectsOf({ article: { publisher, author }, sources }: ArticlePublication): Whose[] {
  return [
    ...(publisher === null
      ? []
      : [{ kind: "PUBLISHER" as const, subjectId: publisherSubject(publisher), number: null }]),
    ...(publisher === null || author === null
      ? []
      : [{ kind: "AUTHOR" as const, subjectId: authorSubject(publisher, author), number: null }]),
    ...(sources?.speakers ?? []).map(({ id, number }) => ({
      kind: "SPEAKER" as const,
      subjectId: id,
      number,
    })),
  ];
}

function facts(content: ArticlePublication, statement: PublishedStatement) {
  const { number, label, prediction, claim, post } = statement;
  const isDated = prediction !== null && prediction.dueFrom !== null && prediction.dueTo !== null;
  const due = prediction === null ? null : isDated ? prediction.dueTo : NO_DAY;
  return {
    number,
    label,
    day: new Date(content.posts[post]?.date ?? NO_DAY),
    due: due === null ? null : new Date(due),
    outcome: prediction?.outcome?.result ?? null,
    claimSlug: claim?.slug ?? null,
  };
}

const MOST = 100;

/** Numbers that aren't those of their rows, and rows of publications that aren't there. */
export async function strayTrackRows(tx: Tx): Promise<RecordFault[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH again AS (
      SELECT kind, "subjectId", "claimId", count(*)::int AS count FROM "TrackStatement"
      WHERE "claimId" IS NOT NULL GROUP BY kind, "subjectId", "claimId"
    ), made AS (
      SELECT kind, "subjectId", label::text AS measure, date_trunc('month', day::timestamp)::date AS day, count(*)::int AS count
      FROM "TrackStatement" GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT kind, "subjectId", coalesce(outcome::text, 'WAITS'), due, count(*)::int FROM "TrackStatement"
      WHERE due IS NOT NULL GROUP BY 1, 2, 3, 4
      UNION ALL
      SELECT kind, "subjectId", 'PAGES', ${NO_DAY}::date, count(*)::int FROM "TrackPage" WHERE statements > 0 GROUP BY 1, 2
      UNION ALL
      SELECT kind, "subjectId", 'IN_PART', ${NO_DAY}::date, count(*)::int FROM "TrackPage" WHERE NOT "isWhole" GROUP BY 1, 2
      UNION ALL
      SELECT kind, "subjectId", 'CORRECTED', ${NO_DAY}::date, count(*)::int FROM "TrackPage"
      WHERE statements > 0 AND corrections > 0 GROUP BY 1, 2
      UNION ALL
      SELECT kind, "subjectId", 'CORRECTIONS', ${NO_DAY}::date, sum(corrections)::int FROM "TrackPage"
      WHERE statements > 0 AND corrections > 0 GROUP BY 1, 2
      UNION ALL
      SELECT kind, "subjectId", 'CLAIMS_AGAIN', ${NO_DAY}::date, count(*)::int FROM again WHERE count > 1 GROUP BY 1, 2
      UNION ALL
      SELECT kind, "subjectId", 'AGAIN', ${NO_DAY}::date, sum(count - 1)::int FROM again WHERE count > 1 GROUP BY 1, 2
    )
    SELECT coalesce(total."subjectId", made."subjectId")::text AS id FROM "TrackTotal" total
    FULL JOIN made USING (kind, "subjectId", measure, day) WHERE total.count IS DISTINCT FROM made.count
    UNION
    SELECT coalesce(claim."subjectId", again."subjectId")::text FROM "TrackClaim" claim
    FULL JOIN again USING (kind, "subjectId", "claimId") WHERE claim.count IS DISTINCT FROM again.count
    UNION
    SELECT each."subjectId"::text FROM (
      SELECT "subjectId", "publicationId" FROM "TrackPage" UNION ALL SELECT "subjectId", "publicationId" FROM "TrackStatement"
    ) each WHERE NOT EXISTS (SELECT 1 FROM "Publication" p WHERE p.id = each."publicationId")
    LIMIT ${MOST}`;
  return rows.map(({ id }) => ({ kind: "STANDING" as const, of: "track" as const, id }));
}
