import type { PlaceRow } from "#lib/db/audit/standing";
import { calendarDay } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { Prisma } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import type { ListPlace } from "#lib/domain/cursors";
import { type DueCursor, dueCursor } from "#lib/domain/promise-desk";
import type { Appearance, ListedClaim, ListedPage, StatementPage } from "#lib/domain/published";
import {
  type AgainCursor,
  daysOf,
  NO_DAY,
  OUTCOME_LISTS,
  type PageList,
  type PromiseList,
  type SaidAgain,
  type TrackFilter,
  type TrackKind,
} from "#lib/domain/track-records";
import { claimsById } from "./claims";
import { listPart } from "./lists";
import { listedPages } from "./pages";
import { ROW_ALONE } from "./places";
import { askedTwice, Shown } from "./shown";

/** What stands behind the numbers of a record: its statements, pages and claims, a part at a time. */

const ON_A_PAGE = 20;
const FOLLOWED = 100;

interface Record {
  readonly kind: TrackKind;
  readonly id: string;
}

interface StatementsAsked extends Record {
  readonly filter: TrackFilter;
  readonly today: CalendarDate;
  /** The day is that of the post, or the last promised one where promises are asked for. */
  readonly after: DueCursor | null;
}

type Row = PlaceRow & { readonly key: Date };

/** The latest first, those without a day behind; of open promises the next ones first. */
export function trackedStatements(asked: StatementsAsked): Promise<StatementPage> {
  return askedTwice(async () => {
    const found = await statementRows(asked);
    const rows = found.slice(0, ON_A_PAGE);
    const last = rows.at(-1);
    const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
    const more = last && { day: calendarDay(last.key), id: last.publicationId, number: last.number };
    return {
      places: rows.flatMap(({ key: _, ...row }) => shown.place(row) ?? []),
      more: more !== undefined && found.length > ON_A_PAGE ? dueCursor(more) : null,
      isProven: shown.isProven,
    };
  });
}

/** The first hundred of the list as it is read, those whose pages were published last before the others: for programs that follow it. */
export async function followedStatements(
  asked: Omit<StatementsAsked, "after">,
): Promise<readonly { readonly appearance: Appearance; readonly publishedAt: string }[]> {
  const rows = await statementRows({ ...asked, after: null }, FOLLOWED);
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  return rows
    .toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
    .flatMap(({ key: _, ...row }) => {
      const appearance = shown.place(row);
      return appearance === null ? [] : [{ appearance, publishedAt: row.publishedAt.toISOString() }];
    });
}

function statementRows(
  { kind, id, filter, today, after }: StatementsAsked,
  take = ON_A_PAGE + 1,
): Promise<Row[]> {
  const { label, period, promises } = filter;
  const key = promises === null ? Prisma.sql`t.day` : Prisma.sql`t.due`;
  const isForward = promises === "open";
  const order = (at: Prisma.Sql) => (isForward ? at : Prisma.sql`${at} DESC`);
  const days = period === null ? null : daysOf(period);
  const conditions = [
    Prisma.sql`t.kind = ${kind}::"TrackKind" AND t."subjectId" = ${id}::uuid`,
    ...(label === null ? [] : [Prisma.sql`t.label = ${label}::"ReaderLabel"`]),
    ...(days === null ? [] : [Prisma.sql`t.day BETWEEN ${days.from}::date AND ${days.to}::date`]),
    ...(promises === null ? [] : [promised(promises, today)]),
    ...(after === null
      ? []
      : [
          Prisma.sql`(${key}, t."publicationId", t.number) ${isForward ? Prisma.sql`>` : Prisma.sql`<`}
            (${after.day}::date, ${after.id}::uuid, ${after.number}::int)`,
        ]),
  ];
  return database().$queryRaw<Row[]>`
    SELECT ${ROW_ALONE}, chosen.key FROM (
      SELECT t."publicationId", t.number, ${key} AS key FROM "TrackStatement" t
      WHERE ${Prisma.join(conditions, " AND ")}
      ORDER BY ${order(key)}, ${order(Prisma.sql`t."publicationId"`)}, ${order(Prisma.sql`t.number`)} LIMIT ${take}
    ) chosen JOIN "StandingStatement" s ON s."publicationId" = chosen."publicationId" AND s.number = chosen.number
    ORDER BY ${order(Prisma.sql`chosen.key`)}, ${order(Prisma.sql`chosen."publicationId"`)}, ${order(Prisma.sql`chosen.number`)}`;
}

