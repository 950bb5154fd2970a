import { describe, expect, test } from "vitest";
import {
  decide,
  GOES_ON_TO_UNSOURCED,
  LEAST_NO_STATEMENT,
  REPORTED_TO_TOLD,
  REPORTED_TO_UNSOURCED,
} from "./decision";
import { SOURCING_CLASSES, type SourcingClass } from "./model-judgement";

/** Shares in the order of the classes; those that are not named have none. */
const shares = (given: Partial<Record<SourcingClass, number>>) =>
  SOURCING_CLASSES.map((found) => given[found] ?? 0);
const found = (
  given: Partial<Record<SourcingClass, number>>,
  toUnsourced: number | null = REPORTED_TO_UNSOURCED,
) => decide(shares(given), toUnsourced).found;

describe("reported", () => {
  test.each([
    ["unsourced", "OPINION", REPORTED_TO_UNSOURCED],
    ["told", "NARRATION", REPORTED_TO_TOLD],
  ] as const)("only where that is so many times likelier than that it is %s", (_, other, times) => {
    expect(found({ NAMED: (times + 0.01) * 0.2, [other]: 0.2 })).toBe("NAMED");
    expect(found({ NAMED: (times - 0.01) * 0.2, [other]: 0.2 })).toBe(other);
  });
  test("a leak weighs more than a report that is missed", () =>
    expect(REPORTED_TO_UNSOURCED).toBeGreaterThan(REPORTED_TO_TOLD));
  test("not where nobody could vouch for it", () =>
    expect(found({ NAMED: 0.97, NARRATION: 0.03 }, null)).toBe("NARRATION"));
  test("all the kinds of source together, and then the likeliest of them", () =>
    expect(found({ NAMED: 0.3, DOCUMENT: 0.4, MEDIA_REPORT: 0.1, NARRATION: 0.2 })).toBe("DOCUMENT"));
  test("among what is a statement at all", () =>
    expect(found({ NAMED: 0.5, NARRATION: 0.1, NO_STATEMENT: 0.4 })).toBe("NAMED"));
});

describe("the writer's own words", () => {
  test("a little less of a warning is still one", () =>
    expect(found({ OPINION: 0.45, NARRATION: 0.55 })).toBe("OPINION"));
  test("much less is none", () => expect(found({ OPINION: 0.3, NARRATION: 0.7 })).toBe("NARRATION"));
  test("forecast, opinion and hearsay warn together", () =>
    expect(found({ OPINION: 0.2, FORECAST: 0.15, UNNAMED_BARE: 0.25, NARRATION: 0.4 })).toBe("UNNAMED_BARE"));
});

test("a line is no statement from its floor on", () => {
  expect(found({ NO_STATEMENT: LEAST_NO_STATEMENT, NAMED: 1 - LEAST_NO_STATEMENT })).toBe("NO_STATEMENT");
  expect(found({ NO_STATEMENT: LEAST_NO_STATEMENT - 0.01, NAMED: 1.01 - LEAST_NO_STATEMENT })).toBe("NAMED");
});

test("the share is that of all that readers would not tell from it", () =>
  expect(
    decide(shares({ NAMED: 0.5, DOCUMENT: 0.3, OPINION: 0.2 }), REPORTED_TO_UNSOURCED).share,
  ).toBeCloseTo(0.8));

test("what goes on from somebody's telling needs less, and still more than a leak", () => {
  const given = { NAMED: 0.6, OPINION: 0.35, NARRATION: 0.05 };
  expect(found(given)).toBe("OPINION");
  expect(found(given, GOES_ON_TO_UNSOURCED)).toBe("NAMED");
  expect(GOES_ON_TO_UNSOURCED).toBeGreaterThan(1);
});
