import { expect, test } from "vitest";
import type { Trees } from "#lib/models/boosted-trees";
import { attribute } from "#lib/pipeline/attribute";
import { draft, draftPage } from "#lib/pipeline/classify";
import { segment } from "#lib/pipeline/segment";
import { factsOf, type PageFacts } from "./evidence/page-facts";
import { SOURCING_CLASSES, type SourcingClass } from "./model-judgement";
import { SORTS, secondRows, secondShares } from "./second-look";

function factsIn(body: string): PageFacts {
  const content = `Ferry talk\n\nBy Lena Moss\n3 May 2024\n\n${body}`;
  const page = segment({ format: "text", content, url: null, publisher: null });
  const { attributed, reading } = attribute(page, "MODELS");
  if (reading === null) throw new Error("the models have read nothing");
  return factsOf({ ...draftPage(page, reading), drafts: draft(page, attributed, reading) });
}

const shares = (given: Partial<Record<SourcingClass, number>>) =>
  SOURCING_CLASSES.map((found) => given[found] ?? 0);
const PLAIN = shares({ NARRATION: 0.8, OPINION: 0.2 });
const TOLD = shares({ NAMED: 0.9, NARRATION: 0.1 });

const BODY =
  "The ferry left at noon. It was full of cars.\n\nThe quay was wet. Nobody waved.\n\nRain fell all day long.";
const look = (all: readonly (readonly number[])[]) => ({
  evidence: all,
  meanings: all.map(() => [0.2, 0.2, 0.2, 0.2, 0.2]),
});

test("a row knows what stands beside its sentence, and how far off", () => {
  const facts = factsIn(BODY);
  const count = facts.page.drafts.length;
  expect(count).toBe(5);
  const before = secondRows(facts, look(Array.from({ length: count }, () => PLAIN)));
  const after = secondRows(facts, look(Array.from({ length: count }, (_, i) => (i === 0 ? TOLD : PLAIN))));
  const changed = before.map((row, i) => row.filter((value, k) => value !== after[i]?.[k]).length);
  expect(changed.every((columns) => columns > 0)).toBe(true);
  expect(changed[1]).toBeGreaterThan(changed[4] ?? 0);
});

test("every row has as many numbers, and each is one", () => {
  const facts = factsIn(`${BODY}\n\n“Is it?” he asked.\n\n`);
  const rows = secondRows(facts, look(facts.page.drafts.map(() => PLAIN)));
  for (const row of rows) {
    expect(row.length).toBe(rows[0]?.length);
    expect(row.every((value) => Number.isFinite(value))).toBe(true);
  }
});

/** One leaf a sort, whatever the row: these votes. */
function voting(votes: readonly number[]): Trees {
  return {
    roots: Int32Array.from(votes, (_, i) => -1 - i),
    feature: new Uint16Array(),
    threshold: new Float32Array(),
    left: new Int32Array(),
    right: new Int32Array(),
    leaves: Float32Array.from(votes),
  };
}

test("the second look shares out the sorts; within one, the first look has its say", () => {
  const first = shares({ NAMED: 0.1, DOCUMENT: 0.3, NARRATION: 0.6 });
  const found = secondShares(
    voting(SORTS.map((sort) => (sort === "REPORTED" ? 3 : 0))),
    new Float32Array(1),
    first,
  );
  const at = (one: SourcingClass) => found[SOURCING_CLASSES.indexOf(one)] ?? 0;
  expect(at("NAMED") + at("DOCUMENT")).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 3));
  expect(at("DOCUMENT") / at("NAMED")).toBeCloseTo(3);
  expect(at("OPINION")).toBe(0);
});
