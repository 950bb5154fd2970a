import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { rowsFound } from "#lib/db/core/found";
import { isRareAmong, reckonedFor } from "#lib/db/core/shares";
import { type QueueItem as Item, Prisma } from "#lib/db/generated/client";
import { importView } from "#lib/db/imports/views";
import { type Actor, may } from "#lib/domain/actor";
import { MOST_COUNTED, type NextActor, type Queue, type QueueItem, type QueuePane } from "#lib/domain/queue";
import { PriorityReason, urgencyOf } from "#lib/domain/queue-priority";
import {
  QueueCursor,
  type QueueKey,
  QueueName,
  type QueuePosition,
  type QueueQuery,
  queueCursor,
} from "#lib/domain/queue-query";
import { plainQueue } from "#lib/domain/queue-search";
import * as words from "#lib/words";
import { conditionsOf, type QueueConditions } from "./narrowing";
import { NEVER_DUE } from "./rows";

/**
 * The desk's queue, asked of `QueueItem`: a view in its order from any place on, by an index. Nothing here reads more rows than it shows, but
 * for what a view of handed-in work leaves out because one wrote it oneself, and what is walked past where a view is narrowed.
 */

const ON_A_PAGE = 50;
const DAY = 86_400_000;
const IMPORTS_SHOWN = 20;

/** A part of the list, from a place of it on; null for its beginning. */
export async function queueOf(
  actor: Actor,
  query: QueueQuery,
  position: QueuePosition | null = null,
): Promise<Queue> {
  const conditions = await conditionsOf(query, actor);
  const [found, counts, imports] = await Promise.all([
    conditions === null ? [] : rowsFrom(conditions, query, position, ON_A_PAGE + 1),
    countsOf(actor),
    importsUnderWay(),
  ]);
  const goesOn = found.length > ON_A_PAGE;
  const rows = found.slice(0, ON_A_PAGE);
  const isBack = position?.way === "before";
  if (isBack) rows.reverse();
  const items = rows.map((row) => itemOf(row, actor));
  return {
    query,
    items,
    counts,
    after: isBack || goesOn ? (items.at(-1)?.cursor ?? null) : null,
    before: (isBack ? goesOn : position !== null) ? (items[0]?.cursor ?? null) : null,
    imports,
  };
}

/** The items around one, whether or not it still stands in the list: so many before and after its place, in the list's order. */
export async function queueAround(
  actor: Actor,
  query: QueueQuery,
  key: QueueKey,
  most: { readonly before: number; readonly after: number },
): Promise<{ readonly before: QueueItem[]; readonly after: QueueItem[] }> {
  const conditions = await conditionsOf(query, actor);
  if (conditions === null) return { before: [], after: [] };
  const [before, after] = await Promise.all([
    rowsFrom(conditions, query, { way: "before", key }, most.before),
    rowsFrom(conditions, query, { way: "after", key }, most.after),
  ]);
  const items = (rows: readonly Row[]) => rows.map((row) => itemOf(row, actor));
  return { before: items(before.reverse()), after: items(after) };
}

/** So many items stand around what is open. */
const PANE = { before: 10, after: 30 } as const;

/**
 * The list beside what is open. `at` is where it was opened from: the place holds when it has left the list since. Without one it is its own
 * place; what was never in the list has the list's beginning.
 */
export async function queuePane(
  actor: Actor,
  query: QueueQuery,
  open: { readonly versionId: string } | { readonly claimId: string },
  at: QueueKey | null,
): Promise<QueuePane> {
  const [here, counts] = await Promise.all([itemIn(actor, query, open), countsOf(actor)]);
  const key = at ?? (here === null ? null : QueueCursor.parse(here.cursor));
  if (key === null) {
    const { items } = await queueOf(actor, query);
    return { counts, query, items, previous: null, next: items[0] ?? null };
  }
  const { before, after } = await queueAround(actor, query, key, PANE);
  const isOther = (item: QueueItem) => item.id !== here?.id;
  const [others, further] = [before.filter(isOther), after.filter(isOther)];
  return {
    counts,
    query,
    items: [...others, ...(here === null ? [] : [here]), ...further],
    previous: others.at(-1) ?? null,
    next: further[0] ?? null,
  };
}

