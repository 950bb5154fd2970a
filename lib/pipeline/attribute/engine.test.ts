import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type Span, sliceOf } from "#lib/text/span";
import { attributeWithModel, attributionEngine, type ModelAttribution } from "./engine";

// A loaded machine takes longer than the usual five seconds over the longest texts.
vi.setConfig({ testTimeout: 60_000 });

function texts(text: string, spans: readonly Span[]): string {
  return spans.map((span) => sliceOf(text, span)).join(" … ");
}

function expectSound(text: string, attributions: readonly ModelAttribution[]): void {
  for (const { source, cue, content, confidence, grounds } of attributions) {
    expect(content.length).toBeGreaterThan(0);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(grounds.cue).not.toBe("");
    for (const spans of [source, cue, content]) {
      let last = 0;
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
      }
    }
  }
}

test.each([
  [
    "Maria Lopez said that crime had halved since 2010.",
    "Maria Lopez",
    "said",
    "that crime had halved since 2010",
  ],
  [
    "“We will not pay,” Finance Minister Omar Haddad told reporters.",
    "Finance Minister Omar Haddad",
    "told",
    "We will not pay",
  ],
  [
    "According to the statistics office, prices rose 4 percent in May.",
    "the statistics office",
    "According to",
    "prices rose 4 percent",
  ],
  [
    "The governor announced that two bridges would close.",
    "The governor",
    "announced",
    "two bridges would close",
  ],
])("%s", (text, source, cue, content) => {
  const [first, ...others] = attributeWithModel(text);
  expect(others).toEqual([]);
  expect(texts(text, first?.source ?? [])).toBe(source);
  expect(texts(text, first?.cue ?? [])).toContain(cue);
  expect(texts(text, first?.content ?? [])).toContain(content);
});

test.each(["The bridge was built in 1968.", "Two trains arrive each morning."])(
  "nobody is quoted in: %s",
  (text) => expect(attributeWithModel(text)).toEqual([]),
);

test("a surname and a pronoun lead to the full name", () => {
  const text =
    "Governor Helena Marsh said the dam was safe. “Nobody needs to leave,” Marsh said.\n\nShe said that engineers had looked at it twice.";
  const names = attributeWithModel(text).map(({ speaker }) => speaker?.name);
  expect(new Set(names)).toEqual(new Set(["Helena Marsh"]));
});

test("quotation marks decide the mode", () => {
  const [direct] = attributeWithModel("“The plan is dead,” Senator Ann Lee said.");
  const [indirect] = attributeWithModel("Senator Ann Lee said the plan was dead.");
  expect(direct?.quoteMode).toBe("DIRECT");
  expect(indirect?.quoteMode).toBe("INDIRECT");
});

const NOISE =
  "said “the report” — 👩‍🚀 \u200f\u202e العربية کوردی, $1.2m: (x) => { return y; }\n| a | b |\tHE SAID... \u0000\ud800";

test("any text gives spans inside it", () => {
  const pieces = [...NOISE.split(" "), "\n", "\n\n", "Ali", "told", "that", "he"];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 120 }),
      fc.constantFrom(" ", "", "\n"),
      (list, glue) => {
        const text = list.join(glue);
        expectSound(text, attributeWithModel(text));
      },
    ),
    { numRuns: 60 },
  );
});

test.each([
  ["nothing", ""],
  ["white space", " \n\t\u200b "],
  ["one sentence of 200,000 characters", "the minister said that ".repeat(8700)],
  ["one word of 200,000 characters", "a".repeat(200_000)],
  ["marks alone", "“‘\"'".repeat(20_000)],
  ["hyphens and stops", "a-.b.-".repeat(20_000)],
  ["capitals", "THE MINISTER SAID THAT THE PLAN WAS DEAD ".repeat(50)],
  ["emoji", "👩‍👩‍👧‍👦 said 🇮🇶 ".repeat(500)],
])("%s does no harm", (_, text) => expectSound(text, attributeWithModel(text)));

test("one page leaves nothing behind for the next", () => {
  const text = "The envoy said talks would go on.";
  const before = attributeWithModel(text);
  attributionEngine().read(NOISE.repeat(20));
  expect(attributeWithModel(text)).toEqual(before);
});
