import { describe, expect, test } from "vitest";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { StatementView, SuggestionView } from "#lib/domain/statement-views";
import type { Span } from "#lib/text/span";
import {
  nextSuggestion,
  nextToLookAt,
  type Row,
  rowGroups,
  rowOfKey,
  step,
  sureRows,
  trim,
  withSame,
} from "./rows";

const TEXT = "Monday\n\nShe said it rains. It is warm. Nobody knows. \n\nNo comments\n\nBanks got memos ...";
const at = (words: string): Span => {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
};
const segment = (words: string, type: ArticleDesk["segments"][number]["type"], post = 0) => ({
  ...at(words),
  type,
  post,
  reason: { axis: "SEGMENT" as const, rule: "test", version: "1", score: 1, words: "so" },
});
const SEGMENTS = [
  segment("Monday", "DATELINE"),
  segment("She said it rains. It is warm. Nobody knows.", "BODY"),
  segment("No comments", "CHROME"),
  segment("Banks got memos ...", "TEASER", 1),
];
const FACTS = {
  label: "REPORTED" as const,
  sourcing: "NAMED_PERSON" as const,
  factualityWriter: "CT+" as const,
  factualitySource: null,
  time: "PAST" as const,
  flags: {},
  quoteMode: null,
  attributionScope: "SENTENCE" as const,
  relayDepth: null,
  speaker: null,
  source: [],
  cue: [],
  prediction: null,
};
function suggestion(id: string, words: string, decision: SuggestionView["decision"] = null): SuggestionView {
  return {
    ...FACTS,
    ...at(words),
    exact: words,
    id,
    engine: "rules 1",
    confidence: 0.8,
    isSure: true,
    switchedOff: null,
    reasons: [],
    decision,
    matchedClaim: null,
  };
}
function statement(id: string, words: string, suggestionId: string | null): StatementView {
  return {
    ...FACTS,
    ...at(words),
    exact: words,
    id,
    revision: 1,
    suggestionId,
    derivedLabel: "REPORTED",
    labelOverride: null,
    labelReason: null,
    claim: null,
    annotations: [],
    changedByName: "A",
    changedAt: "2024-01-01T00:00:00Z",
  };
}
/** Cuts after each full stop, as plain as a test needs. */
const bySentence = (span: Span): Span[] =>
  [...TEXT.slice(span.start, span.end).matchAll(/[^.]+\.*/g)].flatMap((match) => {
    const piece = trim(TEXT, {
      start: span.start + match.index,
      end: span.start + match.index + match[0].length,
    });
    return piece ? [piece] : [];
  });
const rowsOf = (desk: Partial<Parameters<typeof rowGroups>[0]>) =>
  rowGroups({ segments: SEGMENTS, suggestions: [], statements: [], ...desk }, TEXT, bySentence);
const said = (row: Row) => `${row.number ?? "-"} ${row.kind} ${TEXT.slice(row.start, row.end)}`;

describe("rows", () => {
  test("furniture is one row each, and sentences that nobody marked are rows without a number", () => {
    expect(rowsOf({}).flatMap((group) => group.rows.map(said))).toEqual([
      "- furniture Monday",
      "- sentence She said it rains.",
      "- sentence It is warm.",
      "- sentence Nobody knows.",
      "- furniture No comments",
      "- sentence Banks got memos ...",
    ]);
  });

  test("suggestions and statements are numbered in page order, across segments", () => {
    const rows = rowsOf({
      suggestions: [suggestion("p", "She said it rains."), suggestion("q", "Banks got memos ...")],
      statements: [statement("s", "It is warm.", null)],
    }).flatMap((group) => group.rows);
    expect(rows.map(said)).toEqual([
      "- furniture Monday",
      "1 suggestion She said it rains.",
      "2 statement It is warm.",
      "- sentence Nobody knows.",
      "- furniture No comments",
      "3 suggestion Banks got memos ...",
    ]);
  });

  test("a row keeps its key when its suggestion is accepted or rejected", () => {
    const key = (desk: Parameters<typeof rowsOf>[0]) => rowsOf(desk)[1]?.rows[0]?.key;
    const waiting = key({ suggestions: [suggestion("p", "She said it rains.")] });
    expect(waiting).toBe("g-p");
    expect(
      key({
        suggestions: [suggestion("p", "She said it rains.", "ACCEPTED")],
        statements: [statement("s", "She said it rains.", "p")],
      }),
    ).toBe(waiting);
    expect(key({ suggestions: [suggestion("p", "She said it rains.", "REJECTED")] })).toBe(waiting);
  });

  test("a rejected suggestion is a plain sentence that remembers it", () => {
    const row = rowsOf({ suggestions: [suggestion("p", "It is warm.", "REJECTED")] })[1]?.rows[1];
    expect(row).toMatchObject({ kind: "sentence", number: null, suggestion: { id: "p" } });
  });

  test("a removed statement can be found where it stood", () => {
    const row = rowsOf({ removed: [statement("s", "It is warm.", null)] })[1]?.rows[1];
    expect(row).toMatchObject({ kind: "sentence", removed: { id: "s" } });
  });

  test("part of a sentence can be a statement: what is left beside it stays readable", () => {
    const rows = rowsOf({ statements: [statement("s", "it rains.", null)] })[1]?.rows ?? [];
    expect(rows.slice(0, 3).map(said)).toEqual([
      "- sentence She said",
      "1 statement it rains.",
      "- sentence It is warm.",
    ]);
  });

  test("furniture with a statement in it is cut into rows", () => {
    const rows = rowsOf({ statements: [statement("s", "comments", null)] })[2]?.rows ?? [];
    expect(rows.map(said)).toEqual(["- sentence No", "1 statement comments"]);
  });

  test("overlapping statements lose no word and repeat no gap", () => {
    const rows = rowsOf({
      statements: [statement("a", "She said it rains.", null), statement("b", "it rains", null)],
    })[1]?.rows;
    expect(rows?.map(said)).toEqual([
      "1 statement She said it rains.",
      "2 statement it rains",
      "- sentence It is warm.",
      "- sentence Nobody knows.",
    ]);
  });
});

