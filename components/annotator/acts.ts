import type { Dispatch } from "react";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { Outcome } from "#lib/domain/form-state";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { type AnnotatorEvent, type AnnotatorState, NEW, type OpenForm } from "./annotator-state";
import { type Command, refreshed, type SaveCommand } from "./commands";
import { fieldOfPath, formSubject, openNew, openRow, savingOf } from "./editing";
import { isNumbered, nextSuggestion, nextToLookAt, type Row, step } from "./rows";
import { type Selected, wordsSelected } from "./selection";
import type { StatementForm } from "./statement-form";
import type { RunResult } from "./use-record";

/** What the acts stand on: the desk as shown, the screen's state, and the ways to change both. */
export interface Core {
  readonly desk: ArticleDesk;
  readonly rows: readonly Row[];
  readonly row: Row | null;
  readonly state: AnnotatorState;
  readonly canWrite: boolean;
  readonly myName: string;
  readonly dispatch: Dispatch<AnnotatorEvent>;
  readonly run: (command: Command) => Promise<RunResult>;
  readonly keepDraft: (key: string, open: OpenForm, form: StatementForm) => void;
  /** A save that nobody answered waits, where it can (`isWaiting`); any other answer stays as it is. */
  readonly waitFor: (key: string, command: SaveCommand, outcome: Outcome) => Promise<Outcome>;
  readonly forgetDraft: (subject: string) => void;
  readonly refresh: () => void;
  /** What is selected in the text pane; null where nothing is. */
  readonly selection: () => Span | null;
}

const said = words.desk.said;

export function say(core: Core, text: string): void {
  core.dispatch({ type: "said", say: text });
}

/** Say why nothing can be changed; true where it can. */
export function mayWrite(core: Core): boolean {
  if (!core.canWrite) say(core, core.desk.review === null ? said.startFirst : said.readOnly);
  return core.canWrite;
}

export function go(core: Core, row: Row | null, otherwise: string): void {
  if (row) core.dispatch({ type: "went", key: row.key, focus: true });
  else say(core, otherwise);
}

/** Ask the record, and tell how it went. Null where it refused. */
export async function runAndTell(core: Core, command: Command, done: string): Promise<Outcome | null> {
  const since = core.state.said.turn;
  const { outcome, inverse } = await core.run(command);
  if (outcome.ok) core.dispatch({ type: "done", inverse, say: done, since });
  else {
    fail(core, outcome, since);
    if (outcome.code === "conflict") core.refresh();
  }
  return outcome.ok ? outcome : null;
}

/** Tell what went wrong, where everybody sees it. */
export function fail(
  core: Core,
  { code, message }: Extract<Outcome, { ok: false }>,
  since = core.state.said.turn,
): void {
  core.dispatch({ type: "failed", trouble: { message, isSignedOut: code === "not_signed_in" }, since });
}

export function accept(core: Core): void {
  const { row } = core;
  if (!mayWrite(core)) return;
  if (core.state.editing !== null) {
    say(core, said.saveOrLeave);
    return;
  }
  if (row?.kind !== "suggestion" || !row.suggestion) {
    say(core, said.notHere);
    return;
  }
  const following = nextSuggestion(core.rows, row.key);
  const { id, matchedClaim } = row.suggestion;
  const isJoined = matchedClaim?.isSure === true && matchedClaim.decision === null;
  const done = isJoined ? words.matches.acceptedAndJoined : said.accepted;
  void runAndTell(core, { kind: "accept", suggestionId: id }, done);
  core.dispatch({ type: "went", key: (following ?? row).key, focus: true });
}

/** Accepts many in one act; one undo gives them back. */
export async function acceptSure(core: Core, suggestionIds: readonly string[]): Promise<Outcome> {
  const { outcome, inverse } = await core.run({ kind: "accept-sure", suggestionIds });
  if (outcome.ok) {
    const { accepted, left } = outcome.data ?? {};
    const done = words.sureSuggestions.done(Number(accepted ?? 0), Number(left ?? 0));
    core.dispatch({ type: "done", inverse, say: done });
  } else if (outcome.code === "conflict") core.refresh();
  return outcome;
}

