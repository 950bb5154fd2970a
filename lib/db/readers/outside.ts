import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { READER_LABELS } from "#lib/domain/labels";
import type { Appearance } from "#lib/domain/published";
import { promisesFrom } from "./places";
import { Shown } from "./shown";

/** What programs ask for that no page of people shows: promises to come, and where every page is. */

const PROMISES = 100;
/** Of one day, pages, claims, topics and records each; a file of the protocol holds 50,000. */
const OF_A_DAY = 16_000;

/** Statements of pages that stand whose last promised day is `today` or later, the next ones first; at most 100. */
export async function promisesToCome(today: CalendarDate): Promise<readonly Appearance[]> {
  const rows = await promisesFrom(today, READER_LABELS, PROMISES);
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  return rows.flatMap((row) => shown.place(row) ?? []);
}

/** Days in UTC on which something that stands was published, the latest first, each with the last such moment. Reads a row a day. */
export async function publishedDays(): Promise<{ day: CalendarDate; changedAt: string }[]> {
  const rows = await database().$queryRaw<{ at: Date }[]>`
    WITH RECURSIVE days AS (
      (SELECT ${latestBefore(Prisma.sql`'infinity'::timestamptz`)} AS at)
      UNION ALL
      SELECT ${latestBefore(Prisma.sql`date_trunc('day', days.at, 'UTC')`)} FROM days WHERE days.at IS NOT NULL
    )
    SELECT at FROM days WHERE at IS NOT NULL LIMIT 49000`;
  return rows.map(({ at }) => ({ day: at.toISOString().slice(0, 10), changedAt: at.toISOString() }));
}

/** The latest moment before another at which a page or a claim was published; each half is one look into an index. */
function latestBefore(before: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`greatest(
    (SELECT s."publishedAt" FROM "Standing" s WHERE s.kind = 'ARTICLE' AND s."publishedAt" < ${before}
      ORDER BY s.kind DESC, s."publishedAt" DESC LIMIT 1),
    (SELECT c."publishedAt" FROM "StandingClaim" c WHERE c."publishedAt" < ${before}
      ORDER BY c."publishedAt" DESC LIMIT 1))`;
}

/** Pages, claims, topics and records to which something was published last on one day in UTC, with their addresses and that moment. */
export async function publishedOn(day: CalendarDate): Promise<{ path: string; changedAt: string }[]> {
  const from = new Date(`${day}T00:00:00Z`);
  const to = new Date(from.getTime() + 86_400_000);
  const rows = await database().$queryRaw<{ path: string; at: Date }[]>`
    (SELECT '/articles/' || a.slug AS path, s."publishedAt" AS at
      FROM "Standing" s JOIN "Article" a ON a.id = s."subjectId"
      WHERE s.kind = 'ARTICLE' AND s."publishedAt" >= ${from} AND s."publishedAt" < ${to}
      ORDER BY s."publishedAt" LIMIT ${OF_A_DAY})
    UNION ALL
    (SELECT '/claims/' || c.slug, s."publishedAt" FROM "StandingClaim" s JOIN "Claim" c ON c.id = s."claimId"
      WHERE s."publishedAt" >= ${from} AND s."publishedAt" < ${to}
      ORDER BY s."publishedAt" LIMIT ${OF_A_DAY})
    UNION ALL
    (SELECT '/topics/' || t.slug, s."publishedAt" FROM "Standing" s
      JOIN "StandingTopicTotal" total ON total."publicationId" = s."publicationId" JOIN "Topic" t ON t.id = total."topicId"
      WHERE s."publishedAt" >= ${from} AND s."publishedAt" < ${to} ORDER BY s."publishedAt" LIMIT ${OF_A_DAY})
    UNION ALL
    (SELECT CASE t.kind WHEN 'PUBLISHER' THEN '/publishers/' WHEN 'AUTHOR' THEN '/authors/' ELSE '/speakers/' END || t."subjectId", max(t."publishedAt")
      FROM "TrackPage" t WHERE t."publishedAt" >= ${from} AND t."publishedAt" < ${to} AND NOT EXISTS (
        SELECT 1 FROM "TrackPage" later
        WHERE later.kind = t.kind AND later."subjectId" = t."subjectId" AND later."publishedAt" >= ${to})
      GROUP BY t.kind, t."subjectId" LIMIT ${OF_A_DAY})`;
  return rows.map(({ path, at }) => ({ path, changedAt: at.toISOString() }));
}