/** The item that stands for this version or claim in the list; null where none does. */
export async function itemIn(
  actor: Actor,
  query: QueueQuery,
  open: { readonly versionId: string } | { readonly claimId: string },
): Promise<QueueItem | null> {
  const conditions = await conditionsOf(query, actor);
  if (conditions === null) return null;
  const isOpen =
    "versionId" in open
      ? Prisma.sql`q."subjectId" = (SELECT "articleId" FROM "ArticleVersion" WHERE "id" = ${open.versionId}::uuid)`
      : Prisma.sql`q."subjectId" = ${open.claimId}::uuid`;
  const rows = await database().$queryRaw<Row[]>`
    ${SHOWN_OF} "QueueItem" q ${NAMES} WHERE ${Prisma.join([isOpen, conditions.view, ...conditions.narrowed], " AND ")}`;
  return rows.map((row) => itemOf(row, actor))[0] ?? null;
}

const ORDERS = {
  priority: {
    list: Prisma.sql`q."priority" DESC, q."changedAt" DESC, q."id" DESC`,
    back: Prisma.sql`q."priority", q."changedAt", q."id"`,
    beyond: ({ priority, changedAt, id }: QueueKey, sign: Prisma.Sql) =>
      Prisma.sql`(q."priority", q."changedAt", q."id") ${sign} (${priority}::int, ${changedAt}::timestamptz, ${id}::uuid)`,
    isUp: false,
  },
  newest: {
    list: Prisma.sql`q."changedAt" DESC, q."id" DESC`,
    back: Prisma.sql`q."changedAt", q."id"`,
    beyond: ({ changedAt, id }: QueueKey, sign: Prisma.Sql) =>
      Prisma.sql`(q."changedAt", q."id") ${sign} (${changedAt}::timestamptz, ${id}::uuid)`,
    isUp: false,
  },
  due: {
    list: Prisma.sql`q."dueAt", q."id"`,
    back: Prisma.sql`q."dueAt" DESC, q."id" DESC`,
    beyond: ({ dueAt, id }: QueueKey, sign: Prisma.Sql) =>
      Prisma.sql`(q."dueAt", q."id") ${sign} (${dueAt}::timestamptz, ${id}::uuid)`,
    isUp: true,
  },
} as const;

/** What the list shows and goes on from. */
const SHOWN = [
  "id",
  "subjectId",
  "kind",
  "place",
  "state",
  "versionId",
  "version",
  "alsoVersions",
  "title",
  "publisher",
  "day",
  "waiting",
  "total",
  "assigneeId",
  "lostId",
  "hasReader",
  "writers",
  "priority",
  "reasons",
  "urgency",
  "dueAt",
  "changedAt",
  "dismissedFor",
  "revision",
] as const satisfies readonly (keyof Item)[];

type Row = Pick<Item, (typeof SHOWN)[number]> & {
  readonly assigneeName: string | null;
  readonly lostName: string | null;
};

const SHOWN_OF = Prisma.sql`SELECT ${Prisma.raw(SHOWN.map((name) => `q."${name}"`).join(", "))},
  a."name" AS "assigneeName", l."name" AS "lostName" FROM`;
const NAMES = Prisma.sql`LEFT JOIN "User" a ON a."id" = q."assigneeId" LEFT JOIN "User" l ON l."id" = q."lostId"`;

async function rowsFrom(
  { view, narrowed, shares: sharesOf }: QueueConditions,
  { sort }: QueueQuery,
  position: QueuePosition | null,
  take: number,
): Promise<Row[]> {
  if (take === 0) return [];
  const { list, back, beyond, isUp } = ORDERS[sort];
  const isBack = position?.way === "before";
  const order = isBack ? back : list;
  const from =
    position === null
      ? Prisma.sql`true`
      : beyond(position.key, isBack === isUp ? Prisma.sql`<` : Prisma.sql`>`);
  const rows = (conditions: readonly Prisma.Sql[], most: number) =>
    Prisma.sql`SELECT * FROM "QueueItem" q WHERE ${Prisma.join([view, from, ...conditions], " AND ")}
      ORDER BY ${order} LIMIT ${most}`;
  const shown = (some: Prisma.Sql) => Prisma.sql`${SHOWN_OF} (${some}) q ${NAMES} ORDER BY ${order}`;
  if (narrowed.length === 0) return database().$queryRaw<Row[]>`${shown(rows([], take))}`;
  const { shares, items } = await sharesOf();
  return rowsFound<Row>({
    along: (far) =>
      shown(Prisma.sql`SELECT * FROM (${rows([], far)}) q WHERE ${Prisma.join(narrowed, " AND ")}
        ORDER BY ${order} LIMIT ${take}`),
    byIndex: shown(rows(narrowed, take)),
    take,
    isRare: isRareAmong(shares, items, take),
    reckoned: reckonedFor(shares, items, take),
  });
}

