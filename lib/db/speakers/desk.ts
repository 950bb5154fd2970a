import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { STANDS } from "#lib/db/reviews/standing-work";
import { historyOf } from "#lib/db/reviews/views";
import { contentOf } from "#lib/db/statements/rows";
import { saidWords } from "#lib/domain/content-pieces";
import { type TimeCursor, timeCursor } from "#lib/domain/cursors";
import type { ReaderLabel } from "#lib/domain/labels";
import type { HistoryView } from "#lib/domain/review-views";
import {
  type MergedName,
  MOST_COUNTED,
  MOVES_SHOWN,
  type SpeakerDesk,
  type SpeakerMoves,
  type SpeakerStatement,
  type SpeakerStatements,
} from "#lib/domain/speaker-desk";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { alikeSpeakers, titlesOf } from "./lists";

/** One speaker on the desk: who they are, what they said where, and what a merging or a parting would move. */

const STATEMENTS_SHOWN = 20;

/** Null where there is no such speaker. */
export async function speakerDesk(id: string): Promise<SpeakerDesk | null> {
  const row = await database().speaker.findUnique({ where: { id }, include: { root: true } });
  if (row === null) return null;
  const { revision, kind, role, root } = row;
  const name = row.shownName ?? row.name;
  const [merged, moves, labels, alike, history] = await Promise.all([
    mergedNames(id),
    movesOf(id),
    labelCounts(id),
    alikeSpeakers(name, root.id),
    historyOfSpeaker(id),
  ]);
  return {
    id,
    revision,
    name,
    writtenName: row.shownName === null ? null : row.name,
    kind,
    role,
    mergedInto: root.id === id ? null : { id: root.id, name: root.shownName ?? root.name },
    merged,
    moves,
    labels,
    alike,
    history,
  };
}

/** A speaker, and all who were merged into them. */
const membersOf = (id: string) => Prisma.sql`
  WITH RECURSIVE member AS (
    SELECT "id" FROM "Speaker" WHERE "id" = ${id}::uuid
    UNION ALL SELECT p."id" FROM member JOIN "Speaker" p ON p."mergedIntoId" = member."id"
  )`;
/** Their statements that stand, each with its review. */
const STATEMENTS = Prisma.sql`member m JOIN "Statement" s ON s."speakerId" = m."id" JOIN "Review" r ON r."id" = s."reviewId"`;

/** What goes with a speaker, wherever they go. */
export async function movesOf(id: string): Promise<SpeakerMoves> {
  const [[counts], published] = await Promise.all([
    database().$queryRaw<{ statements: number; pages: number; waiting: number }[]>`
      ${membersOf(id)}
      SELECT count(*)::int AS statements, count(DISTINCT "articleId")::int AS pages,
        count(DISTINCT "reviewId") FILTER (WHERE state = 'SUBMITTED')::int AS waiting
      FROM (SELECT v."articleId", r."id" AS "reviewId", r."state" FROM ${STATEMENTS}
        JOIN "ArticleVersion" v ON v."id" = s."versionId" WHERE ${STANDS} LIMIT ${MOST_COUNTED + 1}) part`,
    database().$queryRaw<{ title: string | null; slug: string; total: number }[]>`
      ${membersOf(id)}
      SELECT p."content" #>> '{article,title}' AS title, p."content" #>> '{article,slug}' AS slug,
        count(*) OVER ()::int AS total
      FROM "Standing" t JOIN "Publication" p ON p."id" = t."publicationId"
      WHERE t."kind" = 'ARTICLE' AND EXISTS (
        SELECT 1 FROM member m JOIN "Statement" s ON s."speakerId" = m."id"
        WHERE s."reviewId" = p."reviewId" AND s."removedAt" IS NULL
      )
      ORDER BY t."publishedAt" DESC, t."publicationId" DESC LIMIT ${MOVES_SHOWN}`,
  ]);
  return {
    statements: counts?.statements ?? 0,
    pages: counts?.pages ?? 0,
    waiting: counts?.waiting ?? 0,
    published: published.map(({ title, slug }) => ({
      title: title ?? words.desk.queue.untitled,
      href: `/articles/${slug}`,
    })),
    publishedCount: published[0]?.total ?? 0,
  };
}

