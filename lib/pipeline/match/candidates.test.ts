import { expect, test } from "vitest";
import { CandidateIndex } from "./candidates";
import { factsOf } from "./facts";
import { Ranking } from "./ranking";

const read = (text: string, postedAt = "2024-03-05") => factsOf({ text, postedAt });
const CROWD = Array.from({ length: 300 }, (_, i) =>
  read(`Town ${i} opened a swimming pool for ${i + 20} children`),
);

function indexOf(texts: readonly ReturnType<typeof read>[]) {
  const index = new CandidateIndex();
  for (const facts of texts) index.add(facts);
  return index;
}

test("other words for it are found among hundreds", () => {
  const index = indexOf([
    read("Orvana's mill in Harlen is to be shut"),
    ...CROWD,
    read("Closure of the Harlen mill announced by Orvana"),
  ]);
  expect(index.near(0, 1).map(({ at }) => at)).toEqual([301]);
});

test("a name is found in the other script", () => {
  const index = indexOf([read("شركة نوفارا ترفض العرض"), ...CROWD, read("Novara turned the offer down")]);
  expect(index.near(0, 3).map(({ at }) => at)).toContain(301);
});

test("what says nothing is near nothing", () => {
  const index = indexOf([read(""), read("😱"), read("the of and"), ...CROWD]);
  expect([0, 1, 2].map((at) => index.near(at, 5))).toEqual([[], [], []]);
});

test("one word repeated, and a sentence that all repeat, give no more than is asked for", () => {
  const index = indexOf([
    read("gold ".repeat(500)),
    ...Array.from({ length: 1500 }, () => read("The rate changes tomorrow")),
  ]);
  expect(index.near(3, 10)).toHaveLength(10);
  expect(index.near(0, 10)).toEqual([]);
});

test("the same claim stands before its rivals, best first", () => {
  const collection = [
    read("Orvana sold 2.5 million phones in May."),
    read("Orvana sold 5.2 million phones in May."),
    read("Orvana sold 2,500,000 phones in May!!"),
    ...CROWD,
  ];
  const ranked = new Ranking(collection).of(0, 2);
  expect(ranked.map(({ at }) => at)).toEqual([2, 1]);
  expect(ranked.map(({ judgement }) => judgement.relation)[0]).toBe("SAME");
});
