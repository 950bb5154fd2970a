import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PromiseTemplate } from "#lib/domain/promise-template";
import { templateOf, templateOfStatement } from "./promise-template";

const keyOf = (text: string, time: string | null = null) => {
  const { template, refusal } = templateOf(text, time);
  return template?.key ?? refusal;
};

test.each([
  ["The RV is tomorrow.", "rv~date", "The RV is {DATE}."],
  ["The RV will be on Friday.", "rv~date", "The RV will be {DATE}."],
  ["The RV is expected next week!", "rv~date", "The RV is expected {DATE}!"],
  ["RV on 12 March 1969.", "rv~date", "RV {DATE}."],
  ["The RV is scheduled for 2150.", "rv~date", null],
  ["The RV is on 12 March 2150.", "rv~date", "The RV is {DATE}."],
  ["The RV is on March 12, 2150.", "rv~date", null],
  ["The RV is at 10:30 pm EST on Monday.", "rv~date", "The RV is {DATE}."],
])("the same promise for another time: %s", (text, key, words) => {
  const { template } = templateOf(text, null);
  expect(template?.key).toBe(key);
  if (words !== null) expect(template?.words.replace(/\s+/g, " ")).toBe(words);
});

describe("what varies is a slot", () => {
  test.each([
    ["The dinar will be worth $3.22 on Friday.", "The dinar will be worth 4.25 dollars tomorrow."],
    [
      "The ministry will pay 12,000 teachers in May.",
      "The ministry will pay three thousand teachers next week.",
    ],
    ["The dam in Mosul will burst tomorrow.", "The dam in Haditha will burst on 3 June 2026."],
    ["Payments start at 21:00 GMT on Sunday.", "Payments start at 4 am UTC+3 on Monday."],
    ["Elections will be held in 1958.", "Elections will be held by 2101."],
    ["سيفتح البنك المركزي المنصة غدا", "سيفتح البنك المركزي المنصة يوم الجمعة"],
    ["سيدفع المصرف ٥٠٠ دينار غدا", "سيدفع المصرف 700 دينار اليوم"],
  ])("%s / %s", (a, b) => {
    expect(keyOf(a)).toMatch(/~/);
    expect(keyOf(a)).toBe(keyOf(b));
  });
});

describe("what differs otherwise is another template", () => {
  test.each([
    ["The RV is tomorrow.", "The RV isn't tomorrow."],
    ["Iraq will beat Iran on Friday.", "Iran will beat Iraq on Friday."],
    ["The party will win five seats in May.", "The party will win five goals in May."],
    ["The dinar will be revalued tomorrow.", "The dong will be revalued tomorrow."],
    ["The dam will burst tomorrow.", "The dam in Mosul will burst tomorrow."],
    ["سيفتح البنك المنصة غدا", "لن يفتح البنك المنصة غدا"],
  ])("%s / %s", (a, b) => expect(keyOf(a)).not.toBe(keyOf(b)));
});

test.each([
  ["", "NO_WORDS"],
  ["… !!", "NO_WORDS"],
  ["Tomorrow.", "ONLY_SLOTS"],
  ["On 12 March 2026, or on Friday.", "ONLY_SLOTS"],
  ["غدا", "ONLY_SLOTS"],
  ["It will be tomorrow.", "ONLY_SLOTS"],
  ["It opens tomorrow.", "TOO_GENERAL"],
  ["Big news tomorrow!", "TOO_GENERAL"],
  ["It won't be announced on Friday.", "TOO_GENERAL"],
  ["Money money money tomorrow", "REPEATED"],
  ["RV RV RV RV", "REPEATED"],
  ["The dinar will be revalued.", "NOTHING_VARIES"],
  [
    `${Array.from({ length: 60 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}x${i}`).join(" ")} tomorrow`,
    "TOO_LONG",
  ],
])("words that would match everything, or nothing, are refused: %s", (text, refusal) => {
  expect(templateOf(text, null)).toEqual({ template: null, refusal });
});

test("the promise's own words of time are a slot, though no rule knows them", () => {
  expect(keyOf("The vault opens when the second moon stands.", "when the second moon stands")).toBe(
    "vault-open~date",
  );
});

test("whatever comes in: a key that an address can hold, or a refusal, and the same one each time", () => {
  const pieces = fc.constantFrom(
    "RV",
    "{DATE}",
    "~",
    "-",
    "غدا",
    "٣",
    "$",
    "3.5m",
    "in Erbil",
    "not",
    "\ud800",
    "\u202e",
    "tomorrow",
    "<b>",
    "UTC+3",
    "99/99/9999",
    "ئەمڕۆ",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join(" ")),
      ),
      (text) => {
        const { template, refusal } = templateOf(text, null);
        if (template !== null) expect(PromiseTemplate.safeParse(template).success).toBe(true);
        else expect(refusal).toMatch(/^[A-Z_]+$/);
        expect(templateOf(text, null)).toEqual({ template, refusal });
      },
    ),
    { numRuns: 100 },
  );
});

test("a statement's template is made without its source and cue, wherever it stands in its text", () => {
  const exact = "My bank told me the dinar revalues tomorrow.";
  const statement = {
    exact,
    start: 100,
    end: 100 + exact.length,
    source: [{ start: 100, end: 107 }],
    cue: [{ start: 108, end: 112 }],
    prediction: {
      text: "tomorrow",
      dueFrom: null,
      dueTo: null,
      precision: "DAY",
      resolvedFrom: null,
    } as const,
  };
  const { template } = templateOf("The dinar revalues tomorrow.", "tomorrow");
  expect(templateOfStatement(statement).template?.key).toBe(template?.key);
});
