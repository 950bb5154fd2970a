import type { FeedView } from "#lib/domain/feeds";
import * as words from "#lib/words";

const feedWords = words.feeds;

type Standing = Pick<FeedView, "state" | "isPaused" | "isMoving" | "lastError">;

/** What is to be said first of a feed, where several things are true of it. */
function standing({ state, isPaused, isMoving, lastError }: Standing) {
  if (isPaused) return "paused";
  if (isMoving) return "moving";
  return lastError !== null && (state === "FOLLOWED" || state === "NEW") ? "failing" : state;
}

export function stateWords(feed: Standing): string {
  const first = standing(feed);
  switch (first) {
    case "paused":
    case "moving":
    case "failing":
      return feedWords[first];
    default:
      return feedWords.states[first];
  }
}

/** The sentence that a feed's page begins with. */
export function headWords(feed: Standing): string {
  return feedWords.is[standing(feed)];
}

/** The sign before the state: a full one goes on by itself, an empty one doesn't. */
export function stateClass(feed: Standing): string {
  const first = standing(feed);
  if (first === "FOLLOWED") return "state state--on";
  return first === "moving" || first === "NEW" || first === "failing"
    ? "state state--wait"
    : "state state--off";
}
