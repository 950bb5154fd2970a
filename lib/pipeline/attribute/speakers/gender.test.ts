import { describe, expect, test } from "vitest";
import { genderOf, genderOfPronoun } from "./gender";

describe("a name", () => {
  test.each([
    ["Mrs Ruiz", "FEMALE"],
    ["Mr. Otis", "MALE"],
    ["Maria Lopez", "FEMALE"],
    ["Pavel Dorn", "MALE"],
    ["the spokeswoman", "FEMALE"],
    ["her husband", "MALE"],
    ["his mother", "FEMALE"],
    ["Queen Maud", "FEMALE"],
  ])("%s: %s", (name, gender) => expect(genderOf(name)).toBe(gender));

  test.each(["Robin Otis", "Ally Reid", "Joan Dorn", "Ruiz", "the driver", "P. Dorn", "Xqz Dorn", ""])(
    "%s doesn’t tell",
    (name) => expect(genderOf(name)).toBeNull(),
  );
});

test.each([
  ["she", "FEMALE"],
  ["him", "MALE"],
  ["they", null],
  ["it", null],
])("%s", (pronoun, gender) => expect(genderOfPronoun(pronoun)).toBe(gender));
