import { describe, expect, test } from "vitest";
import { slugOf, withoutSlug } from "./wire-slugs";

describe("agency and place", () => {
  test.each([
    ["Baghdad / NINA / Iraq and the United States agreed", "Baghdad", "NINA"],
    ["BAGHDAD (Reuters) - Talks ended", "Baghdad", "Reuters"],
    ["WASHINGTON, D.C. (AP) — The House", "Washington", "AP"],
    ["GENEVA/LONDON, May 3 (Reuters) - Talks ended", "Geneva/London", "Reuters"],
    ["MADRID, 3 March (EFE).- Talks ended", "Madrid", "EFE"],
    ["BOSTON, Mass., May 3, 2026 /Quaywire/ -- Talks ended", "Boston", "Quaywire"],
    ["SKARN, VA / QUAYWIRE / May 3, 2026 / Talks ended", "Skarn", "QUAYWIRE"],
    ["(AFP) - Talks ended", null, "AFP"],
    ["May 3 (Reuters) - Talks ended", null, "Reuters"],
    ["بغداد / نينا / اتفق الجانبان", "بغداد", "نينا"],
    ["Tigris Desk / Iraq and the United States have concluded", null, "Tigris Desk"],
  ])("%s", (lead, place, agency) => expect(slugOf(lead)).toMatchObject({ place, agency }));

  test.each([
    "He said and/or she said.",
    "The talks ended on Monday.",
    "In 2019 (a bad year) things changed",
    "(Updated) - The talks ended on Monday.",
    "",
  ])("none in: %s", (lead) => expect(slugOf(lead)).toBeNull());
});

describe("a sentence without its slug", () => {
  const SENTENCE = "The new ferry line to the port opens on Friday.";
  test.each([
    "PORT ALDANE (AP) — ",
    "Baghdad / NINA / ",
    "Shafaq News/ ",
    "(Reuters) - ",
    "Skarn (Quay.com) – ",
    "BOSTON, May 3, 2026 /Quaywire/ -- ",
    "بغداد / نينا / ",
  ])("%s", (slug) => expect(withoutSlug(slug + SENTENCE)).toBe(SENTENCE));

  // Who speaks or acts, or a subject: to cut it would make one claim of two.
  test.each([
    "TRUMP - ",
    "LONDON — ",
    "Ana Ruiz (Labour): ",
    "Bo Lund (Greens) - ",
    "Israel / ",
    "Israel/",
    "",
  ])("%s stays", (head) => expect(withoutSlug(head + SENTENCE)).toBe(head + SENTENCE));

  test("what is no sentence stays whole", () =>
    expect(withoutSlug("SKARN (AP) - opens on Friday.")).toBe("SKARN (AP) - opens on Friday."));
});
