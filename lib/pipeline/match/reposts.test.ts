import { describe, expect, test } from "vitest";
import { alignRepost } from "./reposts";

const UPSTREAM = [
  "The port of Harlen closed on Friday after a crane fell into the basin.",
  "Four workers were injured, harbour master Rena Dole said.",
  "“We were lucky,” she told reporters.",
  "Ships are being sent to Trebsen for ten days.",
  "The crane was built in 1988.",
];

const changes = (repost: readonly string[], original: readonly string[] = UPSTREAM) =>
  alignRepost(original, repost).map(({ repost: i, original: from, change }) => [i, from, change]);

describe("what a repost changed", () => {
  test("typography alone is no change", () => {
    const repost = UPSTREAM.map((text) => text.replaceAll(/[“”]/gu, '"').replaceAll(" ", "\u00A0"));
    expect(changes(repost)).toEqual(UPSTREAM.map((_, i) => [i, [i], "VERBATIM"]));
  });

  test("nor is another wire's slug at the head of the same sentence", () => {
    const [first = "", ...rest] = UPSTREAM;
    const wired = ["HARLEN (Quay News) — ", "Skarn / NINA / ", ""].map((slug) => [slug + first, ...rest]);
    for (const one of wired)
      for (const other of wired) {
        expect(changes(one, other)).toEqual(UPSTREAM.map((_, i) => [i, [i], "VERBATIM"]));
      }
  });

  test.each([
    ["Four workers were injured, union leader Tom Arden said.", 1, "ATTRIBUTION"],
    ["Forty workers were injured, harbour master Rena Dole said.", 1, "NUMBER"],
    ["Ships are being sent to Lindholm for ten days.", 3, "NAME"],
    ["Ships are being sent to Trebsen for thirty days.", 3, "NUMBER"],
    ["The crane was not built in 1988.", 4, "POLARITY"],
    ["The port of Harlen opened on Friday after a crane fell into the basin.", 0, "POLARITY"],
    ["A crane's fall into the basin has shut Harlen's port since Friday.", 0, "REWORDED"],
  ])("%s", (text, from, change) => {
    expect(changes([text])[0]).toEqual([0, [from], change]);
  });

  test("what stands nowhere upstream is added, what isn't repeated is dropped", () => {
    const repost = [UPSTREAM[0] ?? "", "The new rate will be announced from the port tonight."];
    expect(changes(repost)).toEqual([
      [0, [0], "VERBATIM"],
      [1, null, "ADDED"],
      [null, [1], "DROPPED"],
      [null, [2], "DROPPED"],
      [null, [3], "DROPPED"],
      [null, [4], "DROPPED"],
    ]);
  });

  test("a sentence that stands once upstream explains one of the repost's", () => {
    const text = UPSTREAM[4] ?? "";
    expect(changes([text, text], [text])).toEqual([
      [0, [0], "VERBATIM"],
      [1, null, "ADDED"],
    ]);
  });

  test("an article is its own source word for word, and nothing has no source", () => {
    expect(changes(UPSTREAM).every(([, , change]) => change === "VERBATIM")).toBe(true);
    expect(changes([], [])).toEqual([]);
    expect(changes(["", "…"], [""]).map(([, , change]) => change)).toEqual(["ADDED", "ADDED", "DROPPED"]);
  });
});
