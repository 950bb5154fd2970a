import { z } from "zod";
import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import { listPart } from "#lib/db/readers/lists";
import type { ListPlace } from "#lib/domain/cursors";
import {
  type DoubtCounts,
  type DoubtKind,
  type DoubtRow,
  type DoubtsPage,
  type DoubtView,
  MOST_COUNTED,
} from "#lib/domain/doubts";
import { MatchReason, type Relation } from "#lib/domain/matching";
import * as words from "#lib/words";

/** The desk's lists of doubts, a part at a time by the key of their rows. */

const ON_A_PAGE = 20;

const KINDS = { wrong: "WRONGLY_JOINED", missed: "MISSED" } as const satisfies Record<string, DoubtKind>;

/**
 * Is doubt `d` still about what it was found of? Its wordings are there, unless the review that joined them was changed a moment ago, and the
 * claims `c` and `o` are one or two as they were.
 */
const STANDS = Prisma.sql`(d."kind" = 'MISSED') <> (c."rootId" = o."rootId")
  AND NOT EXISTS (SELECT 1 FROM "ClaimWording" w
    WHERE w."id" IN (d."wordingId", d."otherWordingId") AND NOT w."isKeyed" AND NOT wording_stands(w))`;
const CLAIMS = Prisma.sql`JOIN "Claim" c ON c."id" = d."claimId" JOIN "Claim" o ON o."id" = d."otherClaimId"`;

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly revision: number;
  readonly kind: DoubtKind;
  readonly relation: Relation;
  readonly score: number;
  readonly reasons: unknown;
  readonly text: string;
  readonly day: Date | null;
  readonly otherText: string;
  readonly otherDay: Date | null;
  readonly claimId: string;
  readonly wording: string;
  readonly otherClaimId: string;
  readonly otherWording: string;
  readonly rootId: string;
  readonly foundAt: Date;
  readonly by: string | null;
  readonly closedAt: Date | null;
  readonly reason: string | null;
}

/** What is open of a kind, or what was dismissed; the latest first. */
export async function doubtsPage(view: DoubtView, place: ListPlace | null): Promise<DoubtsPage> {
  const { rows, older, newer } = await listPart(place, ON_A_PAGE, (from, take) => rowsOf(view, from, take));
  return { doubts: rows.map(rowView), older, newer };
}

/** One doubt, with who dismissed it; null where there is none. */
export async function doubtById(id: string): Promise<DoubtRow | null> {
  const [row] = await asked(Prisma.sql`d."id" = ${id}::uuid`, Prisma.sql`d."foundAt"`, 1);
  return row === undefined ? null : rowView(row);
}

function rowsOf(view: DoubtView, from: ListPlace | null, take: number): Promise<Row[]> {
  const isBack = from?.way === "before";
  const at = view === "dismissed" ? Prisma.sql`d."closedAt"` : Prisma.sql`d."foundAt"`;
  const beyond =
    from === null
      ? Prisma.empty
      : Prisma.sql`AND (${at}, d."id") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
          (${from.cursor.at}::timestamptz, ${from.cursor.id}::uuid)`;
  const which =
    view === "dismissed"
      ? Prisma.sql`d."state" = 'DISMISSED'`
      : Prisma.sql`d."state" = 'OPEN' AND d."kind" = ${KINDS[view]}::"DoubtKind" AND ${STANDS}`;
  const order = isBack ? Prisma.sql`${at}, d."id"` : Prisma.sql`${at} DESC, d."id" DESC`;
  return asked(Prisma.sql`${which} ${beyond} ORDER BY ${order}`, at, take);
}

function asked(which: Prisma.Sql, at: Prisma.Sql, take: number): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT d."id"::text, ${at} AS "at", d."revision", d."kind"::text, d."relation", d."score", d."reasons", d."text", d."day", d."otherText",
      d."otherDay", d."claimId"::text, c."wording", d."otherClaimId"::text, o."wording" AS "otherWording", c."rootId"::text, d."foundAt",
      u."name" AS "by", d."closedAt", d."reason"
    FROM "Doubt" d ${CLAIMS} LEFT JOIN "User" u ON u."id" = d."closedById" AND d."state" = 'DISMISSED'
    WHERE ${which} LIMIT ${take}`;
}

function rowView(row: Row): DoubtRow {
  const { id, revision, kind, relation, score, rootId, by, closedAt, reason } = row;
  return {
    id,
    revision,
    kind,
    relation,
    score,
    // What the program wrote itself.
    why: z.array(MatchReason).parse(row.reasons).map(words.matching.reason),
    one: {
      text: row.text,
      day: calendarDate(row.day),
      claim: { id: row.claimId, wording: row.wording },
    },
    other: {
      text: row.otherText,
      day: calendarDate(row.otherDay),
      claim: { id: row.otherClaimId, wording: row.otherWording },
    },
    rootId,
    foundAt: row.foundAt.toISOString(),
    dismissed:
      by === null || closedAt === null ? null : { by, at: closedAt.toISOString(), reason: reason ?? "" },
  };
}

/** How many are open of each kind, up to one more than `MOST_COUNTED`; what was changed a moment ago may still be counted. */
export async function doubtCounts(): Promise<DoubtCounts> {
  const [counts] = await database().$queryRaw<DoubtCounts[]>`
    SELECT (${countOf("wrong")}) AS "wrong", (${countOf("missed")}) AS "missed"`;
  return counts ?? { wrong: 0, missed: 0 };
}

const countOf = (view: keyof typeof KINDS) => Prisma.sql`
  SELECT count(*)::int FROM (SELECT 1 FROM "Doubt"
    WHERE "state" = 'OPEN' AND "kind" = ${KINDS[view]}::"DoubtKind" ORDER BY "foundAt", "id" LIMIT ${MOST_COUNTED + 1}) one`;
