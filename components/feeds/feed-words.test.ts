import { expect, test } from "vitest";
import { headWords, stateClass, stateWords } from "./feed-words";

const feed = { state: "FOLLOWED", isPaused: false, isMoving: false, lastError: null } as const;

test.each([
  [feed, "Followed", "This feed is followed"],
  [{ ...feed, lastError: "No." }, "Failed last time", "This feed could not be read last time"],
  [
    { ...feed, state: "NEW", lastError: "No." } as const,
    "Failed last time",
    "This feed could not be read last time",
  ],
  [{ ...feed, state: "BROKEN", lastError: "No." } as const, "Broken", "This feed is broken"],
  [
    { ...feed, state: "BROKEN", lastError: "No.", isMoving: true } as const,
    "Being looked at…",
    "This feed is being looked at",
  ],
  [{ ...feed, state: "BROKEN", lastError: "No.", isPaused: true } as const, "Paused", "This feed is paused"],
  [{ ...feed, state: "GONE", lastError: "No." } as const, "Gone", "This feed is gone"],
])("of %j the first thing to say is %s", (given, state, head) => {
  expect(stateWords(given)).toBe(state);
  expect(headWords(given)).toBe(head);
});

test("no feed that stands still has the sign of one that goes on", () => {
  const signs = (["CHOICE", "BROKEN", "GONE"] as const).map((state) =>
    stateClass({ ...feed, state, lastError: "No." }),
  );
  expect(new Set(signs)).toEqual(new Set(["state state--off"]));
  expect(stateClass({ ...feed, isPaused: true })).toBe("state state--off");
});
