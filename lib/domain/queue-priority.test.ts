import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { URGENCIES } from "./labels";
import { PriorityCode, type PriorityFacts, priorityOf, urgencyOf } from "./queue-priority";

const NOTHING: PriorityFacts = {
  REPORTED: 0,
  FELL_DUE: 0,
  KNOWN_CLAIM: 0,
  MANY_OUTLETS: 0,
  UNSOURCED: 0,
  NOT_SURE: 0,
};
const facts = fc.record(
  Object.fromEntries(PriorityCode.options.map((code) => [code, fc.nat(1000)])) as Record<
    PriorityCode,
    fc.Arbitrary<number>
  >,
);

test("a page of which nothing is known isn't urgent, and has no reason", () => {
  expect(priorityOf(NOTHING, null)).toEqual({ priority: 0, reasons: [] });
  expect(urgencyOf(priorityOf(NOTHING, null))).toBe("NORMAL");
});

describe.each(PriorityCode.options)("%s", (code) => {
  test("one of it outweighs any number of a kind below it", () => {
    const below = PriorityCode.options.slice(PriorityCode.options.indexOf(code) + 1);
    for (const other of below) {
      const one = priorityOf({ ...NOTHING, [code]: 1 }, null).priority;
      expect([other, one > priorityOf({ ...NOTHING, [other]: 1000 }, null).priority]).toEqual([other, true]);
    }
  });

  test("more of it is no less urgent, and its count is told", () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 50 }), (some, n) => {
        const more = { ...some, [code]: some[code] + n };
        const { priority, reasons } = priorityOf(more, null);
        expect(priority).toBeGreaterThanOrEqual(priorityOf(some, null).priority);
        expect(reasons).toContainEqual({ code, count: more[code] });
      }),
    );
  });
});

test("what a person said goes before all that is counted", () => {
  fc.assert(
    fc.property(facts, facts, (one, other) => {
      expect(priorityOf(one, "HIGH").priority).toBeGreaterThan(priorityOf(other, null).priority);
      expect(priorityOf(one, null).priority).toBeGreaterThan(priorityOf(other, "LOW").priority);
      expect(priorityOf(one, "NORMAL").priority).toBe(0);
      for (const said of URGENCIES) expect(urgencyOf(priorityOf(one, said))).toBe(said);
    }),
  );
});

test.each([
  [{ REPORTED: 1 }, "HIGH"],
  [{ FELL_DUE: 2 }, "HIGH"],
  [{ KNOWN_CLAIM: 1 }, "HIGH"],
  [{ MANY_OUTLETS: 40 }, "NORMAL"],
  [{ UNSOURCED: 40, NOT_SURE: 40 }, "NORMAL"],
] as const)("%j is %s", (some, urgency) => {
  expect(urgencyOf(priorityOf({ ...NOTHING, ...some }, null))).toBe(urgency);
});
