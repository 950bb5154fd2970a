import { z } from "zod";

/**
 * Where a list goes on: the key of its last row, as it stands in an address. Whoever makes one up gets another part of the same list, or
 * nothing: it holds no secret and opens nothing.
 */

const Instant = z.iso.datetime({ precision: 3 });
const Id = z.uuid();

/** A row of a list in the order of time: when, and its id. */
export const TimeCursor = z
  .string()
  .max(70)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([Instant, Id]))
  .transform(([at, id]) => ({ at: new Date(at), id }));
export type TimeCursor = z.infer<typeof TimeCursor>;

export function timeCursor({ at, id }: TimeCursor): string {
  return `${at.toISOString()}_${id}`;
}

/** A place where a claim was made: the day, when its page was published, that publication, and the statement's number in it. */
export const PlaceCursor = z
  .string()
  .max(100)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.iso.date(), Instant, Id, z.string().regex(/^[1-9]\d{0,8}$/)]))
  .transform(([day, at, id, number]) => ({ day, at: new Date(at), id, number: Number(number) }));
export type PlaceCursor = z.infer<typeof PlaceCursor>;

export function placeCursor({ day, at, id, number }: PlaceCursor): string {
  return `${day}_${at.toISOString()}_${id}_${number}`;
}

/** A statement in the order in which pages were published: when, that publication, and the statement's number in it. */
export const StatementCursor = z
  .string()
  .max(90)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([Instant, Id, z.string().regex(/^[1-9]\d{0,8}$/)]))
  .transform(([at, id, number]) => ({ at: new Date(at), id, number: Number(number) }));
export type StatementCursor = z.infer<typeof StatementCursor>;

export function statementCursor({ at, id, number }: StatementCursor): string {
  return `${at.toISOString()}_${id}_${number}`;
}

/** Which way a list is read from a row of it: `after` goes on in its order, `before` goes back. */
export interface ListPlace {
  readonly way: "after" | "before";
  readonly cursor: TimeCursor;
}

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** The place that an address names; null for the beginning of the list, `undefined` where it names none that could be. */
export function listPlace(asked: Asked): ListPlace | null | undefined {
  const way = asked.before === undefined ? "after" : "before";
  if (asked[way] === undefined) return null;
  const cursor = TimeCursor.safeParse(asked[way]).data;
  return cursor === undefined || (asked.after !== undefined && asked.before !== undefined)
    ? undefined
    : { way, cursor };
}
