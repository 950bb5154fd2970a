import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { streamed } from "./streamed";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => vi.useRealTimers());

/** Counts what was made, and whether it was told to stop. */
function counted(most: number, failsAt = -1) {
  const seen = { made: 0, isStopped: false };
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    try {
      for (; seen.made < most; ) {
        if (seen.made === failsAt) throw new Error("the database is gone");
        seen.made += 1;
        yield new TextEncoder().encode(`${seen.made};`);
      }
    } finally {
      seen.isStopped = true;
    }
  }
  return { seen, pieces };
}

test("a body is its pieces, to the end", async () => {
  const { pieces, seen } = counted(3);
  expect(await new Response(streamed(pieces)).text()).toBe("1;2;3;");
  expect(seen.isStopped).toBe(true);
});

test("no piece is made long before it is taken", async () => {
  const { pieces, seen } = counted(1000);
  const reader = streamed(pieces).getReader();
  for (let n = 0; n < 5; n += 1) await reader.read();
  expect(seen.made).toBeLessThan(8);
  await reader.cancel();
  expect(seen.isStopped).toBe(true);
});

test("a fault in the middle breaks the answer off", async () => {
  const { pieces } = counted(5, 2);
  await expect(new Response(streamed(pieces)).text()).rejects.toThrow("the database is gone");
});

test("whoever doesn't read on is cut off, and makes room", async () => {
  const { pieces, seen } = counted(1000);
  const reader = streamed(pieces, 10_000).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(10_001);
  await expect(reader.read().then(() => reader.read())).rejects.toThrow("nobody read on");
  expect(seen.isStopped).toBe(true);
});

test("as many as one process makes at once, and each that ends makes room for another", async () => {
  const open = Array.from({ length: 2 }, () => streamed(counted(1000).pieces));
  const refused = () => streamed(counted(1).pieces);
  expect(refused).toThrow("As many exports");
  await open[0]?.cancel();
  const next = refused();
  expect(refused).toThrow("As many exports");
  await next.cancel();
  for (const one of open.slice(1)) await one.cancel();
  expect(await new Response(streamed(counted(2).pieces)).text()).toBe("1;2;");
});

test("whoever makes the pieces is told that nobody wants any more", async () => {
  const told: AbortSignal[] = [];
  const body = streamed((signal) => {
    told.push(signal);
    return counted(1000).pieces();
  });
  await body.getReader().cancel();
  expect(told.map(({ aborted }) => aborted)).toEqual([true]);
});
