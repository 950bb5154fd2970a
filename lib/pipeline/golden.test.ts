import { describe, expect, test } from "vitest";
import { differences, Golden, goldenNames, goldenPage } from "./testing/golden";

describe("golden pages", () => {
  test.each(goldenNames())("%s", (name) => {
    const { golden, described } = goldenPage(name);
    expect(differences(golden, described)).toEqual([]);
  });

  test("what differs is told by its place, and a known fault that is gone as well", () => {
    const { golden, described } = goldenPage("news-article");
    const changed = { ...described, title: "Another title", segments: described.segments.slice(1) };
    expect(differences(golden, changed)[0]).toMatch(/^title: expected ".*", found "Another title"$/);
    const mended = { at: "statements.0.label", right: described.statements[0]?.label, why: "" };
    const known = Golden.parse({ ...golden, knownWrong: [mended] });
    expect(differences(known, described)).toEqual([
      expect.stringMatching(/^statements\.0\.label is right now/),
    ]);
  });
});
