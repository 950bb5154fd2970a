import { z } from "zod";
import { database, type Tx } from "#lib/db/core/client";
import { SAVED, type SavedRow, savedVersion, versionsBelow, versionsPage } from "#lib/db/core/saved-versions";
import type { GuidelinePlaces, GuidelineVersion } from "#lib/domain/guideline";
import { codesIn, readGuideline } from "#lib/domain/guideline-text";
import { ReaderLabel, Sourcing } from "#lib/domain/labels-shapes";
import type { VersionsPage } from "#lib/domain/saved-versions";

/** The versions of the newsroom's guideline. */

/** Any fixed number will do that nothing else takes. */
const WRITE_LOCK = 72_707_375;

const WHOLE = { ...SAVED, text: true } as const;

const wholeOf = ({ text, ...row }: SavedRow & { readonly text: string }): GuidelineVersion => ({
  ...savedVersion(row),
  text,
});

/** The newest version, for somebody who writes the next one: whoever writes at the same time waits. Null where there is none. */
export async function lockGuideline(tx: Tx): Promise<GuidelineVersion | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${WRITE_LOCK})`;
  return newestGuideline(tx);
}

/** Null where nobody wrote one. */
export async function newestGuideline(
  tx: Pick<Tx, "guidelineVersion"> = database(),
): Promise<GuidelineVersion | null> {
  const row = await tx.guidelineVersion.findFirst({ orderBy: { number: "desc" }, select: WHOLE });
  return row && wholeOf(row);
}

/** Null where there is no such version. */
export async function guidelineVersion(
  number: number,
  tx: Pick<Tx, "guidelineVersion"> = database(),
): Promise<GuidelineVersion | null> {
  const row = await tx.guidelineVersion.findUnique({ where: { number }, select: WHOLE });
  return row && wholeOf(row);
}

/** The number of the newest version; null where there is none. */
export async function guidelineNumber(tx: Pick<Tx, "guidelineVersion">): Promise<number | null> {
  const row = await tx.guidelineVersion.findFirst({ orderBy: { number: "desc" }, select: { number: true } });
  return row?.number ?? null;
}

/** The newest version, and what it has sections for; null where there is none. */
export async function guidelinePlaces(): Promise<GuidelinePlaces | null> {
  const row = await database().guidelineVersion.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, codes: true },
  });
  return row && { number: row.number, codes: z.array(z.union([ReaderLabel, Sourcing])).parse(row.codes) };
}

export async function guidelineEntries(before: number | null): Promise<VersionsPage> {
  return versionsPage(await database().guidelineVersion.findMany(versionsBelow(before)));
}

interface NewVersion {
  readonly number: number;
  readonly text: string;
  readonly note: string;
  readonly broughtBack: number | null;
  readonly byId: string;
}

export async function keepGuideline(tx: Tx, version: NewVersion, now: Date): Promise<void> {
  const codes = codesIn(readGuideline(version.text));
  await tx.guidelineVersion.create({ data: { ...version, codes, at: now } });
}
