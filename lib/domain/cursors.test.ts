import { expect, test } from "vitest";
import { listPlace, PlaceCursor, placeCursor, TimeCursor, timeCursor } from "./cursors";

const id = "019aab3a-7c1e-7000-8000-000000000001";
const at = new Date("2026-11-23T10:00:00.007Z");

test("a cursor comes back as it went out", () => {
  expect(TimeCursor.parse(timeCursor({ at, id }))).toEqual({ at, id });
  const place = { day: "2024-09-18", at, id, number: 16 };
  expect(PlaceCursor.parse(placeCursor(place))).toEqual(place);
});

test("an address names the beginning of a list, or a place in it", () => {
  expect(listPlace({})).toBeNull();
  expect(listPlace({ page: "7" })).toBeNull();
  const text = timeCursor({ at, id });
  expect(listPlace({ after: text })).toEqual({ way: "after", cursor: { at, id } });
  expect(listPlace({ before: text })).toEqual({ way: "before", cursor: { at, id } });
});

test.each([
  "",
  "1",
  id,
  `_${id}`,
  `2026-11-23T10:00:00.007Z_${id}_1`,
  `2026-11-23T10:00:00Z_${id}`,
  `2026-13-23T10:00:00.007Z_${id}`,
  `2026-11-23T10:00:00.007Z_${id}'`,
  `2026-11-23T10:00:00.007Z_${"1".repeat(10_000)}`,
  "\0",
])("no cursor: %s", (text) => {
  expect(listPlace({ after: text })).toBeUndefined();
  expect(listPlace({ before: text })).toBeUndefined();
});

test("no cursor: two of them, and both ways at once", () => {
  const text = timeCursor({ at, id });
  expect(listPlace({ after: [text, text] })).toBeUndefined();
  expect(listPlace({ after: text, before: text })).toBeUndefined();
});

test.each([
  "2024-09-18",
  `2024-09-18_2026-11-23T10:00:00.007Z_${id}_0`,
  `2024-09-18_2026-11-23T10:00:00.007Z_${id}_1e9`,
])("no place: %s", (text) => expect(PlaceCursor.safeParse(text).success).toBe(false));
