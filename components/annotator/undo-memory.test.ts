import { expect, test } from "vitest";
import type { Command } from "./commands";
import { recall, remember } from "./undo-memory";

function memory(kept: Record<string, string> = {}) {
  return {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}

const command = (n: number): Command => ({ kind: "undecide", suggestionId: `s${n}` });

test("what can be taken back comes back in its order, for its own review", () => {
  const window = memory();
  remember(window, "a", [command(1), command(2)]);
  expect(recall(window, "a")).toEqual([command(1), command(2)]);
  expect(recall(window, "b")).toEqual([]);
});

test("the latest hundred are kept", () => {
  const window = memory();
  remember(
    window,
    "a",
    Array.from({ length: 130 }, (_, n) => command(n)),
  );
  expect(recall(window, "a")).toHaveLength(100);
  expect(recall(window, "a").at(-1)).toEqual(command(129));
});

test.each(["{", "null", "[1]", '{"kind":"undecide"}'])("%s is nothing to take back", (kept) => {
  expect(recall(memory({ a: kept }), "a")).toEqual([]);
});

test("a window that keeps nothing goes on", () => {
  const full = {
    getItem: (): never => {
      throw new Error("switched off");
    },
    setItem: (): never => {
      throw new Error("full");
    },
  };
  expect(() => remember(full, "a", [command(1)])).not.toThrow();
  expect(recall(full, "a")).toEqual([]);
});
