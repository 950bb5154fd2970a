import { expect, test } from "vitest";
import { onePerPage, type QueueItem } from "./queue";

const item = (href: string, articleId: string | null, version: number | null): QueueItem => ({
  kind: articleId === null ? "CLAIM" : "ARTICLE",
  href,
  articleId,
  version,
  alsoVersions: [],
  title: "Mill shuts",
  state: "DRAFT",
  waiting: 0,
  total: 0,
  next: { kind: "you" },
  changedAt: "2026-11-27T10:00:00.000Z",
  publisher: null,
  day: null,
  dismissedFor: null,
});

test("versions of one page are one item, that of the latest, where the first of them stood", () => {
  const items = onePerPage([item("a1", "a", 1), item("b1", "b", 1), item("a3", "a", 3), item("a2", "a", 2)]);
  expect(items.map(({ href, alsoVersions }) => [href, alsoVersions])).toEqual([
    ["a3", [2, 1]],
    ["b1", []],
  ]);
});

test("claims are never one with each other", () => {
  expect(onePerPage([item("c1", null, null), item("c2", null, null)])).toHaveLength(2);
});
