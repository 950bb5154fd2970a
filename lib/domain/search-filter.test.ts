import { expect, test } from "vitest";
import { askedOf, EVERYTHING, NO_FACETS, searchFilter, searchPlace } from "./search-filter";

test("an address says what is looked for and what narrows it", () => {
  const { filter, wrong } = searchFilter({
    q: "quay",
    in: "statements",
    label: "REPORTED",
    speaker: " Layla ",
    language: "AR",
    date: "2026-11",
    due: "none",
  });
  expect(wrong).toEqual([]);
  expect(filter).toEqual({
    ...NO_FACETS,
    q: "quay",
    kind: "statements",
    label: "REPORTED",
    speaker: "Layla",
    language: "ar",
    date: "2026-11",
    due: "none",
  });
});

test.each([
  ["label", "SECRET"],
  ["label", "__proto__"],
  ["verdict", "true"],
  ["verdict", "__PROTO__"],
  ["publisher", "\u0000"],
  ["speaker", "a".repeat(201)],
  ["speaker", "\ud800"],
  ["language", "<script>"],
  ["date", "2026-13"],
  ["date", "none"],
  ["due", "soon"],
  ["in", "drafts"],
])("what can't be read is named and narrows nothing: %s=%j", (name, value) => {
  expect(searchFilter({ q: "quay", [name]: value })).toEqual({
    filter: { ...EVERYTHING, q: "quay" },
    wrong: [name],
  });
});

test("what is empty narrows nothing, and of two the first counts", () => {
  expect(searchFilter({ label: "", publisher: "  ", speaker: ["One", "Two"] })).toEqual({
    filter: { ...EVERYTHING, speaker: "One" },
    wrong: [],
  });
});

test("nothing is asked for without a word or a filter, and words without a letter are no question", () => {
  expect(askedOf(EVERYTHING)).toBeNull();
  expect(askedOf({ ...EVERYTHING, kind: "pages" })).toBeNull();
  expect(askedOf({ ...EVERYTHING, q: "…", label: "REPORTED" })).toBeNull();
  expect(askedOf({ ...EVERYTHING, label: "REPORTED" })).toMatchObject({ question: null });
  expect(askedOf({ ...EVERYTHING, q: "quay" })?.question?.typed).toBe("quay");
});

const ID = "0b0e0d0c-0000-4000-8000-000000000001";
const AT = "2026-11-01T10:00:00.000Z";

test("a list of statements goes on at a statement, and no other list does", () => {
  expect(searchPlace({ after: `${AT}_${ID}_3` }, "statements")).toMatchObject({
    way: "after",
    cursor: { id: ID, number: 3 },
  });
  expect(searchPlace({ after: `${AT}_${ID}` }, null)).toMatchObject({ way: "after" });
  expect(searchPlace({}, "statements")).toBeNull();
  for (const [asked, kind] of [
    [{ after: `${AT}_${ID}_3` }, "pages"],
    [{ after: `${AT}_${ID}` }, "statements"],
    [{ after: `${AT}_${ID}_1000000000000` }, "statements"],
    [{ after: `${AT}_${ID}`, before: `${AT}_${ID}` }, null],
  ] as const)
    expect(searchPlace(asked, kind)).toBeUndefined();
});
