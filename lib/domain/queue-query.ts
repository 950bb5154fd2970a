import { z } from "zod";
import { ReaderLabel, Sourcing } from "./labels-shapes";
import { FILTER_LENGTH, FILTER_NAMES, type FilterName, QUEUE_NAMES } from "./queue-search";
import { Id, ReviewKind, ReviewState } from "./reviews";

/** Which part of the queue is asked for: a view, what it is narrowed by, its order and a place in it. All of it stands in the address. */

export const QueueName = z.enum(QUEUE_NAMES);
export type QueueName = z.infer<typeof QueueName>;

export const QueueSort = z.enum(["priority", "newest", "due"]);
export type QueueSort = z.infer<typeof QueueSort>;
const Typed = z
  .string()
  .transform((text) =>
    text
      .replace(/[\p{Cc}\p{Surrogate}]+/gu, " ")
      .replace(/\s+/gu, " ")
      .trim(),
  )
  .pipe(z.string().min(1).max(FILTER_LENGTH));
const Yes = z.literal("yes");
/** A day that there is, as the database takes it: it knows no year 0. */
const Day = z.iso.date().refine((day) => day >= "1000");

/** One value of each at most; what isn't here isn't asked. Days bound the day of the page, both included. */
export const FILTERS = {
  search: Typed,
  kind: ReviewKind,
  state: z.enum([...ReviewState.options, "NONE"]),
  label: ReaderLabel,
  sourcing: Sourcing,
  unsure: Yes,
  prediction: Yes,
  publisher: Typed,
  speaker: Typed,
  claim: Id,
  feed: Id,
  language: z
    .string()
    .toLowerCase()
    .regex(/^[a-z]{2,3}$/),
  person: Id,
  from: Day,
  to: Day,
} as const satisfies Record<FilterName, z.ZodType>;

export type QueueFilters = { readonly [Name in FilterName]?: z.infer<(typeof FILTERS)[Name]> };

export interface QueueQuery {
  readonly view: QueueName;
  readonly sort: QueueSort;
  readonly filters: QueueFilters;
}

/** Where a list goes on: all that any order asks of its last row. */
export interface QueueKey {
  readonly priority: number;
  readonly changedAt: Date;
  readonly dueAt: Date;
  readonly id: string;
}

const Instant = z.iso
  .datetime({ precision: 3 })
  .refine((at) => at >= "1000")
  .transform((at) => new Date(at));
export const QueueCursor = z
  .string()
  .max(120)
  .transform((text) => text.split("_"))
  .pipe(z.tuple([z.string().regex(/^-?\d{1,6}$/), Instant, Instant, Id]))
  .transform(([priority, changedAt, dueAt, id]): QueueKey => {
    return { priority: Number(priority), changedAt, dueAt, id };
  });

export function queueCursor({ priority, changedAt, dueAt, id }: QueueKey): string {
  return `${priority}_${changedAt.toISOString()}_${dueAt.toISOString()}_${id}`;
}

export interface QueuePosition {
  readonly way: "after" | "before";
  readonly key: QueueKey;
}

export interface AskedQueue {
  readonly query: QueueQuery;
  /** Null for the beginning. */
  readonly position: QueuePosition | null;
  /** Filters whose value can't be meant: they are left out, and the screen says so. */
  readonly ignored: readonly FilterName[];
}

/** In UTF-16 units: more than all filters together take. */
const LONGEST_LIST = 4000;

type Asked = Readonly<Record<string, string | string[] | undefined>>;

const firstOf = (value: string | string[] | undefined): string => [value ?? ""].flat()[0] ?? "";

/** Read an address. What is empty isn't asked; of what is there twice the first counts. A place that can't be is the beginning. */
export function askedQueue(asked: Asked): AskedQueue {
  const filters: Record<string, string> = {};
  const ignored: FilterName[] = [];
  for (const name of FILTER_NAMES) {
    const given = firstOf(asked[name]);
    if (given.trim() === "") continue;
    const read = FILTERS[name].safeParse(given);
    if (read.success) filters[name] = read.data;
    else ignored.push(name);
  }
  return {
    query: {
      view: QueueName.catch("mine").parse(firstOf(asked.view)),
      sort: QueueSort.catch("priority").parse(firstOf(asked.sort)),
      filters: filters as QueueFilters, // each was read by its own schema above
    },
    position: positionIn(asked),
    ignored,
  };
}

/** Where in the list something was opened; null where the address doesn't say. */
export function openedAt({ at }: Asked): QueueKey | null {
  return QueueCursor.safeParse(firstOf(at)).data ?? null;
}

/** An address carried whole in another, as `list`; null where there is none. */
export function carriedList({ list }: Asked): Asked | null {
  const text = firstOf(list);
  return text === "" ? null : Object.fromEntries(new URLSearchParams(text.slice(0, LONGEST_LIST)));
}

function positionIn(asked: Asked): QueuePosition | null {
  const way = asked.before === undefined ? "after" : "before";
  const key = QueueCursor.safeParse(firstOf(asked[way])).data;
  return key === undefined ? null : { way, key };
}

export const isNarrowed = ({ filters }: QueueQuery): boolean => Object.keys(filters).length > 0;

/** The same without one filter. */
export function without(query: QueueQuery, name: FilterName): QueueQuery {
  const { [name]: _gone, ...filters } = query.filters;
  return { ...query, filters };
}
