import { expect, test } from "vitest";
import { dayBegins, settled } from "./last-change";

const at = (text: string) => new Date(text);

test("the latest moment counts, once no other can come to stand in its second", () => {
  const moments = [at("2026-11-28T09:00:00.400Z"), null, at("2026-11-27T00:00:00Z")];
  expect(settled(moments, at("2026-11-28T10:00:00Z"))).toEqual(at("2026-11-28T09:00:00.400Z"));
  expect(settled(moments, at("2026-11-28T09:00:59Z"))).toBeNull();
});

test.each([
  ["UTC", "2026-11-28T15:30:00.700Z", "2026-11-28", "2026-11-28T00:00:00Z"],
  ["Asia/Baghdad", "2026-11-28T22:00:00Z", "2026-11-29", "2026-11-28T21:00:00Z"],
  ["America/New_York", "2026-11-02T04:59:59Z", "2026-11-01", "2026-11-01T04:00:00Z"], // 25 hours
  ["Europe/Berlin", "2026-03-29T21:00:00Z", "2026-03-29", "2026-03-28T23:00:00Z"], // 23 hours
  ["Asia/Kathmandu", "2026-11-28T00:00:00Z", "2026-11-28", "2026-11-27T18:15:00Z"],
])("in %s the day of %s, %s, began at %s", (zone, now, day, began) => {
  expect(dayBegins(zone)(at(now), day)).toEqual(at(began));
});