describe("steps", () => {
  const rows = rowsOf({
    suggestions: [suggestion("p", "It is warm."), suggestion("q", "Banks got memos ...")],
  }).flatMap((group) => group.rows);

  test("go to the neighbour and stop at the ends", () => {
    expect(step(rows, "t-0", "next")?.kind).toBe("sentence");
    expect(step(rows, "t-0", "previous")).toBeNull();
    expect(step(rows, "g-q", "next")).toBeNull();
    expect(step(rows, null, "next")?.key).toBe("t-0");
  });

  test("the next suggestion is looked for from the top when none is left below", () => {
    expect(nextSuggestion(rows, "g-p")?.key).toBe("g-q");
    expect(nextSuggestion(rows, "g-q")?.key).toBe("g-p");
  });

  test("what the machine is not sure of comes before what it is sure of", () => {
    const unsure = { ...suggestion("r", "She said it rains."), isSure: false };
    const mixed = rowsOf({
      suggestions: [unsure, suggestion("p", "It is warm."), suggestion("q", "Banks got memos ...")],
    }).flatMap((group) => group.rows);
    expect(nextToLookAt(mixed, "g-p")?.key).toBe("g-r");
    expect(nextToLookAt(mixed, "g-r")?.key).toBe("g-p");
    expect(nextToLookAt(mixed, null)?.key).toBe("g-r");
  });

  test("sure are those that wait, that the machine is sure of, and that no form is open on", () => {
    const unsure = { ...suggestion("r", "She said it rains."), isSure: false };
    const mixed = rowsOf({
      suggestions: [unsure, suggestion("p", "It is warm."), suggestion("q", "Banks got memos ...")],
    }).flatMap((group) => group.rows);
    const sure = (forms: Record<string, unknown>) => sureRows(mixed, forms).map(({ id }) => id);
    expect(sure({})).toEqual(["p", "q"]);
    expect(sure({ "g-p": {} })).toEqual(["q"]);
  });

  test("the current suggestion is not its own successor", () => {
    const one = rowsOf({ suggestions: [suggestion("p", "It is warm.")] }).flatMap((group) => group.rows);
    expect(nextSuggestion(one, "g-p")).toBeNull();
  });
});

describe("what stands in a part that isn't the article's", () => {
  const isChrome = (one: (typeof SEGMENTS)[number]) => ({ ...one, type: "CHROME" as const });
  const aside = {
    statements: [statement("a", "It is warm.", "x")],
    suggestions: [suggestion("x", "It is warm.")],
  };
  const desk = { segments: SEGMENTS.map(isChrome), suggestions: [], statements: [], aside };
  const rows = rowGroups(desk, TEXT, bySentence).flatMap((group) => group.rows);

  test("a statement is a row of its own, by the same key, and isn't counted", () => {
    const row = rows.find(({ key }) => key === "g-x");
    expect(row).toMatchObject({ kind: "statement", isAside: true, number: null });
  });
  test("the row of a suggestion that needn't be decided any more is that of its words", () => {
    const without = { ...desk, aside: { ...aside, statements: [] } };
    const own = rowGroups(without, TEXT, bySentence).flatMap((group) => group.rows);
    expect(own.every(({ kind }) => kind === "furniture")).toBe(true);
    expect(rowOfKey(own, without, "g-x")?.start).toBe(at("She said").start);
    expect(rowOfKey(own, without, `t-${at("Nobody").start}`)?.start).toBe(at("She said").start);
    expect(rowOfKey(own, without, "g-gone")).toBeNull();
  });
});

test("a row that says the same as before is the one from before, and no other is", () => {
  const two = [statement("a", "She said it rains.", null), statement("b", "It is warm.", null)] as const;
  const groupsOf = (...statements: StatementView[]) =>
    rowGroups({ segments: SEGMENTS, suggestions: [], statements, removed: [] }, TEXT, bySentence);
  const before = groupsOf(...two);
  const changed = { ...two[1], label: "OPINION" as const };
  const now = groupsOf(two[0], changed);
  const same = withSame(now, before);
  expect(same).toEqual(now);
  const [rows, known] = [same, before].map((groups) => groups.flatMap((group) => group.rows)) as [
    Row[],
    Row[],
  ];
  expect(rows.map((row) => known.includes(row))).toEqual(rows.map(({ statement }) => statement !== changed));
  // One fewer before it: its number is another.
  const later = withSame(groupsOf(two[1]), before).flatMap((group) => group.rows);
  expect(later.find(({ statement }) => statement === two[1])?.number).toBe(1);
});
