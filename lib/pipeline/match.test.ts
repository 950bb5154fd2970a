import { describe, expect, test } from "vitest";
import { analyse } from "./analyse";
import { match } from "./match";

const page = (body: string) =>
  analyse({
    format: "text",
    content: `July 25, 2024\n\nThe title of this page is here\n\n${body}`,
    url: null,
    publisher: null,
  });
const RUMOUR = {
  id: "rumour",
  wording: "Banks got memos telling their staff to get ready on 18 September 2024.",
};
const BRIDGE = { id: "bridge", wording: "The harbour bridge will be closed to lorries." };

describe("a statement and the claims that are known", () => {
  test("the same words, the same claim", () => {
    const [found] = match(page("The council said that the harbour bridge will be closed to lorries."), [
      RUMOUR,
      BRIDGE,
    ]);
    expect(found?.claimId).toBe("bridge");
    expect(found?.score).toBeGreaterThan(0.7);
    expect(found?.why).toMatch(/^It shares \d+ of the \d+ content words of the claim’s wording\.$/);
  });

  test("the same rumour with another date is similar, not the same", () => {
    const [same] = match(page("Banks got memos telling their staff to get ready on 18 September 2024."), [
      RUMOUR,
    ]);
    const [other] = match(page("Banks got memos telling their staff to get ready on 2 October 2024."), [
      RUMOUR,
    ]);
    expect(same?.score).toBe(1);
    expect(other?.score).toBeLessThan(0.9);
    expect(other?.why).toContain("similar, not the same");
  });

  test("a quote that was linked before counts as well as the wording", () => {
    const claims = [{ ...BRIDGE, quotes: ["Lorries are banned from the old crossing at the harbour"] }];
    const [found] = match(page("Lorries are now banned from the old crossing at the harbour."), claims);
    expect(found?.why).toContain("already linked");
  });

  test("no-break spaces, quotation marks and case don't matter", () => {
    const [found] = match(page("The\u00A0HARBOUR bridge will be “closed” to lorries."), [BRIDGE]);
    expect(found?.score).toBe(1);
  });

  test.each([
    "The mayor opened a new school in the harbour.",
    "It rained on the bridge for two days in a row.",
    "Banks closed early.",
  ])("no claim is like: %s", (body) =>
    expect(match(page(body), [RUMOUR, BRIDGE])).toEqual(page(body).statements.map(() => null)),
  );

  test("most of the words in common are a match, half of them are a shared subject", () => {
    const more = "The harbour bridge was closed to lorries and cyclists near Eld after heavy storms.";
    expect(match(page(more), [BRIDGE])[0]?.score).toBeCloseTo(8 / 13);
    const half = "A lorry lost its whole load of green apples on the harbour bridge.";
    expect(match(page(half), [BRIDGE])).toEqual([null]);
  });

  test("one answer for each statement, also with no claims at all", () => {
    const analysis = page("The bridge is open again. The council said so on Monday. It was built in 1931.");
    expect(match(analysis, [])).toHaveLength(analysis.statements.length);
  });
});
