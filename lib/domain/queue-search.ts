/** Where a part of the queue is to be found. */

export const QUEUE_NAMES = [
  "mine",
  "unassigned",
  "needs-reader",
  "disagreements",
  "to-publish",
  "returned",
  "due",
  "others",
  "published",
  "dismissed",
  "all",
] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** In UTF-16 units: the longest that anybody types into a field of a filter. */
export const FILTER_LENGTH = 200;
/** In the order in which they stand in an address. */
export const FILTER_NAMES = [
  "search",
  "kind",
  "state",
  "label",
  "sourcing",
  "unsure",
  "prediction",
  "publisher",
  "speaker",
  "claim",
  "feed",
  "language",
  "person",
  "from",
  "to",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** A view as it is opened first. */
export function plainQueue(view: QueueName) {
  return { view, sort: "priority", filters: {} } as const;
}

interface Query {
  readonly view: QueueName;
  readonly sort: string;
  readonly filters: { readonly [Name in FilterName]?: string };
}

/** The query as it stands in an address, always the same for the same query; `more` is a place in it. */
export function queueSearch(
  { view, sort, filters }: Query,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({ view });
  if (sort !== "priority") search.set("sort", sort);
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value !== undefined) search.set(name, value);
  }
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  return search.toString();
}
