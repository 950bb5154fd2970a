import type { PlaceRow } from "#lib/db/audit/standing";
import { calendarDate } from "#lib/db/core/calendar";
import { database } from "#lib/db/core/client";
import { rowsFound } from "#lib/db/core/found";
import { Prisma } from "#lib/db/generated/client";
import type { CalendarDate } from "#lib/domain/analysis";
import { dueCursor } from "#lib/domain/promise-desk";
import {
  type DuePlace,
  dueDayOf,
  isForward,
  type LedgerAsked,
  type LedgerCounts,
  type LedgerPage,
  NO_DUE_DAY,
  type PromiseState,
  STATES_SHOWN,
} from "#lib/domain/promise-ledger";
import type { Appearance } from "#lib/domain/published";
import { placesAt } from "./places";
import { queryOf, termsOf } from "./search-words";
import { askedTwice, Shown } from "./shown";

/**
 * The ledger of promises. It asks `StandingPromise`, whose rows only say where promises are; what is shown comes from the publications, by `Shown`.
 * Where a promise stands on a day is a range of an index: nothing goes stale at midnight.
 */

const ON_A_PAGE = 20;
/** Counting goes no further, however many there are. */
const MOST_COUNTED = 500;
const FOLLOWED = 100;

interface KeyRow {
  readonly publicationId: string;
  readonly number: number;
  readonly due: Date;
  readonly fate: string;
}

/** A part of the ledger, in its order. Beyond the last one is empty. */
export function publishedPromises(asked: LedgerAsked, place: DuePlace | null): Promise<LedgerPage> {
  return askedTwice(async () => {
    const sought = await soughtOf(asked);
    const base = { next: null, previous: null, respelt: sought.respelt };
    if (sought.query === null) return { ...base, places: [], isProven: true };
    const isBack = place?.way === "before";
    const keys = await keysOf({ ...asked, query: sought.query }, place, ON_A_PAGE + 1);
    const goesOn = keys.length > ON_A_PAGE;
    const rows = isBack ? keys.slice(0, ON_A_PAGE).reverse() : keys.slice(0, ON_A_PAGE);
    const { found, isProven } = await shownOf(rows);
    return {
      ...base,
      places: found.map(({ place }) => place),
      isProven,
      next: isBack || goesOn ? cursorOf(rows.at(-1)) : null,
      previous: (isBack ? goesOn : place !== null) ? cursorOf(rows[0]) : null,
    };
  });
}

/** The promises that were published last, of those that the filter leaves; at most 100. */
export async function latestPromises(
  asked: LedgerAsked,
): Promise<readonly { readonly appearance: Appearance; readonly publishedAt: string }[]> {
  const { query } = await soughtOf(asked);
  if (query === null) return [];
  const { own, rest } = conditionsOf({ ...asked, query });
  const rows = await rowsOf<KeyRow>(
    {
      own: Prisma.sql`true`,
      rest: [own, ...rest],
      isRare: asked.state === "due",
      order: Prisma.sql`p."publishedAt" DESC, p."publicationId" DESC, p.number DESC`,
      take: FOLLOWED,
    },
    KEY,
  );
  return (await shownOf(rows)).found.map(({ row, place }) => ({
    appearance: place,
    publishedAt: row.publishedAt.toISOString(),
  }));
}

/** The promises of a filter in the ledger's order, for a calendar; at most 100. */
export async function promisesForCalendar(asked: LedgerAsked): Promise<readonly Appearance[]> {
  const { query } = await soughtOf(asked);
  if (query === null) return [];
  const { found } = await shownOf(await keysOf({ ...asked, query }, null, FOLLOWED));
  return found.map(({ place }) => place);
}

