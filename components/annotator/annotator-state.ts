import type { Command } from "./commands";
import { type Chosen, STATEMENT } from "./ends";
import type { StatementForm } from "./statement-form";
import type { Unit } from "./word-spans";

/** What is on the editor's screen and not in the record: where they are, what they are typing, what they can take back. */

export interface OpenForm {
  /** As it stands now. */
  readonly form: StatementForm;
  /** As it was when it opened: nothing changed means nothing to keep. */
  readonly opened: StatementForm;
  /** The statement's revision that the form was opened on; null for a suggestion or new words. */
  readonly revision: number | null;
  /** Somebody saved meanwhile: theirs is shown beside. */
  readonly stale: boolean;
  readonly complaint: { readonly field: string | null; readonly message: string } | null;
  /** True where more was selected than one statement can hold: the form says what was left. */
  readonly isCut?: boolean;
}

export interface Trouble {
  readonly message: string;
  /** Their session ended: they need a way in that keeps this screen. */
  readonly isSignedOut: boolean;
}

export type Pane = "queue" | "text" | "inspect";

export interface AnnotatorState {
  readonly current: string | null;
  /** Forms by row key, `NEW` for words that nobody marked; one that was left stays here until saved or discarded. */
  readonly forms: Readonly<Record<string, OpenForm>>;
  /** The form that is shown, if any. */
  readonly editing: string | null;
  /** Whose ends are moved, of the statement that one is at, and by what. */
  readonly chosen: Chosen;
  readonly unit: Unit;
  readonly undo: readonly Command[];
  readonly pane: Pane;
  /** What a screen reader is told. `turn` makes the same words twice two messages. */
  readonly said: { readonly text: string; readonly turn: number };
  /** What went wrong last, shown until the next act. */
  readonly trouble: Trouble | null;
  /** The element that gets the focus; `turn` as above. */
  readonly focus: { readonly id: string; readonly turn: number } | null;
}

export const NEW = "new";

export type AnnotatorEvent =
  /** `from`: only from there. Whoever went elsewhere meanwhile stays where they are. */
  | {
      readonly type: "went";
      readonly key: string;
      readonly focus: boolean;
      readonly say?: string;
      readonly from?: string | null;
    }
  | {
      readonly type: "opened";
      readonly key: string;
      readonly form: OpenForm;
      readonly focusId: string | null;
      readonly say: string;
    }
  /** Forms found in this browser after the page was drawn. One that is open already stays as it is. */
  | { readonly type: "found"; readonly forms: AnnotatorState["forms"] }
  /** Nobody typed in it, and what it was opened on changed: it holds what is there now. */
  | { readonly type: "renewed"; readonly key: string; readonly form: OpenForm }
  | { readonly type: "typed"; readonly key: string; readonly form: StatementForm }
  | { readonly type: "chose"; readonly chosen: Chosen; readonly say: string }
  | { readonly type: "measured"; readonly unit: Unit; readonly say: string }
  | { readonly type: "left"; readonly say: string }
  | { readonly type: "closed"; readonly key: string; readonly say: string | null }
  | { readonly type: "refused"; readonly key: string; readonly complaint: OpenForm["complaint"] }
  | { readonly type: "stale"; readonly key: string; readonly message: string }
  | { readonly type: "rebased"; readonly key: string; readonly revision: number }
  /** `since`: the turn at which it was asked for. What was said after that is told with it, not over it. */
  | { readonly type: "done"; readonly inverse: Command | null; readonly say: string; readonly since?: number }
  /** What this window could take back before it was loaded again. */
  | { readonly type: "remembered"; readonly undo: readonly Command[] }
  /** The last change can't be taken back any more. */
  | { readonly type: "dropped" }
  | { readonly type: "undone"; readonly say: string; readonly since?: number }
  | { readonly type: "failed"; readonly trouble: Trouble; readonly since?: number }
  | { readonly type: "said"; readonly say: string }
  | { readonly type: "focused"; readonly id: string }
  | { readonly type: "paned"; readonly pane: Pane };

export function initialState(current: string | null, forms: AnnotatorState["forms"]): AnnotatorState {
  return {
    current,
    forms,
    editing: null,
    chosen: STATEMENT,
    unit: "word",
    undo: [],
    pane: "text",
    said: { text: "", turn: 0 },
    trouble: null,
    focus: null,
  };
}

export const rowId = (key: string): string => `row-${key}`;

