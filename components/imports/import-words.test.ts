import { expect, test } from "vitest";
import type { ImportView } from "#lib/domain/import-views";
import { headWords, isMoving, stateWords } from "./import-words";

const address: ImportView = {
  id: "1",
  name: "https://news.example/",
  way: "ADDRESS",
  step: "FETCH",
  state: "QUEUED",
  url: "https://news.example/",
  finalUrl: null,
  message: null,
  versionId: null,
  posts: [],
  found: null,
  attempts: 0,
  nextTryAt: null,
  finishedAt: null,
  requestedAt: "2026-11-25T10:00:00.000Z",
  requestedById: null,
};
const soon = "2026-11-25T10:01:00.000Z";

test.each<readonly [string, Partial<ImportView>, string, string]>([
  ["just given", {}, "Waiting to be fetched", "This page waits to be fetched"],
  ["being asked for", { state: "RUNNING" }, "Being fetched", "This page is being fetched"],
  [
    "waiting for its turn",
    { nextTryAt: soon },
    "Waiting so as not to press the site",
    "This page waits, so as not to press its site",
  ],
  [
    "after a trouble",
    { nextTryAt: soon, message: "No answer.", attempts: 1 },
    "Waiting to be tried again",
    "This page could not be fetched yet",
  ],
  [
    "being asked for again",
    { state: "RUNNING", message: "No answer.", attempts: 1 },
    "Being fetched",
    "This page is being fetched",
  ],
  ["fetched", { step: "READ" }, "Waiting its turn", "This page waits to be read"],
  ["being read", { step: "READ", state: "RUNNING" }, "Being read", "This page is being read"],
  ["refused by its site", { state: "REFUSED", message: "No page." }, "Refused", "This page was not taken in"],
  ["read", { step: "READ", state: "DONE", versionId: "2" }, "Read", "This page is read"],
])("an address %s", (_, change, state, head) => {
  const given = { ...address, ...change };
  expect([stateWords(given), headWords(given)]).toEqual([state, head]);
  expect(isMoving(given)).toBe(given.state === "QUEUED" || given.state === "RUNNING");
});
