import type { SavedVersion, VersionsPage } from "#lib/domain/saved-versions";

/** Rows of what is saved in numbered versions, as they are listed. */

const VERSIONS_SHOWN = 20;

export const SAVED = {
  number: true,
  note: true,
  at: true,
  broughtBack: true,
  by: { select: { name: true } },
} as const;

export interface SavedRow {
  readonly number: number;
  readonly note: string;
  readonly at: Date;
  readonly broughtBack: number | null;
  readonly by: { readonly name: string };
}

export const savedVersion = ({ number, note, at, broughtBack, by }: SavedRow): SavedVersion => ({
  number,
  note,
  broughtBack,
  byName: by.name,
  at: at.toISOString(),
});

/** What asks for the rows of one page below a number, or of the first. */
export const versionsBelow = (before: number | null) => ({
  where: before === null ? {} : { number: { lt: before } },
  orderBy: { number: "desc" as const },
  take: VERSIONS_SHOWN + 1,
  select: SAVED,
});

/** The page of the rows that `versionsBelow` asks for. */
export function versionsPage(rows: readonly SavedRow[]): VersionsPage {
  const entries = rows.slice(0, VERSIONS_SHOWN).map(savedVersion);
  return { entries, older: rows.length > VERSIONS_SHOWN ? (entries.at(-1)?.number ?? null) : null };
}
