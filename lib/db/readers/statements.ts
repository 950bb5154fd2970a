import type { PlaceRow } from "#lib/db/audit/standing";
import { type StatementCursor, statementCursor } from "#lib/domain/cursors";
import type { ReaderLabel } from "#lib/domain/labels";
import type { StatementPage } from "#lib/domain/published";
import { statementsFrom } from "./places";
import { askedTwice, Shown } from "./shown";

/** Statements of pages that stand, as a list of their own. */

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
