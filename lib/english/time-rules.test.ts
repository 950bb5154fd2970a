import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBegin, TIME_RULES } from "./time-rules";
import { tokens } from "./tokens";

const WORDS =
  "this next the coming last later than no by before until on in within during over around at end of early mid late mid-May mid " +
  "week month quarter year weekend half summer winter fall first second third fourth 1st 15th Q3 q1 2026 2030 year-end yearend year's year’s " +
  "decade a an one two ten 3 30 days weeks hours months years from now today time fortnight Christmas Eve New Year's Day tomorrow " +
  "tonight shortly soon any moment morning Friday Monday friday May August may Sept and to through ago yesterday midnight noon past near future " +
  "said council Black - , .";

test("wherever a rule finds a time, one may begin", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS.split(" ")), { maxLength: 12 }),
      fc.constantFrom(null, "2026-03-11"),
      (words, base) => {
        const list = tokens(words.join(" "));
        list.forEach((_, at) => {
          const isFound = TIME_RULES.some((rule) => rule(list, at, base) !== null);
          if (isFound) expect([list[at]?.text, mayBegin(list, at)]).toEqual([list[at]?.text, true]);
        });
      },
    ),
    { numRuns: 2000 },
  );
});
