import { describe, expect, test } from "vitest";
import { SOURCING_CLASSES, type SourcingClass } from "./model-judgement";
import { choose, withPrior } from "./sourcing-model";

/** Shares in the order of the classes; those that are not named have none. */
const shares = (given: Partial<Record<SourcingClass, number>>) =>
  SOURCING_CLASSES.map((found) => given[found] ?? 0);

const UNSOURCED = ["UNNAMED_BARE", "FORECAST", "OPINION"] as const;

describe("the floor against the rules", () => {
  test.each(UNSOURCED)("where the rules found %s, nine in ten make it reported", (ruled) => {
    expect(choose(shares({ NAMED: 0.9, [ruled]: 0.1 }), ruled, true)).toBe("NAMED");
  });
  test.each(UNSOURCED)("where the rules found %s, a little less does not", (ruled) => {
    expect(choose(shares({ NAMED: 0.899, [ruled]: 0.101 }), ruled, true)).toBe(ruled);
  });

  test.each(["NAMED", "DOCUMENT", "NARRATION"] as const)(
    "where the rules found %s, half is enough",
    (ruled) => {
      expect(choose(shares({ NAMED: 0.5, OPINION: 0.5 }), ruled, true)).toBe("NAMED");
      expect(choose(shares({ NAMED: 0.499, OPINION: 0.501 }), ruled, true)).toBe("OPINION");
    },
  );

  test("what is reported counts together, and the likeliest of it is taken", () => {
    const found = shares({ NAMED: 0.35, DOCUMENT: 0.4, MEDIA_REPORT: 0.2, FORECAST: 0.05 });
    expect(choose(found, "FORECAST", true)).toBe("DOCUMENT");
  });

  test("nobody to credit: it is not reported, however sure the model is", () => {
    expect(choose(shares({ NAMED: 0.97, NARRATION: 0.03 }), "NARRATION", false)).toBe("NARRATION");
  });
});

describe("more belief in the class that the rules came to", () => {
  test("it weighs five times as much, and all shares make one", () => {
    const raised = withPrior(shares({ NAMED: 0.5, OPINION: 0.5 }), "OPINION");
    expect(raised[SOURCING_CLASSES.indexOf("OPINION")]).toBeCloseTo(5 / 6);
    expect(raised.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
  test("a class without a share gets none", () => {
    expect(withPrior(shares({ NAMED: 1 }), "OPINION")).toEqual(shares({ NAMED: 1 }));
  });
});
