import { expect, test } from "vitest";
import {
  type FactCorrection,
  factsIn,
  heldFacts,
  isCorrected,
  knownBy,
  type PageFacts,
  refuseCorrection,
} from "./page-facts";
import { CorrectFact } from "./page-facts-shapes";
import { RefusedError } from "./refusals";

const SAID: PageFacts = {
  TITLE: "The Quay Opens",
  PUBLISHER: "Gazete",
  AUTHOR: null,
  AGENCY: null,
  DATE: "2026-11-03",
  LANGUAGE: "en",
};
const to = (fact: FactCorrection["fact"], reads: string | null, said = SAID[fact]): FactCorrection => ({
  fact,
  said,
  reads,
});

test("a fact holds as the page says it until somebody puts it right, and the last correction counts", () => {
  expect(factsIn(heldFacts(SAID, []))).toEqual(SAID);
  const held = heldFacts(SAID, [
    to("PUBLISHER", "Gazzette"),
    to("AUTHOR", "Lina Aziz"),
    to("PUBLISHER", "Gazette"),
  ]);
  expect(factsIn(held)).toEqual({ ...SAID, PUBLISHER: "Gazette", AUTHOR: "Lina Aziz" });
  expect(held.filter(isCorrected).map(({ fact }) => fact)).toEqual(["PUBLISHER", "AUTHOR"]);
});

test("what was put right can be put back, and taken away", () => {
  expect(heldFacts(SAID, [to("DATE", "2026-03-11"), to("DATE", "2026-11-03")]).filter(isCorrected)).toEqual(
    [],
  );
  expect(factsIn(heldFacts(SAID, [to("DATE", null)])).DATE).toBeNull();
});

test("a later version that says it right by itself is left as it is", () => {
  const corrections = [to("PUBLISHER", "Gazette"), to("TITLE", "The Quay Opens Late")];
  const later = { ...SAID, TITLE: "The Quay Opened Late" };
  expect(factsIn(heldFacts(later, corrections))).toEqual({ ...later, PUBLISHER: "Gazette" });
});

const input = {
  versionId: "01a21f00-0000-7000-8000-000000000000",
  reason: "It says so below.",
  before: null,
};

test.each([
  [{ fact: "DATE", reads: "3 November" }, "noCalendarDay"],
  [{ fact: "DATE", reads: "2026-02-30" }, "noCalendarDay"],
  [{ fact: "LANGUAGE", reads: "English" }, "noLanguageCode"],
  [{ fact: "AUTHOR", reads: "x".repeat(201) }, "longFact"],
  [{ fact: "TITLE", reads: "x".repeat(501) }, "longText"],
  [{ fact: "AUTHOR", reads: "Lina", reason: " " }, "missing.factReason"],
])("%j is refused: %s", (given, message) => {
  expect(CorrectFact.safeParse({ ...input, ...given }).error?.issues[0]?.message).toBe(message);
});

test("an empty text takes the fact away", () => {
  expect(CorrectFact.parse({ ...input, fact: "AGENCY", reads: "  " }).reads).toBeNull();
});

test("nothing is put right that somebody changed meanwhile, or that is so already", () => {
  const held = heldFacts(SAID, [to("PUBLISHER", "Gazette")]);
  const ask = { fact: "PUBLISHER" as const, before: "Gazete", reads: "Gazette of Aldane" };
  expect(() => refuseCorrection(held, ask)).toThrow(RefusedError);
  expect(() => refuseCorrection(held, { ...ask, before: "Gazette", reads: "Gazette" })).toThrow("sameFact");
  expect(refuseCorrection(held, { ...ask, before: "Gazette" })).toMatchObject({
    said: "Gazete",
    reads: "Gazette",
  });
});

test("a heading that holds a whole page can be put right, and is known by as much of it as is kept", () => {
  const long = `${"A word and ".repeat(800)}🙂`;
  const said = { ...SAID, TITLE: long };
  const title = {
    versionId: "00000000-0000-4000-8000-000000000000",
    fact: "TITLE",
    reason: "The page heads it so.",
  };
  const asked = CorrectFact.parse({ ...title, before: knownBy(long), reads: "The Quay Opens" });
  expect(refuseCorrection(heldFacts(said, []), asked)).toMatchObject({ reads: long });
  expect(factsIn(heldFacts(said, [to("TITLE", "The Quay Opens", knownBy(long))])).TITLE).toBe(
    "The Quay Opens",
  );
  expect(CorrectFact.safeParse({ ...title, before: long, reads: "The Quay Opens" }).success).toBe(false);
  expect(knownBy(`${"x".repeat(3999)}🙂`)).toBe("x".repeat(3999));
  expect(knownBy(null)).toBeNull();
});
