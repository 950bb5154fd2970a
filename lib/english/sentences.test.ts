import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LONGEST_SENTENCE, sentences } from "./sentences";

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
  ["He lay in the sun. Gulls cried.", ["He lay in the sun.", "Gulls cried."]],
  ["She came on Sun. Gulls cried.", ["She came on Sun. Gulls cried."]],
  ["She came on Sun. The gulls cried.", ["She came on Sun.", "The gulls cried."]],
  ["The answer was no. Reporters left.", ["The answer was no.", "Reporters left."]],
  ["See page no. 5 of it. Good.", ["See page no. 5 of it.", "Good."]],
  ["He moved to La Crosse, Wis. and stayed.", ["He moved to La Crosse, Wis. and stayed."]],
  ["She works for Harbour Co. “They pay,” she said.", ["She works for Harbour Co.", "“They pay,” she said."]],
  ["Cut off because ...", ["Cut off because ..."]],
  [
    "Asst. Mgr. Lena Holt and Reps. Ito and Lee met. They ate.",
    ["Asst. Mgr. Lena Holt and Reps. Ito and Lee met.", "They ate."],
  ],
  [
    "The well ran dry.Farmers waited. It rained!A boy sang.",
    ["The well ran dry.", "Farmers waited.", "It rained!", "A boy sang."],
  ],
  ["He looked on Booking.Com for a room.", ["He looked on Booking.Com for a room."]],
  ["See www.Harbour.Example and a.Notes for it.", ["See www.Harbour.Example and a.Notes for it."]],
  ["She holds a Ph.D in law. Good.", ["She holds a Ph.D in law.", "Good."]],
  ["The gate is open. 🎉 Come in.", ["The gate is open.", "🎉 Come in."]],
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

describe("a sentence that is too long is cut where it pauses", () => {
  const MOST = LONGEST_SENTENCE;
  const long = (unit: string) => unit.repeat(Math.ceil((3 * MOST) / unit.length));
  const ends = (text: string) =>
    cut(text)
      .slice(0, -1)
      .map((part) => part.slice(-6));

  test.each([
    ["a clause", long("it rained, and the river rose; "), /rose;$/],
    ["a comma", long("it rained, and the river rose "), /ined,$/],
    ["a comma inside quotation marks", long("“it rained,” and the river rose "), /ned,”$/],
    ["a word", long("it rained and the river rose "), /[a-z]$/],
    ["an Arabic clause", long("هطل المطر، وارتفع النهر؛ "), /؛$/],
  ])("behind %s", (_, text, end) => {
    for (const found of ends(text)) expect(found).toMatch(end);
    expect(ends(text).length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    ["emoji", "👩‍👩‍👧‍👦👍🏽"],
    ["letters with marks", "e\u0301o\u0308\u0304"],
    ["marks alone", "\u0300"],
    ["one letter", "a"],
  ])("no pause in it: %s, and no character is cut", (_, unit) => {
    const parts = cut(long(unit));
    expect(parts.join("")).toBe(long(unit));
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(MOST);
    if (unit !== "\u0300") for (const part of parts) expect(part).not.toMatch(/^[\p{M}\uDC00-\uDFFF]/u);
  });

  test("a sentence of the greatest length is one", () => {
    const text = `${"a".repeat(MOST - 1)}.`;
    expect(sentences(`${text} Next.`)).toMatchObject([
      { start: 0, end: MOST, isCut: false },
      { start: MOST + 1, isCut: false },
    ]);
  });
});