/** How many items each view has, none counted further than it is told. In the order of an index, so that it is read row by row. */
async function countsOf(actor: Actor): Promise<Queue["counts"]> {
  const counted = await Promise.all(
    QueueName.options.map(async (view) => [view, await conditionsOf(plainQueue(view), actor)] as const),
  );
  const parts = counted.flatMap(([view, conditions]) =>
    conditions === null
      ? []
      : [
          Prisma.sql`SELECT ${view} AS view, count(*)::int AS n FROM (
            SELECT 1 FROM "QueueItem" q WHERE ${conditions.view}
            ORDER BY ${ORDERS.newest.list} LIMIT ${MOST_COUNTED + 1}) part`,
        ],
  );
  const rows = await database().$queryRaw<{ view: QueueName; n: number }[]>(
    Prisma.join(parts, " UNION ALL "),
  );
  const by = new Map(rows.map(({ view, n }) => [view, n]));
  const entries = QueueName.options.map((view) => [view, by.get(view) ?? 0]);
  return Object.fromEntries(entries) as Queue["counts"]; // an entry for each name
}

/** How many pages of the queue make this claim, or one that was joined with it: no more than `MOST_COUNTED + 1`. */
export async function pagesWithClaim(actor: Actor, claimId: string): Promise<number> {
  const filters = { kind: "ARTICLE", claim: claimId } as const;
  const conditions = await conditionsOf({ ...plainQueue("all"), filters }, actor);
  if (conditions === null) return 0;
  const [row] = await database().$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM "QueueItem" q WHERE ${Prisma.join([conditions.view, ...conditions.narrowed], " AND ")} LIMIT ${MOST_COUNTED + 1}
    ) part`;
  return row?.n ?? 0;
}

async function importsUnderWay() {
  const imports = await database().import.findMany({
    where: {
      state: { not: "DONE" },
      // Looks that nobody asked for are told on the page itself.
      OR: [{ articleId: null }, { requestedById: { not: null } }],
      requestedAt: { gt: new Date(Date.now() - DAY) },
    },
    orderBy: { requestedAt: "desc" },
    take: IMPORTS_SHOWN,
  });
  return imports.map((row) => importView(row));
}

const Reasons = PriorityReason.array();

function itemOf(row: Row, actor: Actor): QueueItem {
  const { assigneeId, versionId, subjectId, kind } = row;
  return {
    id: row.id,
    subjectId,
    kind,
    place: row.place,
    href: versionId === null ? `/desk/claims/${subjectId}` : `/desk/articles/${versionId}`,
    cursor: queueCursor(row),
    title: row.title ?? words.desk.queue.untitled,
    state: row.state,
    waiting: row.waiting,
    total: row.total,
    next: nextOf(row, actor),
    changedAt: row.changedAt.toISOString(),
    publisher: row.publisher,
    day: calendarDate(row.day),
    version: row.version,
    articleId: versionId === null ? null : subjectId,
    alsoVersions: row.alsoVersions,
    dismissedFor: row.dismissedFor,
    assignee: assigneeId === null ? null : { id: assigneeId, name: row.assigneeName ?? "" },
    lostName: row.lostName,
    urgency: row.urgency ?? urgencyOf(row),
    isByHand: row.urgency !== null,
    reasons: Reasons.parse(row.reasons),
    dueAt: row.dueAt.getTime() === NEVER_DUE.getTime() ? null : row.dueAt.toISOString(),
    revision: row.revision,
  };
}

function nextOf(row: Row, actor: Actor): NextActor {
  const { place, assigneeId, assigneeName, hasReader, writers } = row;
  if (place === "PUBLISHED" || place === "DISMISSED") return { kind: "nobody" };
  if (place === "OPEN") return { kind: "you" };
  if (place === "HELD" || hasReader) {
    return assigneeId === actor.id ? { kind: "you" } : { kind: "person", name: assigneeName ?? "" };
  }
  const canPublish = may(actor.role, "review.publish") && !writers.includes(actor.id);
  return canPublish ? { kind: "you" } : { kind: "another-editor" };
}
