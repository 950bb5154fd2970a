import { describe, expect, test } from "vitest";
import type { ArticleDesk } from "#lib/domain/article-desk";
import { saidWords } from "#lib/domain/content-pieces";
import type { Outcome } from "#lib/domain/form-state";
import type { StatementView } from "#lib/domain/statement-views";
import type { Span } from "#lib/text/span";
import type { Core } from "./acts";
import { type AnnotatorEvent, initialState, next } from "./annotator-state";
import { openRow } from "./editing";
import { leaveMoreOut, leaveWordsOut, takeWordsIn } from "./leaving-out";
import { chooseNext, moveEnd } from "./moving";
import type { Row } from "./rows";

const TEXT = "“We will,” the minister said, “pay on Sunday.” Nobody knows.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const WHOLE = at("“We will,” the minister said, “pay on Sunday.”");

/** A desk at one statement, whose form opens as something is left out of it; what is selected in its text, and how it stands. */
function deskAt(facts: Partial<StatementView> = {}, selected: Span | null = null, text = TEXT) {
  const statement = {
    ...WHOLE,
    exact: TEXT.slice(WHOLE.start, WHOLE.end),
    sourcing: "NAMED_PERSON",
    flags: {},
    speaker: null,
    source: [at("the minister")],
    cue: [at("said")],
    prediction: null,
    id: "1",
    revision: 2,
    ...facts,
  } as unknown as StatementView; // only what leaving out asks of it
  const row = { key: "s-1", kind: "statement", ...WHOLE, segment: 0, statement } as unknown as Row;
  const core = {
    desk: {
      version: { text, language: "en" },
      segments: [{ start: 0, end: text.length }],
      statements: [statement],
    } as unknown as ArticleDesk,
    row,
    rows: [row],
    state: initialState(row.key, {}),
    canWrite: true,
    waitFor: async (_key: string, _command: unknown, outcome: Outcome) => outcome,
    keepDraft: () => {},
    selection: () => selected,
    dispatch: (event: AnnotatorEvent) => {
      core.state = next(core.state, event);
    },
  };
  const form = () => core.state.forms["s-1"]?.form ?? openRow(row).form;
  const reads = () => saidWords({ ...form(), exact: TEXT.slice(form().start, form().end) });
  return { core: core as unknown as Core, form, reads, said: () => core.state.said.text };
}

describe("words are left out of a statement", () => {
  test("the selected ones", () => {
    const { core, reads, said } = deskAt({}, at("on"));
    leaveWordsOut(core);
    expect(reads()).toBe("“We will,” the minister said, “pay … Sunday.”");
    expect(said()).toContain("“on”");
  });

  test("its source with what credits it and the commas around, where nothing is selected", () => {
    const { core, reads } = deskAt();
    leaveWordsOut(core);
    expect(reads()).toBe("“We will,” … “pay on Sunday.”");
  });

  test("a selection elsewhere is none", () => {
    const { core, reads } = deskAt({}, at("knows"));
    leaveWordsOut(core);
    expect(reads()).toBe("“We will,” … “pay on Sunday.”");
  });

  test("with no source in it a word, whose ends keys then move", () => {
    const { core, reads } = deskAt({ source: [], cue: [] });
    leaveWordsOut(core);
    expect(reads()).toBe("“We … ,” the minister said, “pay on Sunday.”");
    moveEnd(core, "end", "later");
    expect(reads()).toBe("“We … ” the minister said, “pay on Sunday.”");
  });

  test("in Arabic, with its own commas", () => {
    const text = "«سندفع»، قال الوزير، «يوم الأحد».";
    const place = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    const facts = { start: 0, end: text.length, exact: text, source: [place("الوزير")], cue: [place("قال")] };
    const { core, form } = deskAt(facts, null, text);
    leaveWordsOut(core);
    expect(saidWords({ ...form(), exact: text })).toBe("«سندفع» … «يوم الأحد».");
  });

  test("at an end: the end moves, and nothing is left out", () => {
    const { core, reads, said } = deskAt({}, at("“pay on Sunday.”"));
    leaveWordsOut(core);
    expect(reads()).toBe("“We will,” the minister said,");
    expect(said()).toContain("“We will,” the minister said,");
  });

  test("not all of it, which is said", () => {
    const { core, reads, said } = deskAt({ ...at("Nobody"), exact: "Nobody", source: [], cue: [] });
    leaveWordsOut(core);
    expect(reads()).toBe("Nobody");
    expect(said()).toContain("Nothing can be left out");
  });
});

const BROKEN = { content: [at("“We will,”"), at("“pay on Sunday.”")] };

describe("of a statement in pieces", () => {
  test("the key that left words out takes them back in, while they are chosen", () => {
    const { core, reads, said } = deskAt();
    leaveWordsOut(core);
    leaveWordsOut(core);
    expect(reads()).toBe("“We will,” the minister said, “pay on Sunday.”");
    expect(said()).toContain("the minister said,");
  });

  test("the button leaves more out, whatever is chosen", () => {
    const { core, reads } = deskAt();
    leaveMoreOut(core);
    leaveMoreOut(core);
    expect(reads()).toBe("“We … ,” … “pay on Sunday.”");
  });

  test("each gap is taken back in by itself", () => {
    const { core, reads } = deskAt(BROKEN, at("on"));
    leaveWordsOut(core);
    expect(reads()).toBe("“We will,” … “pay … Sunday.”");
    takeWordsIn(core, 0, null);
    expect(reads()).toBe("“We will,” the minister said, “pay … Sunday.”");
    takeWordsIn(core, 7, null);
    expect(reads()).toBe("“We will,” the minister said, “pay … Sunday.”");
  });

  test("one is led to what is left out, and moves its ends, though not over a piece", () => {
    const { core, reads, said } = deskAt({ ...BROKEN, source: [], cue: [] });
    chooseNext(core);
    expect(said()).toContain("“the minister said,”");
    moveEnd(core, "start", "later");
    expect(reads()).toBe("“We will,” the … “pay on Sunday.”");
    for (let turn = 0; turn < 20; turn++) moveEnd(core, "end", "later");
    expect(reads()).toBe("“We will,” the … ”");
    expect(said()).toContain("can’t go");
  });

  test("an end of it that is moved past a piece drops the piece", () => {
    const { core, reads } = deskAt(BROKEN);
    for (let turn = 0; turn < 5; turn++) moveEnd(core, "end", "earlier");
    expect(reads()).toBe("“We will,” … “");
    moveEnd(core, "end", "earlier");
    expect(reads()).toBe("“We will,”");
    moveEnd(core, "end", "later");
    expect(reads()).toBe("“We will,” the");
  });
});
