import { describe, expect, test } from "vitest";
import type { PublishedStatement } from "#lib/domain/publications";
import { claimChanges, correctedNumbers, statementChanges } from "./changes";
import { foundingClaim, foundingPublication } from "./testing/founding-publication";

const page = foundingPublication();

function changed(number: number, change: Partial<PublishedStatement>) {
  const statements = page.statements.map((one) => (one.number === number ? { ...one, ...change } : one));
  return { ...page, statements };
}

describe("statements", () => {
  test("that are the same are no change, whatever their ids and numbers", () => {
    const moved = page.statements.map((one) => ({ ...one, id: `other-${one.id}`, number: one.number + 1 }));
    expect(statementChanges(page, { ...page, statements: moved })).toEqual([]);
    expect(statementChanges(page, changed(1, { flags: { opinion: false } }))).toEqual([]);
  });

  test.each([
    ["label", { label: "OPINION" }],
    ["sourcing", { sourcing: "DOCUMENT" }],
    ["speaker", { speaker: null }],
    ["notes", { notes: ["A mistranslation."] }],
    ["flags", { flags: { opinion: true } }],
    ["claim", { claim: { slug: "c", wording: "It rains." } }],
    ["labelReason", { labelReason: "It judges." }],
  ] satisfies [string, Partial<PublishedStatement>][])("a changed %s is named", (fact, change) => {
    expect(statementChanges(page, changed(2, change))).toMatchObject([
      { kind: "CHANGED", before: { number: 2 }, after: { number: 2 }, facts: [fact] },
    ]);
  });

  test("a moved span is the same statement with other words, and no other page’s spans count", () => {
    const [first] = page.statements;
    if (!first) throw new Error("it has statements");
    const shorter = { exact: first.exact.slice(0, -10), end: first.end - 10 };
    expect(statementChanges(page, changed(1, shorter))).toMatchObject([
      { kind: "CHANGED", facts: ["exact"] },
    ]);
    const next = { ...changed(1, shorter), article: { ...page.article, version: 2 } };
    expect(statementChanges(page, next).map(({ kind }) => kind)).toEqual(["ADDED", "REMOVED"]);
  });

  test("of two with the same words each is compared with its own", () => {
    const [first] = page.statements;
    if (!first) throw new Error("it has statements");
    const twice = { ...page, statements: [first, { ...first, number: 2, label: "OPINION" as const }] };
    expect(statementChanges(twice, twice)).toEqual([]);
    expect(statementChanges(twice, { ...page, statements: [first] })).toMatchObject([
      { kind: "REMOVED", before: { number: 2 } },
    ]);
  });

  test("readers are told which are new or changed, and nothing where nothing stood before", () => {
    expect(correctedNumbers(page, changed(3, { label: "OPINION" }))).toEqual([3]);
    expect(correctedNumbers(null, page)).toEqual([]);
    expect(correctedNumbers(page, page)).toEqual([]);
  });
});

describe("a claim", () => {
  const claim = foundingClaim();

  test("the same one is no change", () => {
    expect(claimChanges(claim, { ...claim, publishedBy: { name: "Somebody else" } })).toEqual([]);
  });

  test("its wording, its verdict and what came and went are named", () => {
    const other = {
      ...claim,
      claim: { ...claim.claim, wording: "Other words.", unknowns: [...claim.claim.unknowns, "Who wrote it"] },
      verdict: { ...claim.verdict, explanation: "Looked again." },
      searches: [],
    };
    expect(claimChanges(claim, other)).toMatchObject([
      { part: "wording", after: "Other words." },
      { part: "verdict" },
      { part: "unknowns", added: ["Who wrote it"], removed: [] },
      { part: "searches", added: [] },
    ]);
  });
});
