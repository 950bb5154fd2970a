import * as words from "#lib/words";
import { type Core, mayWrite, openForm, saveOpen, say, typed } from "./acts";
import { openRow } from "./editing";
import {
  type Chosen,
  choicesOf,
  type Marked,
  type MovedMarks,
  markedOf,
  moved,
  type Page,
  sameChosen,
  spanOf,
  standing,
  withPieces,
} from "./ends";
import { type Edge, UNITS, type Unit, type Way } from "./word-spans";

const said = words.desk.said;
const form = words.desk.form;

/** Moving the ends of a statement, of its source, of its cue and of what is left out: by keys and buttons in its form, by a drag in the text. */

/** Whose ends can be moved now. */
export interface Held {
  /** The row of the statement, or `NEW`. */
  readonly key: string;
  readonly marked: Marked;
  readonly chosen: Chosen;
  /** What is moved stands in a form: it is saved with it. Where it doesn't, a drag is saved by itself. */
  readonly isInForm: boolean;
  /** The statement's revision; null for a suggestion, and for words that nobody marked. */
  readonly revision: number | null;
}

/** What stands in the open form, or in the row that one is at; null where nothing may be changed. */
export function heldOf({ canWrite, desk, row, state }: Core): Held | null {
  const { text } = desk.version;
  if (!canWrite) return null;
  const open = state.editing === null ? undefined : state.forms[state.editing];
  if (open && state.editing !== null) {
    const { form: asked, revision } = open;
    const marked = markedOf(text, asked);
    const chosen = standing(marked, state.chosen);
    return { key: state.editing, marked, chosen, isInForm: true, revision };
  }
  const facts = row?.statement ?? (row?.kind === "suggestion" ? row.suggestion : null);
  if (!row || !facts || row.isAside) return null;
  const marked = markedOf(text, facts);
  const chosen = standing(marked, state.chosen);
  return { key: row.key, marked, chosen, isInForm: false, revision: row.statement?.revision ?? null };
}

/** What is marked where one is at: in the open form, in the row, and of plain words what their form would hold. Null where nothing can be. */
export function markedHere(core: Core): Marked | null {
  const { row, desk } = core;
  return (
    heldOf(core)?.marked ?? (row && !row.isAside ? markedOf(desk.version.text, openRow(row).form) : null)
  );
}

export function pageOf({ desk }: Core): Page {
  const { text, language } = desk.version;
  return { text, language, parts: desk.segments };
}

/** One end, a unit further. It opens the form as every key does that changes something of a statement. */
export function moveEnd(core: Core, edge: Edge, way: Way): void {
  if (!mayWrite(core)) return;
  const { state } = core;
  const marked = markedHere(core);
  if (!marked) {
    say(core, said.notHere);
    return;
  }
  const chosen = standing(marked, state.chosen);
  const after = moved(pageOf(core), marked, { chosen, edge, way, unit: state.unit });
  if (!after) {
    say(core, said.endStays);
    return;
  }
  openForm(
    core,
    null,
    (open) => ({ ...open, ...fieldsOf(core, after) }),
    said.moving(wordsOf(core, { ...after, ...fieldsOf(core, after) }, chosen)),
  );
}

/** An end was let go of. In a form it is typed there; a statement that stands is saved at once, as its form would be; a suggestion’s form opens. */
export function drop(core: Core, held: Held, after: MovedMarks, isHeldBack: boolean): void {
  const saidOf = (tell: string) => (isHeldBack ? `${tell} ${said.heldBack}` : tell);
  const reads = wordsOf(core, { ...after, ...fieldsOf(core, after) }, held.chosen);
  if (held.isInForm) {
    const open = core.state.forms[held.key];
    if (open) typed(core, { ...open.form, ...fieldsOf(core, after) });
    say(core, saidOf(said.moving(reads)));
    return;
  }
  const { row } = core;
  const isKept = row !== null && core.state.forms[row.key] !== undefined;
  if (!row?.statement || isKept) {
    openForm(core, null, (open) => ({ ...open, ...fieldsOf(core, after) }), saidOf(said.moving(reads)));
    return;
  }
  void saveMoved(core, row.key, after, saidOf(said.moved(reads)));
}

/** Save a statement whose ends were dragged. Where that is refused its form opens with them, and says why: nothing is lost. */
async function saveMoved(core: Core, key: string, after: MovedMarks, done: string): Promise<void> {
  const { row } = core;
  if (!row) return;
  const opened = openRow(row);
  const open = { ...opened, form: { ...opened.form, ...fieldsOf(core, after) } };
  const onRefusal = {
    type: "opened",
    key,
    form: open,
    focusId: null,
    say: words.desk.said.formOpened,
  } as const;
  const refusing: Core = {
    ...core,
    dispatch: (event) => {
      if (event.type === "stale" || event.type === "refused" || event.type === "failed") {
        core.dispatch(onRefusal);
        core.keepDraft(key, open, open.form);
      }
      if (event.type !== "closed") core.dispatch(event);
    },
  };
  await saveOpen(refusing, key, open, done);
}

/** The statement, its sources, its cues: the next of them, and after the last the statement again. */
export function chooseNext(core: Core): void {
  const held = heldOf(core);
  if (!held) {
    say(core, said.notHere);
    return;
  }
  const all = choicesOf(held.marked);
  const at = all.findIndex((one) => sameChosen(one, held.chosen));
  choose(core, held.marked, all[(at + 1) % all.length] ?? held.chosen);
}

export function choose(core: Core, marked: Marked, chosen: Chosen): void {
  core.dispatch({ type: "chose", chosen, say: said.chose(whoseWords(core, marked, chosen)) });
}

export function measureNext(core: Core): void {
  const next = UNITS[(UNITS.indexOf(core.state.unit) + 1) % UNITS.length] ?? core.state.unit;
  measure(core, next);
}

export function measure(core: Core, unit: Unit): void {
  core.dispatch({ type: "measured", unit, say: said.unit(unit) });
}

/** "The source: “…”". */
export function whoseWords(core: Core, marked: Marked, chosen: Chosen): string {
  if (chosen.of === "statement") return form.whoseEnds.statement;
  return form.whoseEnds[chosen.of](wordsOf(core, marked, chosen));
}

export function wordsOf({ desk }: Core, marked: Marked, chosen: Chosen): string {
  const { start, end } = spanOf(marked, chosen);
  return desk.version.text.slice(start, end);
}

/** As a form holds what was moved. An end of the statement that stands in what is left out stands at the piece that is left. */
const fieldsOf = ({ desk }: Core, after: MovedMarks) => ({
  ...withPieces(desk.version.text, after),
  source: after.source,
  cue: after.cue,
});
