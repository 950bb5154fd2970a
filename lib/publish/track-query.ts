import { ReaderLabel } from "#lib/domain/labels-shapes";
import { DueCursor } from "#lib/domain/promise-desk";
import { AgainCursor, PageList, Period, PromiseList, type TrackFilter } from "#lib/domain/track-records";

/** What the address of a list of a record asks for. */
export type AskedList = Readonly<Record<string, string | string[] | undefined>>;

/** Null where it is none that could be: said twice, mistyped, or promises together with a label or a time. */
export function statementList({
  label,
  period,
  promises,
  after,
}: AskedList): { readonly filter: TrackFilter; readonly after: DueCursor | null } | null {
  const read = [
    ReaderLabel.optional().safeParse(label),
    Period.optional().safeParse(period),
    PromiseList.optional().safeParse(promises),
    DueCursor.optional().safeParse(after),
  ] as const;
  const [ofLabel, ofTime, ofPromises, place] = read;
  if (!ofLabel.success || !ofTime.success || !ofPromises.success || !place.success) return null;
  const filter = {
    label: ofLabel.data ?? null,
    period: ofTime.data ?? null,
    promises: ofPromises.data ?? null,
  };
  if (filter.promises !== null && (filter.label !== null || filter.period !== null)) return null;
  return { filter, after: place.data ?? null };
}

/** Null where there is no such list. */
export const pageList = ({ list }: AskedList): PageList | null =>
  PageList.default("counted").safeParse(list).data ?? null;

/** Null for the beginning of the list, `undefined` where the address names no place that could be. */
export function againPlace({ after }: AskedList): AgainCursor | null | undefined {
  return after === undefined ? null : AgainCursor.safeParse(after).data;
}
