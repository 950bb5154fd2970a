import { describe, expect, test } from "vitest";
import { likelyMissed, MOST_COMPARED, wronglyJoined } from "./doubts";
import { type Facts, factsOf } from "./facts";

const DAY = "2024-03-05";
const said = (text: string, postedAt: string | null = DAY): Facts => factsOf({ text, postedAt });

const DAM = "The Harlen dam burst on Sunday, flooding 300 homes.";
const COPY = "BREAKING: THE HARLEN DAM BURST ON SUNDAY, FLOODING 300 HOMES 😱 #news";
const NUMBER = "The Harlen dam burst on Sunday, flooding 900 homes.";
const OTHER = "Governor Pelta Voss resigned over the price of bread.";

describe("what is joined to a claim", () => {
  test.each([
    ["another number", NUMBER, "CONTRADICTION", "other-numbers"],
    ["something else", OTHER, "DIFFERENT", "other-names"],
  ])("is doubted where it says %s, with the reason", (_, text, relation, code) => {
    const doubt = wronglyJoined([said(text)], [said(DAM), said(COPY)]);
    expect(doubt).toMatchObject({ at: 0, otherAt: 0, relation });
    expect(doubt?.reasons.map((reason) => reason.code)).toContain(code);
  });

  test("the same promise years later is doubted, though no word of it differs", () => {
    const text = "Lendria's new banknotes come out tomorrow";
    expect(wronglyJoined([said(text, "2024-03-05")], [said(text, "2019-03-05")])).toMatchObject({
      relation: "TEMPLATE",
    });
  });

  test("a repost isn't doubted, nor what the claim says in its own words", () => {
    expect(wronglyJoined([said(COPY)], [said(DAM)])).toBeNull();
    expect(wronglyJoined([said(DAM)], [said(DAM), said(OTHER)])).toBeNull();
  });

  test("what is unlike the claim's own wording isn't doubted where the rest of it says the same", () => {
    expect(wronglyJoined([said(OTHER)], [said(DAM), said(OTHER), said(OTHER)])).toBeNull();
  });

  test("a claim with all that makes it is doubted by what it says on the whole", () => {
    expect(wronglyJoined([said(OTHER), said(OTHER)], [said(DAM), said(COPY)])).not.toBeNull();
  });

  test.each([
    ["the part", [], [said(DAM)]],
    ["the rest", [said(DAM)], []],
  ])("nothing is doubted where %s says nothing", (_, part, rest) => {
    expect(wronglyJoined(part, rest)).toBeNull();
  });
});

describe("two claims", () => {
  test("that say the same were likely missed, and the nearest wordings say why", () => {
    const missed = likelyMissed(
      [said("The dam of Harlen has burst, and 300 homes are flooded."), said(COPY)],
      [said(DAM)],
    );
    expect(missed).toMatchObject({ at: 1, otherAt: 0, relation: "SAME" });
    expect(missed?.reasons.map(({ code }) => code)).toContain("shared-numbers");
  });

  test("are not the same for one wording that both have, where the rest says something else", () => {
    expect(likelyMissed([said(OTHER), said(DAM)], [said(NUMBER), said(DAM)])).toBeNull();
  });

  test.each([NUMBER, OTHER])("are two where one says: %s", (text) => {
    expect(likelyMissed([said(DAM)], [said(text)])).toBeNull();
  });

  test("which comes first makes no difference", () => {
    const [one, other] = [[said(DAM), said(COPY)], [said(COPY)]] as const;
    expect(likelyMissed(one, other)?.score).toBeCloseTo(likelyMissed(other, one)?.score ?? 0, 10);
  });

  test("no more than a few wordings of each are compared", () => {
    const many = Array.from({ length: MOST_COMPARED }, () => said(DAM));
    expect(likelyMissed([...many, said(OTHER)], many)?.score).toBe(likelyMissed(many, many)?.score);
  });
});