/** How many promises there are of each state, under the other filters. */
export async function promiseCounts(asked: LedgerAsked): Promise<LedgerCounts> {
  const { query } = await soughtOf(asked);
  const parts = [null, ...STATES_SHOWN].map((state) =>
    partOf({ ...asked, query: query ?? "", state }, null, MOST_COUNTED + 1),
  );
  const [all = 0, ...each] = query === null ? [] : await countsOf(parts);
  const of = Object.fromEntries(STATES_SHOWN.map((state, i) => [state, each[i] ?? 0]));
  // Each state that is shown has its count.
  return { most: MOST_COUNTED, all, of: of as LedgerCounts["of"] };
}

/** In one question where an index in the order of the list answers; else one part after the other, so that a page holds one connection. */
async function countsOf(parts: readonly Part[]): Promise<number[]> {
  if (parts.every(({ rest }) => rest.length === 0)) {
    const counts = parts.map(({ own, isRare, order, take }, at) => {
      const ordered = isRare ? Prisma.empty : Prisma.sql`ORDER BY ${order}`;
      return Prisma.sql`SELECT ${at}::int AS at, count(*)::int AS n FROM (
        SELECT 1 FROM "StandingPromise" p WHERE ${own} ${ordered} LIMIT ${take}) part`;
    });
    const rows = await database().$queryRaw<
      { at: number; n: number }[]
    >`${Prisma.join(counts, " UNION ALL ")}`;
    return rows.toSorted((a, b) => a.at - b.at).map(({ n }) => n);
  }
  const counts: number[] = [];
  for (const part of parts) counts.push((await rowsOf(part, Prisma.sql`1 AS n`)).length);
  return counts;
}

/** `query` is a tsquery; empty where no word is looked for. */
interface Asked extends LedgerAsked {
  readonly query: string;
}

async function soughtOf({ question }: LedgerAsked) {
  if (question === null) return { query: "", respelt: [] };
  const { terms, respelt } = await termsOf(question.parts);
  return { query: queryOf(terms), respelt };
}

const KEY = Prisma.sql`p."publicationId", p.number, p.due, p.fate::text`;

const keysOf = (asked: Asked, place: DuePlace | null, take: number): Promise<KeyRow[]> =>
  rowsOf<KeyRow>(partOf(asked, place, take), KEY);

interface Part {
  /** What an index in the list's order answers. */
  readonly own: Prisma.Sql;
  /** What else has to be true of its rows. */
  readonly rest: readonly Prisma.Sql[];
  readonly isRare: boolean;
  readonly order: Prisma.Sql;
  readonly take: number;
}

function partOf(asked: Asked, place: DuePlace | null, take: number): Part {
  const isUp = isForward(asked.state) !== (place?.way === "before");
  const from =
    place === null
      ? Prisma.sql`true`
      : Prisma.sql`(p.due, p."publicationId", p.number) ${isUp ? Prisma.sql`>` : Prisma.sql`<`}
          (${place.cursor.day}::date, ${place.cursor.id}::uuid, ${place.cursor.number}::int)`;
  const { own, rest } = conditionsOf(asked);
  // What is due on a day is few, and found by its days.
  return {
    own: Prisma.sql`${own} AND ${from}`,
    rest,
    isRare: asked.state === "due",
    order: orderOf(isUp),
    take,
  };
}

function rowsOf<Row>({ own, rest, isRare, order, take }: Part, columns: Prisma.Sql): Promise<Row[]> {
  const rows = (where: readonly Prisma.Sql[], most: number) =>
    Prisma.sql`SELECT * FROM "StandingPromise" p WHERE ${Prisma.join([own, ...where], " AND ")} ORDER BY ${order} LIMIT ${most}`;
  const read = (some: Prisma.Sql) => Prisma.sql`SELECT ${columns} FROM (${some}) p ORDER BY ${order}`;
  if (rest.length === 0) return database().$queryRaw<Row[]>`${read(rows([], take))}`;
  return rowsFound<Row>({
    along: (far) =>
      read(
        Prisma.sql`SELECT * FROM (${rows([], far)}) p WHERE ${Prisma.join(rest, " AND ")} ORDER BY ${order} LIMIT ${take}`,
      ),
    byIndex: read(rows(rest, take)),
    take,
    isRare,
  });
}

