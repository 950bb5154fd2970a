import { describe, expect, test } from "vitest";
import { factsOf } from "./facts";

const quantities = (text: string) =>
  factsOf({ text, postedAt: "2024-05-02" }).quantities.map(({ value, unit }) => [value, unit]);

describe("quantities", () => {
  test.each([
    ["The firm sold 1.2 million bottles", [[1_200_000, null]]],
    ["The firm sold 1,200,000 bottles", [[1_200_000, null]]],
    ["The firm sold 1.2m bottles", [[1_200_000, null]]],
    ["A fine of $4.5bn", [[4_500_000_000, "DOLLAR"]]],
    ["A fine of 4.5 billion dollars", [[4_500_000_000, "DOLLAR"]]],
    ["Turnout was 61 percent", [[61, "PERCENT"]]],
    ["Turnout was 61%", [[61, "PERCENT"]]],
    ["He will be away for a six-week course", [[6, "WEEK"]]],
    ["Twenty-five ships", [[25, null]]],
    ["Gusts of 120 km/h", [[120, "KMH"]]],
    ["Gusts of 120 kph", [[120, "KMH"]]],
    ["The shops close at 9 pm", [[9, "PM"]]],
    ["نسبة المشاركة ستون بالمئة", [[60, "PERCENT"]]],
    ["غاب لمدة شهرين", [[2, "MONTH"]]],
    ["No figure was given", []],
    ["The road opens on 12 June", []],
    ["One of them left", []],
  ])("%s", (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  test("a beginning and an end are told apart", () => {
    const { quantities: found } = factsOf({ text: "The fare went from 3 to 5 euros", postedAt: null });
    expect(found.map(({ value, role }) => [value, role])).toEqual([
      [3, "FROM"],
      [5, "TO"],
    ]);
  });

  test.each([
    ["The pirates freed two of the five sailors", [null, "WHOLE"]],
    ["Two sailors out of five were freed", [null, "WHOLE"]],
    ["The board sold 3 of its 12 ferries", [null, "WHOLE"]],
    ["The pirates freed five sailors", [null]],
    ["Turnout was 61 percent of 400 members", [null, null]],
    ["Two ships of the line left with 40 guns", [null, null]],
  ])("a part is told apart from its whole: %s", (text, roles) => {
    expect(factsOf({ text, postedAt: null }).quantities.map(({ role }) => role)).toEqual(roles);
  });
});
