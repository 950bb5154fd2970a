import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { READER_LABELS, SOURCINGS } from "./labels";
import {
  askedQueue,
  carriedList,
  QueueCursor,
  type QueueFilters,
  QueueName,
  type QueueQuery,
  QueueSort,
  queueCursor,
  without,
} from "./queue-query";
import { FILTER_NAMES, plainQueue, queueSearch } from "./queue-search";

const ID = "0190a000-0000-7000-8000-000000000000";
const asked = (search: string) => {
  const all = new URLSearchParams(search);
  return askedQueue(Object.fromEntries([...new Set(all.keys())].map((key) => [key, all.getAll(key)])));
};

const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true });
const calendarDay = day.map((at) => at.toISOString().slice(0, 10));
const typed = fc.constantFrom("Lina Aziz", "رووداو", "a & b = c?", "“side by side”", "50% #1");
const filters = fc.record(
  {
    search: typed,
    kind: fc.constantFrom("ARTICLE", "CLAIM"),
    state: fc.constantFrom("NONE", "DRAFT"),
    label: fc.constantFrom(...READER_LABELS),
    sourcing: fc.constantFrom(...SOURCINGS),
    unsure: fc.constant("yes"),
    prediction: fc.constant("yes"),
    publisher: typed,
    speaker: typed,
    claim: fc.constant(ID),
    feed: fc.constant(ID),
    language: fc.constantFrom("en", "ckb"),
    person: fc.constant(ID),
    from: calendarDay,
    to: calendarDay,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<QueueFilters>;
const queries: fc.Arbitrary<QueueQuery> = fc.record({
  view: fc.constantFrom(...QueueName.options),
  sort: fc.constantFrom(...QueueSort.options),
  filters,
});

test("a list has an address, and the address is that list", () => {
  fc.assert(
    fc.property(queries, (query) => {
      const { query: read, position, ignored } = asked(queueSearch(query));
      expect([read, position, ignored]).toEqual([query, null, []]);
    }),
  );
});

test("a place in a list has an address", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), day, day, (priority, changedAt, dueAt) => {
      const key = { priority, changedAt, dueAt, id: ID };
      expect(QueueCursor.parse(queueCursor(key))).toEqual(key);
      const { position } = asked(queueSearch(plainQueue("mine"), { before: queueCursor(key) }));
      expect(position).toEqual({ way: "before", key });
    }),
  );
});

test("a list is carried whole in another address", () => {
  fc.assert(
    fc.property(queries, (query) => {
      const carried = carriedList({ list: queueSearch(query), search: "other" });
      expect(askedQueue(carried ?? {}).query).toEqual(query);
    }),
  );
  expect(carriedList({})).toBeNull();
});

describe("an address that nobody was given", () => {
  test("is the first view, from its beginning", () => {
    expect(asked("").query).toEqual(plainQueue("mine"));
    expect(asked("view=everyone&sort=age&after=x&filters=1").query).toEqual(plainQueue("mine"));
    expect(asked("after=0_x_y_z").position).toBeNull();
    const yearNought = `0_0000-01-01T00:00:00.000Z_2026-01-01T00:00:00.000Z_${ID}`;
    expect(asked(`after=${yearNought}`).position).toBeNull();
  });

  test.each([
    ["label=LIE", "label"],
    ["claim=1", "claim"],
    ["from=2026-02-31", "from"],
    ["to=0000-01-01", "to"],
    ["language=english", "language"],
    [`search=${"x".repeat(201)}`, "search"],
    ["unsure=no", "unsure"],
  ])("%s is left out and named", (search, name) => {
    expect(asked(search)).toMatchObject({ query: { filters: {} }, ignored: [name] });
  });

  test("of what is there twice the first counts; what is empty isn't asked", () => {
    expect(asked("label=OPINION&label=REPORTED&search=+&publisher=").query.filters).toEqual({
      label: "OPINION",
    });
  });

  test("holds no control and no half of a character", () => {
    expect(asked("search=a%00%0Ab").query.filters.search).toBe("a b");
    expect(askedQueue({ speaker: "A \ud800 B" }).query.filters.speaker).toBe("A B");
  });

  test("of any kind is read without an error", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...FILTER_NAMES, "view", "after", "at"), fc.string()),
        (some) => {
          expect(askedQueue(some).query.view).toBeDefined();
        },
      ),
    );
  });
});

test("one filter is taken away, and the others stay", () => {
  const query = { ...plainQueue("all"), filters: { label: "OPINION", search: "quay" } } as const;
  expect(without(query, "label").filters).toEqual({ search: "quay" });
});