const orderOf = (isUp: boolean): Prisma.Sql =>
  isUp
    ? Prisma.sql`p.due, p."publicationId", p.number`
    : Prisma.sql`p.due DESC, p."publicationId" DESC, p.number DESC`;

const dated = Prisma.sql`p.due > ${NO_DUE_DAY}::date`;
const waits = Prisma.sql`p.fate = 'WAITS'`;

const STATES = {
  open: (today: CalendarDate) => Prisma.sql`${waits} AND p.due >= ${today}::date`,
  due: (today: CalendarDate) =>
    Prisma.sql`${waits} AND p."dueFrom" IS NOT NULL AND promise_days(p."dueFrom", p.due) @> ${today}::date`,
  overdue: (today: CalendarDate) => Prisma.sql`${waits} AND ${dated} AND p.due < ${today}::date`,
  undated: () => Prisma.sql`${waits} AND p.due = ${NO_DUE_DAY}::date`,
  happened: () => Prisma.sql`p.fate = 'HAPPENED'`,
  "did-not-happen": () => Prisma.sql`p.fate = 'DID_NOT_HAPPEN'`,
  partly: () => Prisma.sql`p.fate = 'PARTLY'`,
  "cannot-be-told": () => Prisma.sql`p.fate = 'UNRESOLVABLE'`,
  resolved: () => Prisma.sql`p.fate <> 'WAITS'`,
} as const satisfies Record<PromiseState, (today: CalendarDate) => Prisma.Sql>;

/** `own` are those of an index in the order of the list: the state, the days and one name; `rest` is what else is asked for. */
function conditionsOf({
  state,
  publisher,
  speaker,
  from,
  to,
  query,
  today,
}: Asked): Pick<Part, "own" | "rest"> {
  const names = [
    ...(publisher === null ? [] : [Prisma.sql`p.publisher = promise_name(${publisher}::text)`]),
    ...(speaker === null ? [] : [Prisma.sql`p.speaker = promise_name(${speaker}::text)`]),
  ];
  const own = [
    state === null ? Prisma.sql`true` : STATES[state](today),
    ...names.slice(0, 1),
    ...(from === null ? [] : [Prisma.sql`p.due >= ${from}::date AND ${dated}`]),
    ...(to === null ? [] : [Prisma.sql`p.due <= ${to}::date AND ${dated}`]),
  ];
  return {
    own: Prisma.join(own, " AND "),
    rest: [...names.slice(1), ...(query === "" ? [] : [Prisma.sql`p.words @@ ${query}::tsquery`])],
  };
}

interface Found {
  readonly row: PlaceRow;
  readonly place: Appearance;
}

/** What these rows show. A row that says anything else than its statement is left out, and what is shown is not proven. */
async function shownOf(
  keys: readonly KeyRow[],
): Promise<{ readonly found: readonly Found[]; readonly isProven: boolean }> {
  if (keys.length === 0) return { found: [], isProven: true };
  const rows = await placesAt(keys);
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const found = keys.flatMap((key): Found[] => {
    const row = byKey.get(keyOf(key));
    const place = row === undefined ? null : shown.place(row);
    const prediction = place?.statement.prediction;
    if (row === undefined || !place || !prediction) return [];
    const isSame =
      dueDayOf(prediction) === calendarDate(key.due) && (prediction.outcome?.result ?? "WAITS") === key.fate;
    return isSame ? [{ row, place }] : [];
  });
  return { found, isProven: shown.isProven && found.length === keys.length };
}

const keyOf = ({ publicationId, number }: Pick<KeyRow, "publicationId" | "number">): string =>
  `${publicationId} ${number}`;

function cursorOf(row: KeyRow | undefined): string | null {
  return row === undefined
    ? null
    : dueCursor({ day: calendarDate(row.due) ?? NO_DUE_DAY, id: row.publicationId, number: row.number });
}
