import { expect, test } from "vitest";
import type { ImportView } from "#lib/domain/import-views";
import type { ImportState } from "#lib/domain/imports";
import * as words from "#lib/words";
import {
  type BatchItem,
  batchOfAddresses,
  batchOfFiles,
  type ItemState,
  idsToFollow,
  linesOf,
  progressOf,
  tally,
  withSeen,
} from "./batch";

const several = words.severalImports;

const view = (id: string, state: ImportState): ImportView => ({
  id,
  state,
  name: id,
  message: null,
  way: "GIVEN",
  step: "READ",
  url: null,
  finalUrl: null,
  attempts: 0,
  found: null,
  nextTryAt: null,
  versionId: null,
  posts: [],
  finishedAt: null,
  requestedAt: "2026-11-25T10:00:00Z",
  requestedById: null,
});
const item = (key: number, state: ItemState): BatchItem => ({
  key,
  name: `page ${key}`,
  given: { address: "https://news.example/" },
  state,
});
const sent = (importId: string, state?: ImportState): ItemState => ({
  kind: "sent",
  importId,
  seen: state === undefined ? null : view(importId, state),
});

test("files are refused by what they are, and the others wait", async () => {
  const items = await batchOfFiles([
    new File(["She said it rains."], "page.txt"),
    new File([], "empty.html"),
    new File(["%PDF-1.7"], "page.html"),
    new File([new Uint8Array(5 * 1024 * 1024)], "large.txt"),
  ]);
  expect(items.map(({ name, state }) => [name, state.kind])).toEqual([
    ["page.txt", "waiting"],
    ["empty.html", "refused"],
    ["page.html", "refused"],
    ["large.txt", "refused"],
  ]);
  expect(items[2]?.state).toMatchObject({ message: expect.stringMatching(/^This is a PDF file, not text/) });
});

test("addresses stand one on each line; wrong ones and those that stood above are refused with a sentence", () => {
  const items = batchOfAddresses(
    " https://news.example/1 \r\n\nthe council’s page\nhttps://news.example/1\nhttp://a:b@news.example/\nftp://news.example/",
  );
  expect(items.map(({ name, state }) => [name, state.kind])).toEqual([
    ["https://news.example/1", "waiting"],
    ["the council’s page", "refused"],
    ["https://news.example/1", "refused"],
    ["http://a:b@news.example/", "refused"],
    ["ftp://news.example/", "refused"],
  ]);
  const messages = items.flatMap(({ state }) => ("message" in state ? [state.message] : []));
  expect(messages[1]).toBe(several.sameTwice);
  for (const message of messages) expect(message).toMatch(/^[A-Z].+[^.]\.$/);
  expect(linesOf("\n \r\n")).toEqual([]);
});

test("what is to come is followed: sent, and not ended", () => {
  const items = [
    item(1, sent("new")),
    item(2, sent("read", "DONE")),
    item(3, sent("runs", "RUNNING")),
    item(4, sent("cancelled", "CANCELLED")),
    item(5, { kind: "waiting" }),
  ];
  expect(idsToFollow(items)).toEqual(["new", "runs"]);
  const after = withSeen(items, [view("new", "QUEUED"), view("runs", "DONE"), view("stranger", "DONE")]);
  expect(idsToFollow(after)).toEqual(["new"]);
  expect(after).toHaveLength(5);
});

test("all of them are told in one sentence, and come to their end together", () => {
  const first = [1, 2, 3, 4].map((key) => item(key, { kind: "waiting" }));
  expect(progressOf(first)).toBe(0);
  expect(several.sentence(tally(first))).toBe("0 of 4 sent.");
  const middle = [
    item(1, sent("a", "DONE")),
    item(2, sent("b", "RUNNING")),
    item(3, { kind: "refused", message: "-" }),
    item(4, { kind: "sending" }),
  ];
  expect(several.sentence(tally(middle))).toBe("2 of 3 sent, 1 refused.");
  expect(progressOf(middle)).toBe(5 / 8);
  const lost = [...middle.slice(0, 3), item(4, { kind: "unsent", message: "-" })];
  expect(several.sentence(tally(lost))).toBe("1 of 4 read, 1 refused, 1 not sent.");
  expect(progressOf(lost)).toBe(5 / 8);
  const last = [
    item(1, sent("a", "DONE")),
    item(2, sent("b", "CANCELLED")),
    item(3, sent("c", "REFUSED")),
    item(4, { kind: "leftOut" }),
  ];
  expect(several.sentence(tally(last))).toBe("1 of 4 read, 1 refused, 2 cancelled.");
  expect(progressOf(last)).toBe(1);
});