export function next(state: AnnotatorState, event: AnnotatorEvent): AnnotatorState {
  switch (event.type) {
    case "went":
      return went(state, event);
    case "opened":
      return opened(state, event);
    case "found":
      return { ...state, forms: { ...event.forms, ...state.forms } };
    case "renewed":
      return withForm(state, event.key, () => event.form);
    case "typed":
      return withForm(state, event.key, (open) => ({ ...open, form: event.form, complaint: null }));
    case "chose":
      return { ...state, chosen: event.chosen, said: say(state, event.say) };
    case "measured":
      return { ...state, unit: event.unit, said: say(state, event.say) };
    case "left":
      return backToRow({ ...state, editing: null }, event.say);
    case "closed":
      return closed(state, event);
    case "refused":
      return refused(state, event);
    case "stale":
      return {
        ...withForm(state, event.key, (open) => ({ ...open, stale: true, complaint: null })),
        said: say(state, event.message),
        focus: focusOn(state, "theirs"),
      };
    case "rebased":
      return withForm(state, event.key, (open) => ({ ...open, revision: event.revision }));
    case "done": {
      const undo = event.inverse ? [...state.undo, event.inverse] : state.undo;
      return { ...state, undo, trouble: null, said: sayLate(state, event.say, event.since) };
    }
    case "remembered":
      return { ...state, undo: [...event.undo, ...state.undo] };
    case "dropped":
      return { ...state, undo: state.undo.slice(0, -1) };
    case "undone":
      return {
        ...state,
        undo: state.undo.slice(0, -1),
        trouble: null,
        said: sayLate(state, event.say, event.since),
      };
    case "failed":
      return { ...state, trouble: event.trouble, said: sayLate(state, event.trouble.message, event.since) };
    case "said":
      return { ...state, said: say(state, event.say) };
    case "focused":
      return { ...state, pane: "inspect", focus: focusOn(state, event.id) };
    case "paned":
      return { ...state, pane: event.pane };
  }
}

type Event<Type extends AnnotatorEvent["type"]> = Extract<AnnotatorEvent, { type: Type }>;

function went(state: AnnotatorState, event: Event<"went">): AnnotatorState {
  if (event.from !== undefined && event.from !== state.current) return state;
  return {
    ...state,
    current: event.key,
    editing: event.key === state.current ? state.editing : null,
    chosen: event.key === state.current ? state.chosen : STATEMENT,
    said: event.say === undefined ? state.said : say(state, event.say),
    focus: event.focus ? focusOn(state, rowId(event.key)) : state.focus,
  };
}

function opened(state: AnnotatorState, event: Event<"opened">): AnnotatorState {
  const shown = {
    ...state,
    editing: event.key,
    forms: { ...state.forms, [event.key]: event.form },
    trouble: null,
    said: say(state, event.say),
  };
  return event.focusId === null ? shown : { ...shown, pane: "inspect", focus: focusOn(state, event.focusId) };
}

function closed(state: AnnotatorState, event: Event<"closed">): AnnotatorState {
  const { [event.key]: _closed, ...forms } = state.forms;
  const without = { ...state, forms, editing: state.editing === event.key ? null : state.editing };
  return event.say === null ? without : backToRow(without, event.say);
}

function refused(state: AnnotatorState, { key, complaint }: Event<"refused">): AnnotatorState {
  return {
    ...withForm(state, key, (open) => ({ ...open, complaint })),
    pane: "inspect",
    said: say(state, complaint?.message ?? ""),
    // What is about no field stands above them all.
    focus: focusOn(state, complaint?.field ? `f-${complaint.field}` : "form-title"),
  };
}

function backToRow(state: AnnotatorState, words: string): AnnotatorState {
  const focus = state.current ? focusOn(state, rowId(state.current)) : null;
  return { ...state, said: say(state, words), focus };
}

function withForm(state: AnnotatorState, key: string, change: (open: OpenForm) => OpenForm): AnnotatorState {
  const open = state.forms[key];
  return open ? { ...state, forms: { ...state.forms, [key]: change(open) } } : state;
}

function say(state: AnnotatorState, text: string) {
  return { text, turn: state.said.turn + 1 };
}

/** What the record answered: whoever went on meanwhile hears what that came to first. */
function sayLate(state: AnnotatorState, text: string, since = state.said.turn) {
  return say(state, state.said.turn > since ? `${state.said.text} ${text}` : text);
}

function focusOn(state: AnnotatorState, id: string) {
  return { id, turn: (state.focus?.turn ?? 0) + 1 };
}
