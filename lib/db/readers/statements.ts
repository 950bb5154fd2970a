import type { PlaceRow } from "#lib/db/audit/standing";
import { calendarDate } from "#lib/db/core/calendar";
import type { CalendarDate } from "#lib/domain/analysis";
import { type StatementCursor, statementCursor } from "#lib/domain/cursors";
import type { ReaderLabel } from "#lib/domain/labels";
import type { PromiseState } from "#lib/domain/predictions";
import { type DueCursor, dueCursor } from "#lib/domain/promise-desk";
import type { StatementPage } from "#lib/domain/published";
import { promisesIn, statementsFrom } from "./places";
import { askedTwice, Shown } from "./shown";

/** Statements and promises of pages that stand, as lists of their own. */

const ON_A_PAGE = 20;

export interface StatementsAsked {
  /** Null for any. */
  readonly label: ReaderLabel | null;
  readonly after: StatementCursor | null;
}

/** The latest published first. Beyond the last one is empty. */
export function publishedStatements({ label, after }: StatementsAsked): Promise<StatementPage> {
  return askedTwice(async () =>
    pageOf(
      await statementsFrom(label, after, ON_A_PAGE + 1),
      ({ publishedAt: at, publicationId: id, number }) => statementCursor({ at, id, number }),
    ),
  );
}

export interface PromisesAsked {
  readonly state: PromiseState;
  readonly today: CalendarDate;
  readonly after: DueCursor | null;
}

/** Promises for a day: open ones with the next day first, all others with the latest first. Beyond the last one is empty. */
export function publishedPromises({ state, today, after }: PromisesAsked): Promise<StatementPage> {
  return askedTwice(async () =>
    pageOf(await promisesIn(state, today, after, ON_A_PAGE + 1), ({ dueTo, publicationId: id, number }) =>
      dueCursor({ day: calendarDate(dueTo) ?? "", id, number }),
    ),
  );
}

async function pageOf(found: readonly PlaceRow[], cursor: (row: PlaceRow) => string): Promise<StatementPage> {
  const rows = found.slice(0, ON_A_PAGE);
  const last = rows.at(-1);
  const shown = await Shown.of(rows.map(({ publicationId }) => publicationId));
  const places = rows.flatMap((row) => shown.place(row) ?? []);
  return {
    places,
    more: last !== undefined && found.length > ON_A_PAGE ? cursor(last) : null,
    isProven: shown.isProven,
  };
}
