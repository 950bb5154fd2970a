import { expect, test } from "vitest";
import { Bundles } from "./bundles";

/** Things with a name; the work doubles them and notes each bundle. `fails` names what can't be worked on. */
function doubling(fails: ReadonlySet<string> = new Set(), most = { items: 4, weight: 100 }) {
  const bundles: string[][] = [];
  const together = new Bundles<{ name: string; weight: number }, string>({
    keysOf: ({ name }) => [name],
    weightOf: ({ weight }) => weight,
    most,
    work: async (given) => {
      bundles.push(given.map(({ name }) => name));
      await new Promise((resolve) => setImmediate(resolve));
      const bad = given.find(({ name }) => fails.has(name));
      if (bad !== undefined) throw new Error(bad.name);
      return given.map(({ name }) => name + name);
    },
  });
  const add = (name: string, weight = 1) => together.add({ name, weight });
  return { add, bundles, together };
}

test("one alone is a bundle of its own", async () => {
  const { add, bundles } = doubling();
  expect(await add("a")).toBe("aa");
  expect(await add("b")).toBe("bb");
  expect(bundles).toEqual([["a"], ["b"]]);
});

test("those that come together share a bundle, up to its size, and each gets its own answer", async () => {
  const { add, bundles } = doubling();
  expect(await Promise.all(["a", "b", "c", "d", "e"].map((name) => add(name)))).toEqual([
    ...["aa", "bb", "cc", "dd", "ee"],
  ]);
  expect(bundles).toEqual([["a", "b", "c", "d"], ["e"]]);
});

test("two of one key never share one", async () => {
  const { add, bundles } = doubling();
  await Promise.all(["a", "b", "a"].map((name) => add(name)));
  expect(bundles).toEqual([["a", "b"], ["a"]]);
});

test("a heavy one goes alone", async () => {
  const { add, bundles } = doubling();
  await Promise.all([add("a", 1), add("b", 500), add("c", 1)]);
  expect(bundles).toEqual([["a", "c"], ["b"]]);
});

test("one that fails fails alone, and nothing waits for ever", async () => {
  const { add, bundles, together } = doubling(new Set(["b"]));
  const done = await Promise.allSettled(["a", "b", "c"].map((name) => add(name)));
  expect(done.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(bundles).toEqual([["a", "b", "c"], ["a"], ["b"], ["c"]]);
  await together.idle();
  expect(await add("d")).toBe("dd");
});

test("idle settles only when nothing is under way", async () => {
  const { add, together } = doubling();
  let isDone = false;
  const done = add("a").then(() => {
    isDone = true;
  });
  await together.idle();
  await done;
  expect(isDone).toBe(true);
});