/** Rejects a suggestion; removes a statement that stands. */
export function reject(core: Core): void {
  const { row } = core;
  if (!mayWrite(core)) return;
  if (core.state.editing !== null) {
    say(core, said.saveOrLeave);
    return;
  }
  if (row?.kind === "suggestion" && row.suggestion) {
    const following = nextSuggestion(core.rows, row.key);
    const command: Command = { kind: "reject", suggestionId: row.suggestion.id, reason: null };
    void runAndTell(core, command, said.rejected);
    core.dispatch({ type: "went", key: (following ?? row).key, focus: true });
    return;
  }
  if (!row?.statement) {
    say(core, said.notHere);
    return;
  }
  const { id, revision } = row.statement;
  const neighbour = step(core.rows, row.key, "next", isNumbered) ?? step(core.rows, row.key, "previous");
  void runAndTell(core, { kind: "remove", statementId: id, revision }, said.removed);
  if (neighbour) core.dispatch({ type: "went", key: neighbour.key, focus: true });
}

/** Take a rejection back, offer a suggestion again, or put a removed statement back. */
export function bringBack(core: Core): void {
  const { row } = core;
  if (!row || !mayWrite(core)) return;
  if (row.removed) {
    const { id, revision } = row.removed;
    void runAndTell(core, { kind: "restore", statementId: id, revision }, said.restored);
  } else if (row.suggestion?.decision) {
    void runAndTell(core, { kind: "undecide", suggestionId: row.suggestion.id }, said.undone);
  }
}

/** Open the form of the current row, with a field changed and a field focused where asked. */
export function openForm(
  core: Core,
  focusId: string | null,
  change: (form: StatementForm) => StatementForm = (form) => form,
  tell: string = said.formOpened,
): void {
  const { row, state } = core;
  if (!row || !mayWrite(core)) return;
  if (row.isAside && state.editing === null) {
    say(core, words.desk.correctParts.asideNote);
    return;
  }
  const key = state.editing ?? row.key;
  const open = state.forms[key] ?? openRow(row);
  const form = change(open.form);
  core.dispatch({ type: "opened", key, form: { ...open, form, complaint: null }, focusId, say: tell });
  if (form !== open.form) core.keepDraft(key, open, form);
}

/** A statement that the machine missed: the selected words, else the words of the current row where nobody marked them. */
export function openNewForm(core: Core): void {
  if (!mayWrite(core)) return;
  const { desk, row } = core;
  const { text, language } = desk.version;
  const wanted = core.selection();
  const selected = wanted && wordsSelected({ text, language, segments: desk.segments }, wanted);
  const plain = row && !row.statement && row.kind !== "suggestion" ? row : null;
  const ofRow = plain && { start: plain.start, end: plain.end };
  const ofSelected = selected?.kind === "words" ? selected.span : null;
  const span = selected === null ? ofRow : ofSelected;
  const kept = core.state.forms[NEW];
  if (!span && !kept) {
    refuse(core, said.noWords[whatIsSelected(selected)]);
    return;
  }
  const isCut = selected?.kind === "words" && selected.isCut;
  const open = span ? { ...openNew(span), isCut } : kept;
  if (open) {
    const tell = isCut ? `${said.formOpened} ${said.cutToPart}` : said.formOpened;
    core.dispatch({ type: "opened", key: NEW, form: open, focusId: "form-title", say: tell });
    core.keepDraft(NEW, open, open.form);
  }
}

const whatIsSelected = (selected: Selected | null) =>
  selected === null ? "none" : selected.kind === "page" ? "page" : "blank";

/** Say why it isn't done, where everybody sees it until the next act. */
function refuse(core: Core, message: string): void {
  core.dispatch({ type: "failed", trouble: { message, isSignedOut: false } });
}

export function typed(core: Core, form: StatementForm): void {
  const key = core.state.editing;
  const open = key === null ? undefined : core.state.forms[key];
  if (key === null || !open) return;
  core.dispatch({ type: "typed", key, form });
  core.keepDraft(key, open, form);
}

export function discard(core: Core, key: string): void {
  core.dispatch({ type: "closed", key, say: said.discarded });
  core.forgetDraft(formSubject(core.desk.review?.id ?? "", key));
}

/** Save the open form. The key of the row that stands for it once the record has it; null where it was not saved. */
export async function saveForm(core: Core): Promise<string | null> {
  const key = core.state.editing;
  const open = key === null ? undefined : core.state.forms[key];
  return key === null || !open ? null : saveOpen(core, key, open, said.saved);
}

