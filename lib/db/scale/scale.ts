import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { type Scale, ScaleCode, type ScaleEntry, type ScaleVersion } from "#lib/domain/scale";
import { FIRST_SCALE } from "#lib/words/verdicts";

/** The versions of the newsroom's scale of verdicts. The first has no row. */

/** Any fixed number will do that nothing else takes. */
const WRITE_LOCK = 72_707_390;
const VERSIONS_SHOWN = 20;
const Codes = z.array(ScaleCode);

const ENTRY = {
  number: true,
  note: true,
  at: true,
  broughtBack: true,
  by: { select: { name: true } },
} as const;
const WHOLE = { ...ENTRY, codes: true, former: true } as const;

interface EntryRow {
  readonly number: number;
  readonly note: string;
  readonly at: Date;
  readonly broughtBack: number | null;
  readonly by: { readonly name: string };
}

const entryOf = ({ number, note, at, broughtBack, by }: EntryRow): ScaleEntry => ({
  number,
  note,
  broughtBack,
  byName: by.name,
  at: at.toISOString(),
});
const wholeOf = (row: EntryRow & { readonly codes: unknown; readonly former: unknown }): ScaleVersion => ({
  ...entryOf(row),
  codes: Codes.parse(row.codes),
  former: Codes.parse(row.former),
});

const FIRST_ENTRY: ScaleEntry = { number: 1, note: null, byName: null, at: null, broughtBack: null };
const FIRST: ScaleVersion = { ...FIRST_SCALE, ...FIRST_ENTRY };

type Reading = Pick<Tx, "verdictScale">;

/** The newest version, for somebody who writes the next one: whoever writes at the same time waits. */
export async function lockScale(tx: Tx): Promise<ScaleVersion> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`;
  return scaleInForce(tx);
}

/** The newest version. */
export async function scaleInForce(tx: Reading = database()): Promise<ScaleVersion> {
  const row = await tx.verdictScale.findFirst({ orderBy: { number: "desc" }, select: WHOLE });
  return row === null ? FIRST : wholeOf(row);
}

/** Null where there is no such version. */
export async function scaleVersion(number: number, tx: Reading = database()): Promise<ScaleVersion | null> {
  if (number === FIRST.number) return FIRST;
  const row = await tx.verdictScale.findUnique({ where: { number }, select: WHOLE });
  return row && wholeOf(row);
}

/** One page of the versions below a number, the newest first, and the number that the next page is below; null where it is the last. */
export async function scaleEntries(
  before: number | null,
): Promise<{ readonly entries: ScaleEntry[]; readonly older: number | null }> {
  const rows = await database().verdictScale.findMany({
    where: before === null ? {} : { number: { lt: before } },
    orderBy: { number: "desc" },
    take: VERSIONS_SHOWN + 1,
    select: ENTRY,
  });
  const entries = rows.slice(0, VERSIONS_SHOWN).map(entryOf);
  if (rows.length > VERSIONS_SHOWN) return { entries, older: entries.at(-1)?.number ?? null };
  return { entries: before !== null && before <= 1 ? entries : [...entries, FIRST_ENTRY], older: null };
}

interface NewVersion extends Scale {
  readonly note: string;
  readonly broughtBack: number | null;
  readonly byId: string;
}

export async function keepScale(tx: Tx, { codes, former, ...version }: NewVersion, now: Date): Promise<void> {
  await tx.verdictScale.create({ data: { ...version, codes: [...codes], former: [...former], at: now } });
}
