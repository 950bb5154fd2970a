import { database } from "#lib/db/core/client";
import type { AgreementField, SaidTogether } from "#lib/domain/agreement-report";

const MONTHS = 12;

/** How often two readers of the newsroom said what of one statement, in the last twelve months: of whom isn't told. */
export async function publishedAgreement(now: Date): Promise<SaidTogether[]> {
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1));
  const rows = await database().$queryRaw<(Omit<SaidTogether, "count"> & { count: bigint })[]>`
    SELECT "field"::text AS field, "first", "second", sum("count") AS count FROM "AgreementCount"
    WHERE "month" >= ${since}::date GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return rows.map((row) => ({ ...row, field: row.field as AgreementField, count: Number(row.count) })); // the column is that enum
}
