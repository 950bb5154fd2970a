import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { READER_LABELS } from "#lib/domain/labels";
import type { Appearance } from "#lib/domain/published";
import { promisesFrom } from "./places";
import { Shown } from "./shown";
import { publicVersion } from "./version";

/** What programs ask for that no page of people shows: promises to come, and where every page is. */

const PROMISES = 100;
/** Addresses in one file, and files in the index. Source: sitemaps.org, protocol 0.9. */
const MOST_IN_A_FILE = 50_000;
const MOST_DAYS = 49_000;

/** Statements of pages that stand whose last promised day is `today` or later, the next ones first; at most 100. */
export async function promisesToCome(today: CalendarDate): Promise<readonly Appearance[]> {
  const rows = await promisesFrom(today, READER_LABELS, PROMISES);
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  return rows.flatMap((row) => shown.place(row) ?? []);
}

/** A day in UTC on which something that stands was published last, the last such moment, and how many files its addresses fill. */
interface PublishedDay {
  readonly day: CalendarDate;
  readonly changedAt: string;
  readonly parts: number;
}

/** What was counted last, and what was published then: it is counted again once something else is. */
let counted: { readonly of: string; readonly days: readonly PublishedDay[] } | null = null;

/** Those days, the latest first. `size`: addresses in a file. Counts all that stands, by indexes alone, once for each time that something is published. */
export async function publishedDays(size = MOST_IN_A_FILE): Promise<readonly PublishedDay[]> {
  const of = `${size} ${(await publicVersion()).version}`;
  if (counted?.of === of) return counted.days;
  const rows = await database().$queryRaw<{ at: Date; addresses: number }[]>`
    SELECT max(entry.at) AS at, count(*)::int AS addresses FROM (
      SELECT s."publishedAt" AS at FROM "Standing" s WHERE s.kind = 'ARTICLE'
      UNION ALL SELECT c."publishedAt" FROM "StandingClaim" c
      UNION ALL SELECT s."publishedAt" FROM "StandingTopicTotal" t JOIN "Standing" s ON s."publicationId" = t."publicationId"
      UNION ALL SELECT max(t."publishedAt") FROM "TrackPage" t GROUP BY t.kind, t."subjectId"
      UNION ALL SELECT max(p."publishedAt") FROM "StandingPromise" p WHERE p.template IS NOT NULL GROUP BY p.template
    ) entry GROUP BY date_trunc('day', entry.at, 'UTC') ORDER BY at DESC LIMIT ${MOST_DAYS}`;
  const days = rows.map(({ at, addresses }) => ({
    day: at.toISOString().slice(0, 10),
    changedAt: at.toISOString(),
    parts: Math.ceil(addresses / size),
  }));
  counted = { of, days };
  return days;
}

/** The address of each kind, up to its name. */
const FOLDERS = {
  ARTICLE: "/articles/",
  CLAIM: "/claims/",
  TOPIC: "/topics/",
  PUBLISHER: "/publishers/",
  AUTHOR: "/authors/",
  SPEAKER: "/speakers/",
  TEMPLATE: "/promises/",
} as const;

/**
 * Pages, claims, topics, records and promises to which something was published last on one day in UTC, with their addresses and that moment: the
 * part of this number, from 1, in an order that stays until something else is published. Empty beyond the last one.
 */
export async function publishedOn(
  day: CalendarDate,
  part = 1,
  size = MOST_IN_A_FILE,
): Promise<{ path: string; changedAt: string }[]> {
  const from = new Date(`${day}T00:00:00Z`);
  const to = new Date(from.getTime() + 86_400_000);
  const onDay = (at: Prisma.Sql) => Prisma.sql`${at} >= ${from} AND ${at} < ${to}`;
  const rows = await database().$queryRaw<{ kind: keyof typeof FOLDERS; name: string; at: Date }[]>`
    SELECT entry.kind, entry.name, entry.at FROM (
      SELECT 'ARTICLE' AS kind, a.slug AS name, s."publishedAt" AS at
        FROM "Standing" s JOIN "Article" a ON a.id = s."subjectId"
        WHERE s.kind = 'ARTICLE' AND ${onDay(Prisma.sql`s."publishedAt"`)}
      UNION ALL
      SELECT 'CLAIM', c.slug, s."publishedAt" FROM "StandingClaim" s JOIN "Claim" c ON c.id = s."claimId"
        WHERE ${onDay(Prisma.sql`s."publishedAt"`)}
      UNION ALL
      SELECT 'TOPIC', t.slug, s."publishedAt" FROM "Standing" s
        JOIN "StandingTopicTotal" total ON total."publicationId" = s."publicationId" JOIN "Topic" t ON t.id = total."topicId"
        WHERE ${onDay(Prisma.sql`s."publishedAt"`)}
      UNION ALL
      SELECT t.kind::text, t."subjectId"::text, max(t."publishedAt") FROM "TrackPage" t
        WHERE ${onDay(Prisma.sql`t."publishedAt"`)} AND NOT EXISTS (
          SELECT 1 FROM "TrackPage" later
          WHERE later.kind = t.kind AND later."subjectId" = t."subjectId" AND later."publishedAt" >= ${to})
        GROUP BY t.kind, t."subjectId"
      UNION ALL
      SELECT 'TEMPLATE', said.template, last.at FROM (
          SELECT DISTINCT p.template FROM "StandingPromise" p
          WHERE p.template IS NOT NULL AND ${onDay(Prisma.sql`p."publishedAt"`)}
        ) said CROSS JOIN LATERAL (
          SELECT max(p."publishedAt") AS at FROM "StandingPromise" p WHERE p.template = said.template
        ) last WHERE last.at < ${to}
    ) entry ORDER BY entry.at, entry.kind, entry.name OFFSET ${(part - 1) * size} LIMIT ${size}`;
  return rows.map(({ kind, name, at }) => ({
    path: `${FOLDERS[kind]}${encodeURIComponent(name)}`,
    changedAt: at.toISOString(),
  }));
}