/** As `saveForm`, of a form that has yet to be on the screen where it can't be saved: see `saveMoved`. */
export async function saveOpen(
  core: Core,
  key: string,
  open: OpenForm,
  done: string,
): Promise<string | null> {
  if (!mayWrite(core)) return null;
  const row = key === NEW ? null : (core.rows.find((candidate) => candidate.key === key) ?? null);
  const saving = savingOf(open, row);
  if (saving.kind === "refused") {
    core.dispatch({ type: "refused", key, complaint: { field: saving.field, message: saving.message } });
    return null;
  }
  if (saving.kind === "stale") {
    core.dispatch({ type: "stale", key, message: words.deskErrors.stale });
    return null;
  }
  const since = core.state.said.turn;
  const { outcome: answered, inverse } = await core.run(saving.command);
  const outcome = await core.waitFor(key, saving.command, answered);
  if (outcome.ok) {
    core.dispatch({ type: "closed", key, say: null });
    core.dispatch({ type: "done", inverse, say: done, since });
    core.forgetDraft(formSubject(core.desk.review?.id ?? "", key));
    // Words that nobody had marked have a row of their own now.
    const isNew = row?.kind !== "suggestion" && !row?.statement;
    return isNew && outcome.data?.statementId ? `s-${outcome.data.statementId}` : key;
  }
  notSaved(core, key, outcome);
  return null;
}

function notSaved(core: Core, key: string, outcome: Extract<Outcome, { ok: false }>): void {
  if (outcome.isWaiting) {
    // The form stays open with its words; the note in it says that they wait.
    core.dispatch({ type: "refused", key, complaint: null });
    say(core, words.desk.waiting.waits);
  } else if (outcome.code === "conflict") {
    core.dispatch({ type: "stale", key, message: outcome.message });
    core.refresh();
  } else if (outcome.code === "not_signed_in") {
    fail(core, outcome);
  } else {
    const complaint = { field: fieldOfPath(outcome.field), message: outcome.message };
    core.dispatch({ type: "refused", key, complaint });
  }
}

/** What became of a save that had waited. `isChanged`: somebody typed on since, and that stays a draft, on what was saved. */
export function heardOfSave(core: Core, key: string, outcome: Outcome, isChanged: boolean): void {
  if (!outcome.ok) {
    notSaved(core, key, outcome);
    return;
  }
  if (isChanged) core.dispatch({ type: "rebased", key, revision: Number(outcome.data?.revision ?? 1) });
  else {
    core.dispatch({ type: "closed", key, say: null });
    core.forgetDraft(formSubject(core.desk.review?.id ?? "", key));
  }
  core.dispatch({ type: "done", inverse: null, say: said.saved });
}

/** Save what is open, or accept what is suggested, and go on to the next suggestion. */
export async function saveAndNext(core: Core): Promise<void> {
  if (core.state.editing === null) {
    if (core.row?.kind === "suggestion") accept(core);
    else go(core, nextToLookAt(core.rows, core.state.current), said.noSuggestions);
    return;
  }
  const from = core.state.current;
  const following = nextSuggestion(core.rows, from);
  const saved = await saveForm(core);
  if (saved !== null) core.dispatch({ type: "went", key: following?.key ?? saved, focus: true, from });
}

/** Takes the last change back, and goes there at once, unless somebody went elsewhere than `from` while it waited its turn. */
export async function undo(core: Core, from: string | null): Promise<void> {
  const last = core.state.undo.at(-1);
  if (!last) {
    say(core, said.nothingToUndo);
    return;
  }
  if (!mayWrite(core)) return;
  const since = core.state.said.turn;
  const running = core.run(refreshed(last, core.desk, core.myName));
  const key = keyOfUndone(core, last);
  if (key) core.dispatch({ type: "went", key, focus: true, from });
  const { outcome } = await running;
  if (!outcome.ok) {
    fail(core, outcome, since);
    // Somebody changed it since: it can't be taken back any more, and what came before it can.
    if (outcome.code === "conflict") core.dispatch({ type: "dropped" });
    return;
  }
  core.dispatch({ type: "undone", say: said.undone, since });
}

/** Of the row as it will be once this is done. */
function keyOfUndone(core: Core, command: Command): string | null {
  if ("suggestionId" in command && command.suggestionId !== null) return `g-${command.suggestionId}`;
  if (!("statementId" in command)) return null;
  if (command.kind === "restore") {
    const back = core.desk.removed?.find(({ id }) => id === command.statementId);
    return back?.suggestionId ? `g-${back.suggestionId}` : `s-${command.statementId}`;
  }
  const row = core.rows.find(
    ({ statement, removed }) => statement?.id === command.statementId || removed?.id === command.statementId,
  );
  return row?.key ?? null;
}