function promised(list: PromiseList, today: CalendarDate): Prisma.Sql {
  const waits = Prisma.sql`t.due IS NOT NULL AND t.outcome IS NULL`;
  const past = Prisma.sql`t.due > ${NO_DAY}::date AND t.due < ${today}::date`;
  switch (list) {
    case "made":
      return Prisma.sql`t.due IS NOT NULL`;
    case "open":
      return Prisma.sql`${waits} AND t.due >= ${today}::date`;
    case "overdue":
      return Prisma.sql`${waits} AND ${past}`;
    case "undated":
      return Prisma.sql`${waits} AND t.due = ${NO_DAY}::date`;
    case "fell-due":
      return past;
    default:
      return Prisma.sql`t.outcome = ${OUTCOME_LISTS[list]}::"OutcomeResult"`;
  }
}

interface PagesAsked extends Record {
  readonly list: PageList;
  readonly place: ListPlace | null;
}

interface TrackedPages {
  readonly pages: readonly ListedPage[];
  readonly older: string | null;
  readonly newer: string | null;
  readonly isProven: boolean;
}

const OF_LIST = {
  counted: Prisma.sql`t.statements > 0`,
  corrected: Prisma.sql`t.corrections > 0 AND t.statements > 0`,
  "in-part": Prisma.sql`NOT t."isWhole"`,
} as const satisfies Readonly<globalThis.Record<PageList, Prisma.Sql>>;

/** The latest published first. */
export function trackedPages({ kind, id, list, place }: PagesAsked): Promise<TrackedPages> {
  return askedTwice(async () => {
    const { rows, older, newer } = await listPart(place, ON_A_PAGE, (from, take) => {
      const isBack = from?.way === "before";
      const behind =
        from === null
          ? Prisma.empty
          : Prisma.sql`AND (t."publishedAt", t."publicationId") ${isBack ? Prisma.sql`>` : Prisma.sql`<`}
              (${from.cursor.at}::timestamptz, ${from.cursor.id}::uuid)`;
      const order = isBack
        ? Prisma.sql`t."publishedAt", t."publicationId"`
        : Prisma.sql`t."publishedAt" DESC, t."publicationId" DESC`;
      return database().$queryRaw<{ id: string; at: Date }[]>`
        SELECT t."publicationId" AS id, t."publishedAt" AS at FROM "TrackPage" t
        WHERE t.kind = ${kind}::"TrackKind" AND t."subjectId" = ${id}::uuid AND ${OF_LIST[list]} ${behind}
        ORDER BY ${order} LIMIT ${take}`;
    });
    return { ...(await listedPages(rows)), older, newer };
  });
}

interface SaidAgainPage {
  readonly claims: readonly SaidAgain[];
  readonly more: string | null;
  readonly isProven: boolean;
}

/** Claims that a record makes more than once, those of most statements first. */
export function claimsSaidAgain({
  kind,
  id,
  after,
}: Record & { after: AgainCursor | null }): Promise<SaidAgainPage> {
  return askedTwice(async () => {
    const found = await againRows({ kind, id, after });
    const rows = found.slice(0, ON_A_PAGE);
    const last = rows.at(-1);
    const { byId, isProven } = await claimsById(rows.map(({ claimId }) => claimId));
    const claims = rows.flatMap(({ claimId, count: times }) => {
      const claim = byId.get(claimId);
      return claim === undefined ? [] : [{ slug: claim.slug, wording: claim.wording, times }];
    });
    return {
      claims,
      more: last !== undefined && found.length > ON_A_PAGE ? `${last.count}_${last.claimId}` : null,
      isProven: isProven && claims.length === rows.length,
    };
  });
}

/** The first of that list, the claims that were published last before the others: for programs that follow it. */
export async function followedAgain({ kind, id }: Record): Promise<readonly ListedClaim[]> {
  const rows = await againRows({ kind, id, after: null });
  const { byId } = await claimsById(rows.map(({ claimId }) => claimId));
  return [...byId.values()].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
}

function againRows({
  kind,
  id,
  after,
}: Record & { after: AgainCursor | null }): Promise<{ claimId: string; count: number }[]> {
  const from =
    after === null
      ? Prisma.empty
      : Prisma.sql`AND (t.count, t."claimId") < (${after.count}::int, ${after.id}::uuid)`;
  return database().$queryRaw<{ claimId: string; count: number }[]>`
    SELECT t."claimId", t.count FROM "TrackClaim" t
    WHERE t.kind = ${kind}::"TrackKind" AND t."subjectId" = ${id}::uuid AND t.count > 1 ${from}
    ORDER BY t.count DESC, t."claimId" DESC LIMIT ${ON_A_PAGE + 1}`;
}
