import { describe, expect, test } from "vitest";
import { NEW } from "./annotator-state";
import { formSubject, formsOfDrafts, isOvertaken, openNew, openRow, overtaken, savingOf } from "./editing";
import type { Row } from "./rows";
import { withNarrator } from "./sourcing-change";
import { draftOfForm, newForm } from "./statement-form";

const FACTS = {
  start: 10,
  end: 20,
  exact: "ten letter",
  label: "UNSOURCED_ASSERTION" as const,
  sourcing: "NONE" as const,
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
const suggestion = {
  ...FACTS,
  id: "p",
  engine: "rules 1",
  confidence: 0.9,
  isSure: true,
  switchedOff: null,
  reasons: [],
  decision: null,
  matchedClaim: null,
};
const statement = (revision: number) => ({
  ...FACTS,
  id: "s",
  revision,
  suggestionId: "p",
  derivedLabel: FACTS.label,
  labelOverride: null,
  labelReason: null,
  claim: null,
  annotations: [],
  changedByName: "B",
  changedAt: "2024-01-01T00:00:00Z",
});
const row = (changes: Partial<Row>): Row => ({
  key: "g-p",
  kind: "suggestion",
  number: 1,
  segment: 0,
  start: 10,
  end: 20,
  statement: null,
  suggestion,
  removed: null,
  ...changes,
});
const saved = (revision: number) => row({ kind: "statement", statement: statement(revision) });

describe("saving a form", () => {
  test("of a suggestion accepts it with changes", () => {
    expect(savingOf(openRow(row({})), row({}))).toMatchObject({
      kind: "send",
      command: { kind: "add", suggestionId: "p" },
    });
  });

  test("of plain words marks a statement, also where a suggestion was rejected", () => {
    const plain = row({ kind: "sentence", suggestion: { ...suggestion, decision: "REJECTED" } });
    for (const [form, on] of [
      [openRow(plain), plain],
      [openNew({ start: 1, end: 5 }), null],
    ] as const) {
      const answered = { ...form, form: withNarrator(form.form, "PUBLISHER") };
      expect(savingOf(form, on)).toMatchObject({ kind: "refused", field: "narrator" });
      expect(savingOf(answered, on)).toMatchObject({ command: { kind: "add", suggestionId: null } });
    }
  });

  test("of a statement carries the revision it was opened on", () => {
    expect(savingOf(openRow(saved(4)), saved(4))).toMatchObject({
      command: { kind: "edit", statementId: "s", revision: 4 },
    });
  });

  test("is held back where somebody saved since, until theirs was seen", () => {
    const open = openRow(saved(4));
    expect(savingOf(open, saved(5))).toEqual({ kind: "stale" });
    expect(savingOf({ ...open, stale: true }, saved(5))).toMatchObject({ command: { revision: 5 } });
  });

  test("is held back where a suggestion was decided by somebody else meanwhile", () => {
    expect(savingOf(openRow(row({})), saved(1))).toEqual({ kind: "stale" });
  });

  test("is refused before it is sent where something is missing", () => {
    const open = openRow(row({}));
    const named = { ...open, form: { ...open.form, sourcing: "NAMED_PERSON" as const } };
    expect(savingOf(named, row({}))).toMatchObject({ kind: "refused", field: "speakerName" });
  });
});

describe("forms come back from drafts", () => {
  const draft = (key: string, body: Record<string, string>) => ({
    subject: formSubject("r", key),
    body,
    savedAt: "2024-01-01T00:00:00Z",
  });
  const typed = { ...newForm({ start: 10, end: 20 }), speakerName: "NINA" };

  test("with what was typed, beside what is saved", () => {
    const forms = formsOfDrafts([draft("g-p", draftOfForm(typed, 2))], "r", [saved(3)], 100);
    expect(forms["g-p"]).toMatchObject({
      form: { speakerName: "NINA" },
      opened: { speakerName: "" },
      revision: 2,
    });
  });

  test("a new statement's too, but none of another review or of a row that is gone", () => {
    const drafts = [
      draft(NEW, draftOfForm(typed, null)),
      draft("g-gone", draftOfForm(typed, 1)),
      { ...draft("g-p", draftOfForm(typed, 1)), subject: formSubject("another", "g-p") },
      draft("s-broken", { form: "{" }),
    ];
    expect(Object.keys(formsOfDrafts(drafts, "r", [row({})], 100))).toEqual([NEW]);
  });
});

describe("a form whose statement somebody else saved meanwhile", () => {
  const saved = (revision: number) => row({ kind: "statement", statement: statement(revision) });
  const open = openRow(saved(1));
  const typed = { ...open, form: { ...open.form, speakerName: "NINA" } };

  test("is overtaken, and one whose statement is as it was isn't", () => {
    expect(isOvertaken(open, saved(1))).toBe(false);
    expect(isOvertaken(open, saved(2))).toBe(true);
    expect(isOvertaken(open, null)).toBe(false);
    expect(isOvertaken(openRow(row({})), saved(1))).toBe(true);
    expect(isOvertaken(openRow(row({})), row({}))).toBe(false);
  });

  test("follows what was saved where nobody typed in it, and keeps what was typed", () => {
    expect(overtaken({ "g-p": open }, [saved(2)])).toEqual([saved(2)]);
    expect(overtaken({ "g-p": open }, [saved(1)])).toEqual([]);
    expect(overtaken({ "g-p": typed }, [saved(2)])).toEqual([]);
    expect(overtaken({ "g-gone": open }, [saved(2)])).toEqual([]);
  });

  test("asks once more before it is saved over theirs", () => {
    expect(savingOf(typed, saved(2))).toEqual({ kind: "stale" });
    expect(savingOf({ ...typed, stale: true }, saved(2))).toMatchObject({
      kind: "send",
      command: { revision: 2 },
    });
  });
});
