import { expect, test } from "vitest";
import {
  begun,
  cancelled,
  FROM,
  fetched,
  type ImportMove,
  isOnItsWay,
  refused,
  reopened,
  TO,
  waiting,
} from "./import-states";
import { IMPORT_STATES, type ImportState } from "./imports";

const NOW = new Date("2024-09-20T08:00:00.000Z");
const MOVES = Object.keys(FROM) as ImportMove[]; // the keys of the table are its moves

/** Which moves each state allows, written out once more by hand. */
test.each<[ImportState, ImportMove[]]>([
  ["QUEUED", ["begin", "lose", "cancel", "giveUp"]],
  ["RUNNING", ["begin", "fetched", "waitToTry", "store", "refuse", "lose", "cancel", "giveUp"]],
  ["DONE", []],
  ["REFUSED", ["giveUp", "reopen"]],
  ["CANCELLED", ["reopen"]],
])("from %s: %j", (state, moves) => {
  expect(MOVES.filter((move) => FROM[move].some((from) => from === state))).toEqual(moves);
});

test("no move leads back to where it may be made again without end, but for a worker that takes up what another one left", () => {
  const again = MOVES.filter((move) => FROM[move].some((from) => from === TO[move]));
  expect(again).toEqual(["begin"]);
});

test("what is done stays done, and every other end can be started anew", () => {
  const ends = IMPORT_STATES.filter((state) => !isOnItsWay(state));
  expect(ends).toEqual(["DONE", "REFUSED", "CANCELLED"]);
  expect([...FROM.reopen]).toEqual(["REFUSED", "CANCELLED"]);
});

test("an end says when it was, and waits for nothing more", () => {
  expect(refused({ message: "No text.", fault: "SITE" }, NOW)).toEqual({
    state: "REFUSED",
    message: "No text.",
    fault: "SITE",
    nextTryAt: null,
    finishedAt: NOW,
  });
  expect(cancelled(NOW)).toEqual({
    state: "CANCELLED",
    message: null,
    fault: null,
    nextTryAt: null,
    finishedAt: NOW,
  });
});

test("what goes on says nothing of an end", () => {
  for (const after of [
    begun(),
    fetched(),
    waiting(NOW, null),
    waiting(NOW, { message: "Busy.", attempts: 2 }),
  ]) {
    expect(after).not.toHaveProperty("finishedAt");
    expect(isOnItsWay(after.state)).toBe(true);
  }
  expect(waiting(NOW, { message: "Busy.", attempts: 2 })).toMatchObject({ message: "Busy.", attempts: 2 });
  expect(waiting(NOW, null)).toEqual({ state: "QUEUED", nextTryAt: NOW });
});

test("started anew, nothing is left of the try before", () => {
  expect(reopened()).toEqual({
    state: "QUEUED",
    message: null,
    fault: null,
    attempts: 0,
    nextTryAt: null,
    finishedAt: null,
  });
});
