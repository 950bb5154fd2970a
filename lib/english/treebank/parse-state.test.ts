import { expect, test } from "vitest";
import { MOVES, ParseState } from "./parse-state";

test("a move is the only one just where no other may be made", () => {
  const state = new ParseState(6);
  const seen = new Set<number>();
  const walk = (moves: readonly number[]): void => {
    state.begin(3);
    for (const move of moves) state.apply(move);
    if (state.isDone()) return;
    const open = [...Array(MOVES).keys()].filter((move) => state.may(move));
    const only = state.onlyMove();
    expect([moves, only]).toEqual([moves, open.length === 1 ? open[0] : -1]);
    seen.add(only);
    for (const move of open) walk([...moves, move]);
  };
  walk([]);
  expect(seen.size).toBe(3);
});
