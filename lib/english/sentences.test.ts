import fc from "fast-check";
import { expect, test } from "vitest";
import { sentences } from "./sentences";

const cut = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ["One sentence. Another one.", ["One sentence.", "Another one."]],
  [
    "It is used by U.S. military bases. Nobody knows.",
    ["It is used by U.S. military bases.", "Nobody knows."],
  ],
  ["They met in the U.S. The talks went on.", ["They met in the U.S.", "The talks went on."]],
  ["On Tues. 17 Sept. the bank closed.", ["On Tues. 17 Sept. the bank closed."]],
  ["Spokesman Maj. Gen. Pat Ryder spoke. He left.", ["Spokesman Maj. Gen. Pat Ryder spoke.", "He left."]],
  ["J. K. Rowe wrote it. It sold.", ["J. K. Rowe wrote it.", "It sold."]],
  ["“It is open.” The mayor left.", ["“It is open.”", "The mayor left."]],
  ['"Is it open?" he asked. Yes.', ['"Is it open?" he asked.', "Yes."]],
  ["The fight goes on./ End", ["The fight goes on./ End"]],
  [
    "He checked the records ... no luck. Then he left.",
    ["He checked the records ... no luck.", "Then he left."],
  ],
  ["It rose 3.5 percent. Good.", ["It rose 3.5 percent.", "Good."]],
  ["Cut off because ...", ["Cut off because ..."]],
  ["قال إن الجسر مفتوح. هل هو آمن؟ نعم.", ["قال إن الجسر مفتوح.", "هل هو آمن؟", "نعم."]],
])("%s", (text, expected) => expect(cut(text)).toEqual(expected));

test("sentences cover every character that isn't white space, in order, once", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("A b", ". ", "! ", "U.S. ", "”", "“", " ", "\n", "...", "c", "؟ ", "🙂")),
      (parts) => {
        const text = parts.join("");
        const covered = cut(text).join("").replace(/\s/g, "");
        expect(covered).toBe(text.replace(/\s/g, ""));
      },
    ),
  );
});
