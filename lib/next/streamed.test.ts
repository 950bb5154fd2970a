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
  expect(await new Response(await streamed(pieces)).text()).toBe("1;2;3;");
  expect(seen.isStopped).toBe(true);
});

test("no piece is made long before it is taken", async () => {
  const { pieces, seen } = counted(1000);
  const reader = (await streamed(pieces)).getReader();
  for (let n = 0; n < 5; n += 1) await reader.read();
  expect(seen.made).toBeLessThan(8);
  await reader.cancel();
  expect(seen.isStopped).toBe(true);
});

test("a fault in the middle breaks the answer off", async () => {
  const { pieces } = counted(5, 2);
  await expect(new Response(await streamed(pieces)).text()).rejects.toThrow("the database is gone");
});

test("whoever doesn't read on is cut off, and makes room", async () => {
  const { pieces, seen } = counted(1000);
  const reader = (await streamed(pieces, { pause: 10_000 })).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(10_001);
  await expect(reader.read().then(() => reader.read())).rejects.toThrow("nobody read on");
  expect(seen.isStopped).toBe(true);
});

const filled = () => Promise.all(Array.from({ length: 2 }, () => streamed(counted(1000).pieces)));

test("as many as one process makes at once; the next one waits for its turn, the first first", async () => {
  const open = await filled();
  const begun: string[] = [];
  const next = ["third", "fourth"].map(async (name) => {
    const body = await streamed(counted(1).pieces);
    begun.push(name);
    return body;
  });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(begun).toEqual([]);
  await open[0]?.cancel();
  const third = await next[0];
  expect(begun).toEqual(["third"]);
  await third?.cancel();
  await (await next[1])?.cancel();
  expect(begun).toEqual(["third", "fourth"]);
  await open[1]?.cancel();
  expect(await new Response(await streamed(counted(2).pieces)).text()).toBe("1;2;");
});

test("whoever waits too long is told to come again, and so is everybody where too many wait", async () => {
  const open = await filled();
  const late = Array.from({ length: 20 }, () =>
    streamed(counted(1).pieces).catch((error: Error) => error.message),
  );
  await expect(streamed(counted(1).pieces)).rejects.toThrow("As many exports");
  await vi.advanceTimersByTimeAsync(20_001);
  for (const message of await Promise.all(late)) expect(message).toMatch(/^As many exports/);
  for (const one of open) await one.cancel();
  expect(await new Response(await streamed(counted(1).pieces)).text()).toBe("1;");
});

test("whoever makes the pieces is told that nobody wants any more", async () => {
  const told: AbortSignal[] = [];
  const body = await streamed((signal) => {
    told.push(signal);
    return counted(1000).pieces();
  });
  await body.getReader().cancel();
  expect(told.map(({ aborted }) => aborted)).toEqual([true]);
});
