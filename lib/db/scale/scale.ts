import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { SAVED, type SavedRow, savedVersion, versionsBelow, versionsPage } from "#lib/db/core/saved-versions";
import type { GivenVersion, SavedVersion, VersionsPage } from "#lib/domain/saved-versions";
import type { Scale, ScaleVersion } from "#lib/domain/scale";
import { ScaleCode } from "#lib/domain/scale-shapes";
import { FIRST_SCALE } from "#lib/words/verdicts";

/** The versions of the newsroom's scale of verdicts. The first has no row. */

/** Any fixed number will do that nothing else takes. */
const WRITE_LOCK = 72_707_390;
const Codes = z.array(ScaleCode);

const WHOLE = { ...SAVED, codes: true, former: true } as const;

const wholeOf = (row: SavedRow & { readonly codes: unknown; readonly former: unknown }): ScaleVersion => ({
  ...savedVersion(row),
  codes: Codes.parse(row.codes),
  former: Codes.parse(row.former),
});

const FIRST_ENTRY: GivenVersion = { number: 1, note: null, byName: null, at: null, broughtBack: null };
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

/** The first version ends the last page. */
export async function scaleEntries(
  before: number | null,
): Promise<VersionsPage<SavedVersion | GivenVersion>> {
  const page = versionsPage(await database().verdictScale.findMany(versionsBelow(before)));
  const isLast = page.older === null && (before === null || before > FIRST.number);
  return isLast ? { entries: [...page.entries, FIRST_ENTRY], older: null } : page;
}

interface NewVersion extends Scale {
  readonly note: string;
  readonly broughtBack: number | null;
  readonly byId: string;
}

export async function keepScale(tx: Tx, { codes, former, ...version }: NewVersion, now: Date): Promise<void> {
  await tx.verdictScale.create({ data: { ...version, codes: [...codes], former: [...former], at: now } });
}
