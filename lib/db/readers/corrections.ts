import { unprovenPublications, WITHDRAW } from "#lib/db/audit/verify";
import { database } from "#lib/db/core/client";
import { Prisma, type Publication } from "#lib/db/generated/client";
import type { ListPlace } from "#lib/domain/cursors";
import type { CorrectionPage, PublicCorrection } from "#lib/domain/published";
import { behind, listPart, totalOf } from "./lists";
import { placeOf } from "./rows";
import { Shown } from "./shown";

/**
 * Public changes to published items, newest first. A withdrawal gives its day, its reason and the title of what was withdrawn, and nothing
 * more of it; a correction is told while something stands in its place.
 */

const CHANGES_ON_A_PAGE = 50;
/** Of one page or claim; the earliest are left out beyond that. */
const MOST_OF_ONE = 200;

interface ChangeRow {
  readonly at: Date;
  /** The publication. */
  readonly id: string;
  readonly isWithdrawal: boolean;
  readonly subjectId: string;
}

type Told = Pick<CorrectionPage, "corrections" | "isProven">;

export async function correctionPage(place: ListPlace | null): Promise<CorrectionPage> {
  const [{ rows, older, newer }, total] = await Promise.all([
    listPart(place, CHANGES_ON_A_PAGE, changeRows),
    totalOf("StandingChange"),
  ]);
  return { ...(await toldOf(rows)), total, older, newer };
}

/** Of one article or one claim. */
export async function correctionsOf(subjectId: string): Promise<Told> {
  const rows = await database().standingChange.findMany({
    where: { subjectId },
    orderBy: [{ at: "desc" }, { publicationId: "desc" }],
    take: MOST_OF_ONE,
  });
  return toldOf(rows.map(({ publicationId, ...row }) => ({ id: publicationId, ...row })));
}

/** No publication is corrected and withdrawn at one moment, so that time and publication name a row. */
export function changeRows(place: ListPlace | null, take: number): Promise<ChangeRow[]> {
  const { from, order } = behind(place, { at: Prisma.sql`at`, id: Prisma.sql`"publicationId"` });
  return database().$queryRaw<ChangeRow[]>`
    SELECT at, "publicationId" AS id, "isWithdrawal", "subjectId" FROM "StandingChange" ${from}
    ORDER BY ${order} LIMIT ${take}`;
}

export async function toldOf(rows: readonly ChangeRow[]): Promise<Told> {
  if (rows.length === 0) return { corrections: [], isProven: true };
  const [publications, now, writers] = await Promise.all([
    database().publication.findMany({ where: { id: { in: rows.map(({ id }) => id) } } }),
    database().standing.findMany({ where: { subjectId: { in: rows.map(({ subjectId }) => subjectId) } } }),
    writersWhoWithdrew(rows.filter(({ isWithdrawal }) => isWithdrawal).map(({ id }) => id)),
  ]);
  const unproven = await unprovenPublications(publications);
  const shown = await Shown.of(now.map(({ publicationId }) => publicationId));
  const pages = new Map(now.map((row) => [row.subjectId, pageOf(shown, row)]));
  const changed = new Map(publications.map((row) => [row.id, row]));
  const corrections = rows.flatMap((row): PublicCorrection[] => {
    const publication = changed.get(row.id);
    const reason = publication === undefined ? null : reasonOf(row, publication);
    if (publication === undefined || reason === null) return [];
    return [
      {
        at: row.at.toISOString(),
        kind: publication.kind,
        isWithdrawal: row.isWithdrawal,
        page: pages.get(row.subjectId) ?? (row.isWithdrawal ? placeOf(publication) : null),
        reason,
        withdrawnByWriter: writers.get(row.id) ?? null,
      },
    ];
  });
  return {
    corrections,
    isProven: shown.isProven && unproven.size === 0 && corrections.length === rows.length,
  };
}

/** Null where the row says something else than its publication. */
function reasonOf(row: ChangeRow, publication: Publication): string | null {
  const { correction, publishedAt, withdrawnAt, withdrawnReason, articleId, claimId } = publication;
  const at = row.isWithdrawal ? withdrawnAt : publishedAt;
  if (at?.getTime() !== row.at.getTime() || row.subjectId !== (articleId ?? claimId)) return null;
  return row.isWithdrawal ? withdrawnReason : correction;
}

/** What readers find at the same place today. */
function pageOf(shown: Shown, row: { kind: string; publicationId: string }): PublicCorrection["page"] {
  if (row.kind === "ARTICLE") {
    const content = shown.article(row.publicationId);
    return content && { title: content.article.title, href: `/articles/${content.article.slug}` };
  }
  const claim = shown.claim(row.publicationId)?.content.claim;
  return claim ? { title: claim.wording, href: `/claims/${claim.slug}` } : null;
}

/** Withdrawing is no reading by a second person: where a writer did it alone, that is told. By publication. */
export async function writersWhoWithdrew(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await database().$queryRaw<{ id: string; name: string }[]>`
    SELECT p.id, u.name FROM "Publication" p
    JOIN "AuditEvent" e ON e."subjectId" = 'review:' || p."reviewId" AND e.action = ${WITHDRAW}
    JOIN "ReviewWriter" w ON w."reviewId" = p."reviewId" AND w."userId"::text = e."actorId"
    JOIN "User" u ON u.id = w."userId"
    WHERE p.id = ANY (${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
