import { expect, test } from "vitest";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Outcome } from "#lib/domain/form-state";
import type { StatementView, SuggestionView } from "#lib/domain/statement-views";
import type { Core } from "./acts";
import { type AnnotatorEvent, initialState, next } from "./annotator-state";
import type { Command } from "./commands";
import { openRow } from "./editing";
import { withSpan } from "./ends";
import { chooseNext, drop, heldOf, moveEnd } from "./moving";
import type { Row } from "./rows";
import type { RunResult } from "./use-record";

const TEXT = "She said that it rains. Nobody knows.";
const FACTS = {
  start: 0,
  end: 23,
  exact: TEXT.slice(0, 23),
  label: "REPORTED",
  sourcing: "NAMED_PERSON",
  factualityWriter: "CT+",
  factualitySource: null,
  time: "PAST",
  flags: {},
  quoteMode: null,
  attributionScope: "SENTENCE",
  relayDepth: null,
  speaker: { id: "7", name: "Lina Aziz", kind: "PERSON" },
  source: [{ start: 0, end: 3 }],
  cue: [{ start: 4, end: 8 }],
  prediction: null,
} as const;
// Only what moving asks of them.
const STATEMENT = {
  ...FACTS,
  id: "1",
  revision: 4,
  labelOverride: null,
  labelReason: null,
  changedByName: "Mara",
} as unknown as StatementView;
const SUGGESTION = { ...FACTS, id: "2", decision: null } as unknown as SuggestionView;
const rowWith = (facts: Partial<Row>): Row => ({
  key: "s-1",
  kind: "statement",
  start: 0,
  end: 23,
  number: 1,
  segment: 0,
  statement: null,
  suggestion: null,
  removed: null,
  ...facts,
});

/** A desk with one row; what is asked of the record, and how it answers. */
function deskWith(row: Row, outcome: RunResult["outcome"] = { ok: true, data: {} }) {
  const asked: Command[] = [];
  const kept: string[] = [];
  const core = {
    desk: {
      version: { text: TEXT, language: "en" },
      segments: [{ start: 0, end: TEXT.length }],
      statements: row.statement ? [row.statement] : [],
    } as unknown as ArticleDesk,
    rows: [row],
    row,
    state: initialState(row.key, {}),
    canWrite: true,
    myName: "Mara",
    run: async (command: Command) => {
      asked.push(command);
      return { outcome, inverse: { kind: "undo-match", suggestionId: "-" } as const };
    },
    waitFor: async (_key: string, _command: unknown, outcome: Outcome) => outcome,
    keepDraft: (key: string) => kept.push(key),
    forgetDraft: () => {},
    refresh: () => {},
    selection: () => null,
  };
  const dispatch = (event: AnnotatorEvent) => {
    core.state = next(core.state, event);
  };
  return { core: Object.assign(core, { dispatch }) as Core, asked, kept };
}

/** The statement’s end dragged to “She said that it”. */
function dragged(core: Core) {
  const held = heldOf(core);
  if (!held) throw new Error("nothing is held");
  drop(core, held, withSpan(held.marked, held.chosen, { start: 0, end: 16 }), false);
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("a statement whose end was dragged is saved at once, from the revision that was seen, with one undo", async () => {
  const { core, asked } = deskWith(rowWith({ statement: STATEMENT }));
  dragged(core);
  await settled();
  expect(asked).toMatchObject([
    { kind: "edit", statementId: "1", revision: 4, fields: { start: 0, end: 16, source: FACTS.source } },
  ]);
  expect(core.state).toMatchObject({ editing: null, said: { text: "Saved: “She said that it”." } });
  expect(core.state.undo).toHaveLength(1);
});

test("an end that is dragged in between two pieces comes to stand at the one that is left, and is told so", async () => {
  const content = [
    { start: 0, end: 8 },
    { start: 14, end: 23 },
  ];
  const { core, asked } = deskWith(rowWith({ statement: { ...STATEMENT, source: [], cue: [], content } }));
  const held = heldOf(core);
  if (!held) throw new Error("nothing is held");
  drop(core, held, withSpan(held.marked, held.chosen, { start: 0, end: 13 }), false);
  await settled();
  expect(asked).toMatchObject([{ kind: "edit", fields: { start: 0, end: 8 } }]);
  expect(asked[0]).not.toHaveProperty("fields.content");
  expect(core.state.said.text).toBe("Saved: “She said”.");
});

test.each([
  ["conflict", { stale: true }],
  ["invalid_input", { complaint: { message: "No." } }],
  ["not_signed_in", { form: { end: 16 } }],
] as const)("where it is refused (%s) the form opens with the new end, and is kept", async (code, open) => {
  const { core, kept } = deskWith(rowWith({ statement: STATEMENT }), {
    ok: false,
    code,
    message: "No.",
    kept: {},
  });
  dragged(core);
  await settled();
  expect(core.state.editing).toBe("s-1");
  expect(core.state.forms["s-1"]).toMatchObject({ form: { end: 16 }, ...open });
  expect(kept).toEqual(["s-1"]);
  expect(core.state.undo).toEqual([]);
});

test.each([
  ["a suggestion", rowWith({ kind: "suggestion", suggestion: SUGGESTION })],
  ["a statement whose form was left with something in it", rowWith({ statement: STATEMENT })],
])("of %s the form opens, and nothing is saved", async (_, row) => {
  const { core, asked } = deskWith(row);
  if (row.statement) {
    const left = openRow(row);
    core.dispatch({ type: "found", forms: { "s-1": { ...left, form: { ...left.form, time: "FUTURE" } } } });
  }
  dragged(core);
  await settled();
  expect(asked).toEqual([]);
  expect(core.state.forms[core.state.editing ?? ""]?.form).toMatchObject({
    end: 16,
    time: row.statement ? "FUTURE" : "PAST",
  });
});

test("a key opens the form, and goes on in it; where nothing can move it says so", () => {
  const { core, asked } = deskWith(rowWith({ statement: STATEMENT }));
  moveEnd(core, "end", "earlier");
  moveEnd(core, "end", "earlier");
  expect(core.state.said.text).toBe("“She said that it”. Save to keep it.");
  expect(core.state.forms["s-1"]?.form.end).toBe(16);
  moveEnd(core, "start", "earlier");
  expect(core.state.said.text).toMatch(/^It can’t go further that way/);
  expect(asked).toEqual([]);
});

test("one is led to the source, the cue and back; a key moves what was chosen", () => {
  const { core } = deskWith(rowWith({ statement: STATEMENT }));
  chooseNext(core);
  expect(core.state.said.text).toMatch(/^The source: “She”/);
  moveEnd(core, "end", "later");
  expect(core.state.forms["s-1"]?.form).toMatchObject({ start: 0, end: 23, source: [{ start: 0, end: 8 }] });
  chooseNext(core);
  expect(core.state.said.text).toMatch(/^What credits it: “said”/);
  chooseNext(core);
  expect(core.state.chosen).toEqual({ of: "statement" });
});

test("what can’t be changed has no handles, and a key says why", () => {
  const { core } = deskWith(rowWith({ statement: STATEMENT }));
  const readOnly = { ...core, canWrite: false };
  expect(heldOf(readOnly)).toBeNull();
  expect(heldOf({ ...core, row: rowWith({ statement: STATEMENT, isAside: true }) })).toBeNull();
  expect(heldOf({ ...core, row: rowWith({ kind: "sentence" }) })).toBeNull();
});
