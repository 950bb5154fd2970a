import { dayOfRow, type PlaceRow } from "#lib/db/audit/standing";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { type PlaceCursor, placeCursor, type StatementCursor } from "#lib/domain/cursors";
import type { ReaderLabel } from "#lib/domain/labels";

/** Where statements of pages that stand are. Rows only: their words come from the publication, by `Shown`. */

const ROW = Prisma.sql`
  s."publicationId", s.number, s."publishedAt", s.day, s.label, c.slug AS "claimSlug", s.speaker, s."speakerKind",
  s."dueFrom", s."dueTo", s.outcome`;

/** The same where no claim is joined: its address is looked up for each row that is shown, and for no other. */
export const ROW_ALONE = Prisma.sql`
  s."publicationId", s.number, s."publishedAt", s.day, s.label,
  (SELECT c.slug FROM "Claim" c WHERE c.id = s."claimId") AS "claimSlug",
  s.speaker, s."speakerKind", s."dueFrom", s."dueTo", s.outcome`;

/** Places where a claim was made, in the order of the days on which it was said, from a place of that list on. */
export function placesOf(claimId: string, after: PlaceCursor | null, take: number): Promise<PlaceRow[]> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (s.day, s."publishedAt", s."publicationId", s.number)
                     > (${after.day}::date, ${after.at}::timestamptz, ${after.id}::uuid, ${after.number}::int)`;
  return database().$queryRaw<PlaceRow[]>`
    SELECT ${ROW} FROM "StandingStatement" s JOIN "Claim" c ON c.id = s."claimId"
    WHERE s."claimId" = ${claimId}::uuid ${from}
    ORDER BY s."claimId", s.day, s."publishedAt", s."publicationId", s.number LIMIT ${take}`;
}

/** Of each of these claims the place where it was said first. */
export function firstPlaces(claimIds: readonly string[]): Promise<PlaceRow[]> {
  return onePlaceEach(claimIds, Prisma.sql`day, "publishedAt", "publicationId", number`);
}

/** Of each of these claims the place whose page was published last: its words are the claim's where it has no verdict of its own. */
export function latestPlaces(claimIds: readonly string[]): Promise<PlaceRow[]> {
  return onePlaceEach(claimIds, Prisma.sql`"publishedAt" DESC, "publicationId" DESC, number DESC`);
}

async function onePlaceEach(claimIds: readonly string[], order: Prisma.Sql): Promise<PlaceRow[]> {
  if (claimIds.length === 0) return [];
  return database().$queryRaw<PlaceRow[]>`
    SELECT ${ROW} FROM "Claim" c CROSS JOIN LATERAL (
      SELECT * FROM "StandingStatement" WHERE "claimId" = c.id ORDER BY ${order} LIMIT 1
    ) s WHERE c.id = ANY (${claimIds}::uuid[])`;
}

/** Unsourced statements whose last promised day is before `today`, the latest of them first. */
export function fellDue(today: CalendarDate, take: number): Promise<PlaceRow[]> {
  return database().$queryRaw<PlaceRow[]>`
    SELECT ${ROW} FROM "StandingStatement" s LEFT JOIN "Claim" c ON c.id = s."claimId"
    WHERE s.label = 'UNSOURCED_SPECULATION' AND s."dueTo" < ${today}::date
    ORDER BY s.label DESC, s."dueTo" DESC, s."publishedAt" DESC, s."publicationId" DESC, s.number DESC LIMIT ${take}`;
}

/** Statements under these labels whose last promised day is `day` or later, the next ones first. Each label is a look into an index. */
export function promisesFrom(
  day: CalendarDate,
  labels: readonly ReaderLabel[],
  take: number,
): Promise<PlaceRow[]> {
  return database().$queryRaw<PlaceRow[]>`
    SELECT ${ROW} FROM unnest(${[...labels]}::"ReaderLabel"[]) AS wanted(label) CROSS JOIN LATERAL (
      SELECT * FROM "StandingStatement" one WHERE one.label = wanted.label AND one."dueTo" >= ${day}::date
      ORDER BY one.label, one."dueTo", one."publishedAt", one."publicationId", one.number LIMIT ${take}
    ) s LEFT JOIN LATERAL (SELECT slug FROM "Claim" WHERE id = s."claimId" LIMIT 1) c ON true
    ORDER BY s."dueTo", s."publishedAt", s."publicationId", s.number LIMIT ${take}`;
}

/** Statements of pages that stand, under one label or under any, the latest published first, from a place of that list on. */
export function statementsFrom(
  label: ReaderLabel | null,
  after: StatementCursor | null,
  take: number,
): Promise<PlaceRow[]> {
  const conditions = [
    ...(label === null ? [] : [Prisma.sql`s.label = ${label}::"ReaderLabel"`]),
    ...(after === null
      ? []
      : [
          Prisma.sql`(s."publishedAt", s."publicationId", s.number)
            < (${after.at}::timestamptz, ${after.id}::uuid, ${after.number}::int)`,
        ]),
  ];
  const where =
    conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, " AND ")}`;
  const first = label === null ? Prisma.empty : Prisma.sql`s.label DESC,`;
  return database().$queryRaw<PlaceRow[]>`
    SELECT ${ROW_ALONE} FROM "StandingStatement" s ${where}
    ORDER BY ${first} s."publishedAt" DESC, s."publicationId" DESC, s.number DESC LIMIT ${take}`;
}

/** The rows of these statements, in this order. */
export function placesAt(
  keys: readonly { readonly publicationId: string; readonly number: number }[],
): Promise<PlaceRow[]> {
  return database().$queryRaw<PlaceRow[]>`
    SELECT ${ROW_ALONE} FROM unnest(
      ${keys.map(({ publicationId }) => publicationId)}::uuid[], ${keys.map(({ number }) => number)}::int[]
    ) WITH ORDINALITY AS key("publicationId", number, at)
    JOIN "StandingStatement" s ON s."publicationId" = key."publicationId" AND s.number = key.number ORDER BY key.at`;
}

export function cursorOf(row: PlaceRow): string {
  return placeCursor({ day: dayOfRow(row), at: row.publishedAt, id: row.publicationId, number: row.number });
}
