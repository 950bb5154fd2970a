import { expect, test } from "vitest";
import { type AnnotatorState, initialState, next, type OpenForm, rowId } from "./annotator-state";
import { newForm } from "./statement-form";

const FORM = newForm({ start: 0, end: 5 });
const open = (form = FORM, revision: number | null = null): OpenForm => ({
  form,
  opened: FORM,
  revision,
  stale: false,
  complaint: null,
});
const opened = (state: AnnotatorState, key = "g-1") =>
  next(state, { type: "opened", key, form: open(), focusId: "f-writer", say: "open" });
const START = initialState("g-1", {});

test("going to a row puts the focus there, twice if it has to", () => {
  const first = next(START, { type: "went", key: "g-2", focus: true });
  expect(first).toMatchObject({ current: "g-2", focus: { id: rowId("g-2"), turn: 1 } });
  expect(next(first, { type: "went", key: "g-2", focus: true }).focus?.turn).toBe(2);
});

test("a click selects a row and leaves the focus where the browser put it", () => {
  expect(next(START, { type: "went", key: "g-2", focus: false }).focus).toBeNull();
});

test("what an answer would lead to leads nobody who went elsewhere before it came", () => {
  const back = { type: "went", key: "g-1", focus: true } as const;
  const away = next(START, { type: "went", key: "g-2", focus: true });
  expect(next(away, { ...back, from: "g-3" })).toBe(away);
  expect(next(away, { ...back, from: "g-2" }).current).toBe("g-1");
  expect(next({ ...away, current: null }, { ...back, from: null }).current).toBe("g-1");
});

test("what was typed stays when the editor goes elsewhere", () => {
  const typed = next(opened(START), { type: "typed", key: "g-1", form: { ...FORM, speakerName: "NINA" } });
  const away = next(typed, { type: "went", key: "g-2", focus: true });
  expect(away.editing).toBeNull();
  expect(away.forms["g-1"]?.form.speakerName).toBe("NINA");
});

test("typing takes the complaint away and nothing else", () => {
  const refused = next(opened(START), {
    type: "refused",
    key: "g-1",
    complaint: { field: "speakerName", message: "Say who." },
  });
  expect(refused).toMatchObject({ focus: { id: "f-speakerName" }, said: { text: "Say who." } });
  const typed = next(refused, { type: "typed", key: "g-1", form: FORM });
  expect(typed.forms["g-1"]).toMatchObject({ complaint: null, opened: FORM });
});

test("a stale form keeps its words and shows that somebody else saved", () => {
  const typed = next(opened(START), { type: "typed", key: "g-1", form: { ...FORM, speakerName: "NINA" } });
  const stale = next(typed, { type: "stale", key: "g-1", message: "Someone changed this." });
  expect(stale.forms["g-1"]).toMatchObject({ stale: true, form: { speakerName: "NINA" } });
  expect(stale.editing).toBe("g-1");
});

test("what was done can be undone once, last first", () => {
  const accept = (id: string) => ({ kind: "undecide" as const, suggestionId: id });
  const two = ["a", "b"].reduce(
    (state, id) => next(state, { type: "done", inverse: accept(id), say: "Accepted." }),
    START,
  );
  expect(two.undo.at(-1)).toEqual(accept("b"));
  const one = next(two, { type: "undone", say: "Undone." });
  expect(one.undo).toEqual([accept("a")]);
});

test("the same words twice are two messages", () => {
  const once = next(START, { type: "said", say: "Accepted." });
  const twice = next(once, { type: "said", say: "Accepted." });
  expect(twice.said.turn).toBe(once.said.turn + 1);
});

test.each([
  { type: "done", inverse: null, say: "Saved." },
  { type: "undone", say: "Undone." },
  { type: "failed", trouble: { message: "It failed.", isSignedOut: false } },
] as const)("what was said since it was asked for is told with the answer: $type", (answer) => {
  const since = START.said.turn;
  expect(next(START, { ...answer, since }).said.text).not.toContain("Words");
  const later = next(START, { type: "said", say: "Words left out." });
  expect(next(later, { ...answer, since }).said.text).toMatch(
    /^Words left out\. (Saved|Undone|It failed)\.$/,
  );
  expect(next(later, answer).said.text).not.toContain("Words");
});

test("closing a form forgets it; events about a form that isn't there change nothing", () => {
  const closed = next(opened(START), { type: "closed", key: "g-1", say: "Saved." });
  expect(closed).toMatchObject({ forms: {}, editing: null });
  expect(next(closed, { type: "typed", key: "g-1", form: FORM }).forms).toEqual({});
});

test("a refusal about no field shows the form and goes to its head", () => {
  const elsewhere = next(opened(START), { type: "paned", pane: "text" });
  const refused = next(elsewhere, {
    type: "refused",
    key: "g-1",
    complaint: { field: null, message: "These words are a statement already." },
  });
  expect(refused).toMatchObject({ pane: "inspect", focus: { id: "form-title" } });
});

test("a form that follows what somebody else saved moves nobody", () => {
  const state = opened(START);
  const renewed = next(state, {
    type: "renewed",
    key: "g-1",
    form: open({ ...FORM, speakerName: "NINA" }, 2),
  });
  expect(renewed.forms["g-1"]).toMatchObject({ revision: 2, form: { speakerName: "NINA" } });
  expect(renewed).toMatchObject({ focus: state.focus, said: state.said, editing: "g-1" });
  expect(next(START, { type: "renewed", key: "g-1", form: open() })).toEqual(START);
});
