import { receiptOf } from "#lib/db/reports/error-reports";
import { type ReportReceipt, ReportToken } from "#lib/domain/error-reports";

/** What became of the report whose token stands in an address; null where none has it. */
export async function reportReceipt(token: string): Promise<ReportReceipt | null> {
  const known = ReportToken.safeParse(token).data;
  return known === undefined ? null : receiptOf(known);
}