async function labelCounts(id: string): Promise<Partial<Record<ReaderLabel, number>>> {
  const rows = await database().$queryRaw<{ label: ReaderLabel; n: number }[]>`
    ${membersOf(id)}
    SELECT "label"::text, count(*)::int AS n FROM (
      SELECT s."label" FROM ${STATEMENTS} WHERE ${STANDS} LIMIT ${MOST_COUNTED + 1}
    ) part GROUP BY "label"`;
  return Object.fromEntries(rows.map(({ label, n }) => [label, n]));
}

async function mergedNames(id: string): Promise<MergedName[]> {
  const rows = await database().$queryRaw<(Omit<MergedName, "at"> & { at: Date })[]>`
    ${membersOf(id)}
    SELECT p."id"::text, p."revision", coalesce(p."shownName", p."name") AS "name", p."kind"::text, p."role",
      coalesce(o."shownName", o."name") AS "mergedInto", u."name" AS "by", p."mergedAt" AS "at",
      (SELECT count(*)::int FROM "Statement" s JOIN "Review" r ON r."id" = s."reviewId"
        WHERE s."speakerId" = p."id" AND ${STANDS}) AS statements
    FROM member JOIN "Speaker" p ON p."id" = member."id" JOIN "Speaker" o ON o."id" = p."mergedIntoId"
    JOIN "User" u ON u."id" = p."mergedById"
    WHERE p."id" <> ${id}::uuid ORDER BY p."mergedAt" DESC, p."id"`;
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What was done to a speaker and to those who were merged into them, who were parted again among them. */
async function historyOfSpeaker(id: string): Promise<HistoryView[]> {
  const [own, into] = await Promise.all([
    database().$queryRaw<{ id: string }[]>`${membersOf(id)} SELECT "id"::text FROM member`,
    database().$queryRaw<{ sequence: bigint }[]>`
      SELECT "sequence" FROM "AuditPayload" WHERE "payload" ? 'intoId' AND "payload" ->> 'intoId' = ${id}
      ORDER BY "sequence" DESC LIMIT 100`,
  ]);
  return historyOf(
    own.map((one) => `speaker:${one.id}`),
    into.map(({ sequence }) => sequence),
  );
}

interface FoundStatement extends Omit<SpeakerStatement, "title">, Span {
  readonly content: number[];
  readonly at: Date;
}

/** Their statements that stand, the latest first; of one label, where one is asked for. */
export async function speakerStatements(
  id: string,
  label: ReaderLabel | null,
  after: TimeCursor | null,
): Promise<SpeakerStatements> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (s."createdAt", s."id") < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const ofLabel = label === null ? Prisma.empty : Prisma.sql`AND s."label"::text = ${label}`;
  const rows = await database().$queryRaw<FoundStatement[]>`
    ${membersOf(id)}
    SELECT s."id"::text AS "statementId", s."versionId"::text, s."exact", s."start", s."end", s."content", s."label"::text,
      r."state" = 'PUBLISHED' AS "isPublished", s."createdAt" AS "at"
    FROM ${STATEMENTS} WHERE ${STANDS} ${ofLabel} ${from}
    ORDER BY s."createdAt" DESC, s."id" DESC LIMIT ${STATEMENTS_SHOWN + 1}`;
  const shown = rows.slice(0, STATEMENTS_SHOWN);
  const titles = await titlesOf(shown.map(({ versionId }) => versionId));
  const last = shown.at(-1);
  return {
    statements: shown.map(({ at: _at, start, end, content, exact, ...row }) => ({
      ...row,
      exact: saidWords({ start, end, exact, ...contentOf({ content }) }),
      title: titles.get(row.versionId) ?? null,
    })),
    more:
      last !== undefined && rows.length > shown.length
        ? timeCursor({ at: last.at, id: last.statementId })
        : null,
  };
}
