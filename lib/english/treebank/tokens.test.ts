import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenise } from "./tokens";

function words(text: string): string[] {
  const { count, start, end } = tokenise(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
}

test.each([
  ["Iraq's envoy didn't answer.", ["Iraq", "'s", "envoy", "did", "n't", "answer", "."]],
  ["We’re told they can’t pay.", ["We", "’re", "told", "they", "ca", "n’t", "pay", "."]],
  [
    "Mr. Halabi met Gen. Ortiz at 9:30 a.m. on Friday",
    ["Mr.", "Halabi", "met", "Gen.", "Ortiz", "at", "9:30", "a.m.", "on", "Friday"],
  ],
  ["a U.S.-led force of 2,500", ["a", "U.S.-led", "force", "of", "2,500"]],
  ["It rose 4.5%, to $1.2m.", ["It", "rose", "4.5", "%", ",", "to", "$", "1.2m", "."]],
  ["“Wait…” — no, -- yes...", ["“", "Wait", "…", "”", "—", "no", ",", "--", "yes", "..."]],
  ["the banks' memo", ["the", "banks", "'", "memo"]],
  [
    "See https://example.org/a?b=1, then @desk and #dinar.",
    ["See", "https://example.org/a?b=1", ",", "then", "@desk", "and", "#dinar", "."],
  ],
  ["O'Brien cannot go", ["O'Brien", "can", "not", "go"]],
  ["the ’90s", ["the", "’90s"]],
  ["AT&T and/or GM", ["AT&T", "and/or", "GM"]],
])("%s", (text, expected) => expect(words(text)).toEqual(expected));

test("nothing visible is lost, nothing is in two tokens, and no token is empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      const { count, start, end } = tokenise(text);
      let last = 0;
      for (let i = 0; i < count; i++) {
        const from = start[i] ?? -1;
        const to = end[i] ?? -1;
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(text.slice(last, from)).not.toMatch(/[\p{L}\p{N}\p{P}]/u);
        last = to;
      }
      expect(last).toBeLessThanOrEqual(text.length);
      expect(text.slice(last)).not.toMatch(/[\p{L}\p{N}\p{P}]/u);
    }),
  );
});
