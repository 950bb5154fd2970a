import { dateColumn } from "#lib/db/core/calendar";
import type { Tx } from "#lib/db/core/client";
import type { Outcome } from "#lib/db/generated/client";
import type { OutcomeFields } from "#lib/domain/outcomes";

/** What became of promises. A row is never changed: another one takes its place, while its review is written. */

interface Written {
  readonly by: string;
  readonly at: Date;
}

export async function keepOutcome(
  tx: Tx,
  statementId: string,
  fields: OutcomeFields,
  { by, at }: Written,
): Promise<void> {
  await takeOutcomeAway(tx, statementId);
  const { result, quote, publisher, url, note } = fields;
  const snapshotSha256 = url === null ? null : await snapshotOf(tx, url);
  const days = { knownAt: new Date(`${fields.knownAt}T00:00:00.000Z`), saidAt: dateColumn(fields.saidAt) };
  await tx.outcome.create({
    data: {
      statementId,
      result,
      ...days,
      quote,
      publisher,
      url,
      note,
      snapshotSha256,
      writtenById: by,
      writtenAt: at,
    },
  });
}

/** False where there was none. */
export async function takeOutcomeAway(tx: Tx, statementId: string): Promise<boolean> {
  return (await tx.outcome.deleteMany({ where: { statementId } })).count > 0;
}

/** The same outcome on another statement: that of a newer version of the page. */
export async function copyOutcome(
  tx: Tx,
  { statementId: _, ...outcome }: Outcome,
  toId: string,
): Promise<void> {
  await tx.outcome.create({ data: { ...outcome, statementId: toId } });
}

/** The latest copy that we keep of the page at an address; null where we keep none. */
async function snapshotOf(tx: Tx, url: string): Promise<string | null> {
  const version = await tx.articleVersion.findFirst({
    where: { article: { url } },
    orderBy: { fetchedAt: "desc" },
    select: { snapshotSha256: true },
  });
  return version?.snapshotSha256 ?? null;
}
