"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { PART_BUTTON } from "#components/parts/part-section";
import { useDrafts } from "#components/ui/drafts";
import { useLatest, useLive } from "#components/ui/use-live";
import { useAnswered, useSaving } from "#components/ui/waiting-saves";
import type { Actor } from "#lib/domain/actor";
import type { ArticleDesk } from "#lib/domain/article-desk";
import type { PersonHere } from "#lib/domain/live";
import type { LivePlace } from "#lib/domain/live-shapes";
import type { DraftView } from "#lib/domain/review-views";
import { lineSentences } from "#lib/english/line-sentences";
import { overlap, type Span } from "#lib/text/span";
import * as words from "#lib/words";
import * as acts from "./acts";
import { type AnnotatorActions, savedBy } from "./annotator-actions";
import { initialState, next, rowId } from "./annotator-state";
import { formSubject, formsOfDrafts } from "./editing";
import type { KeyCommand } from "./keyboard";
import { leaveWordsOut } from "./leaving-out";
import { chooseNext, measureNext, moveEnd } from "./moving";
import {
  isNumbered,
  isWaiting,
  nextSuggestion,
  type Row,
  type RowGroup,
  rowGroups,
  rowOfKey,
  step,
  withSame,
} from "./rows";
import { selectedSpan } from "./selection";
import { withSourcing } from "./sourcing-change";
import { draftOfForm, isChanged } from "./statement-form";
import { useUndoMemory } from "./undo-memory";
import { useFocus } from "./use-focus";
import { useOthers } from "./use-others";
import { useRecord } from "./use-record";
import type { PageThreads } from "./workplace";

const said = words.desk.said;

interface Workbench {
  readonly desk: ArticleDesk;
  readonly actor: Actor;
  readonly actions: AnnotatorActions;
  readonly drafts: readonly DraftView[];
  readonly threads: PageThreads | null;
  readonly since: number;
  readonly live: LivePlace | null;
  readonly textPane: RefObject<HTMLElement | null>;
  readonly showKeys: () => void;
  readonly showHelp: () => void;
}

/** Everything that the annotator's views stand on. `ask` is the one way in for keys and buttons alike. */
export function useAnnotator(given: Workbench) {
  const router = useRouter();
  const record = useRecord(given, given.actions, given.actor.name);
  const { desk, run, identify, underWay } = record;
  const [rowsIn] = useState(rowsKept);
  const groups = useMemo(() => rowsIn(desk), [desk, rowsIn]);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const reviewId = desk.review?.id ?? "";
  // A blind pass has none around it: there nothing waits.
  const saving = useSaving();
  const drafts = useDrafts({
    personId: given.actor.id,
    drafts: given.drafts,
    save: given.actions.saveDraft,
  });
  const formsTyped = () =>
    formsOfDrafts(drafts.openUnder(formSubject(reviewId, "")), reviewId, rows, desk.version.text.length);
  const [state, dispatch] = useReducer(next, null, () => {
    const asked = given.threads && threadRow(rows, given.threads);
    if (asked) return { ...initialState(asked.key, formsTyped()), pane: "inspect" as const };
    const first = rows.find(isWaiting) ?? rows.find(isNumbered) ?? rows[0];
    return initialState(first?.key ?? null, formsTyped());
  });
  const latestForms = useRef(formsTyped);
  useEffect(() => {
    latestForms.current = formsTyped;
  });
  useEffect(() => {
    if (drafts.turn > 0) dispatch({ type: "found", forms: latestForms.current() });
  }, [drafts.turn]);
  const selection = useSelection(given.textPane);
  const here = rowOfKey(rows, desk, state.current);
  useFocus(
    state.focus,
    rows,
    state.current === null || here === null ? null : { id: rowId(state.current), by: rowId(here.key) },
  );
  const live = useLive(given.live && { place: given.live, since: given.since }, state.current);
  useLatest(live, { isBusy: underWay > 0, acts: record.acts });
  const hereAt = useMemo(() => namesByRow(live.here, rows, desk), [live.here, rows, desk]);
  useOthers({ desk: given.desk, rows, state, myName: given.actor.name, isBusy: underWay > 0 }, dispatch);
  useUndoMemory(`onrecord undo ${given.actor.id} ${reviewId}`, state.undo, dispatch);
  const isFirst = useRef(true);
  useEffect(() => {
    // A tab that opens shows where one is; the page itself opens at its top.
    const opens = state.pane === "text" && !isFirst.current;
    isFirst.current = false;
    if (opens) document.querySelector(".row[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [state.pane]);

  const core: acts.Core = {
    desk,
    rows,
    row: here ?? rows[0] ?? null,
    state,
    canWrite: canWrite(desk, given.actor.id),
    myName: given.actor.name,
    dispatch,
    run,
    waitFor: async (key, command, outcome) => {
      const known = command.kind === "edit" ? await identify(command.statementId) : null;
      if (command.kind === "edit" && known === null) return outcome;
      const sent = known === null ? command : { ...command, statementId: known };
      const form = { subject: formSubject(reviewId, key), as: `statement.${command.kind}` as const };
      return saving.waitFor(form, savedBy(sent, reviewId), outcome);
    },
    keepDraft: (key, open, form) => {
      const subject = formSubject(reviewId, key);
      saving.changed(subject);
      if (isChanged(form, open.opened)) drafts.keep(subject, draftOfForm(form, open.revision));
      else drafts.forget(subject);
    },
    forgetDraft: drafts.forget,
    refresh: router.refresh,
    selection,
  };
  const prefix = formSubject(reviewId, "");
  useAnswered(saving, prefix, (outcome, isChanged, subject) =>
    acts.heardOfSave(core, subject.slice(prefix.length), outcome, isChanged),
  );
  const askUndo = useUndo(core, underWay);
  const elsewhere = { askUndo, showKeys: given.showKeys, showHelp: given.showHelp, push: router.push };
  const ask = (command: KeyCommand) => answer(core, command, elsewhere);
  return {
    ...core,
    identify,
    groups,
    drafts,
    saving,
    reviewId,
    here: live.here,
    hereAt,
    underWay,
    ask,
    push: router.push,
  };
}

/** The row at which the thread hangs that the page was opened for; the first one where it is about the page as a whole. Null for none. */
function threadRow(rows: readonly Row[], { all, place }: PageThreads): Row | null {
  const thread = all.find(({ id }) => id === place.openId);
  if (thread === undefined) return null;
  const { span } = thread;
  return rows.find((row) => span !== null && overlap(span, row) > 0) ?? rows[0] ?? null;
}

/** The names of those who are at a row, by its key. */
function namesByRow(here: readonly PersonHere[], rows: readonly Row[], desk: ArticleDesk) {
  const names = new Map<string, string[]>();
  for (const { name, at } of here) {
    const row = rowOfKey(rows, desk, at);
    if (row) names.set(row.key, [...(names.get(row.key) ?? []), name]);
  }
  return new Map([...names].map(([key, all]) => [key, words.live.hereToo(all)]));
}

export type Annotator = ReturnType<typeof useAnnotator>;

interface Elsewhere {
  readonly askUndo: () => void;
  readonly showKeys: () => void;
  readonly showHelp: () => void;
  readonly push: (href: string) => void;
}

/** Carry out what a key or a button asks. False where it has no meaning here, so that the browser may have the key. */
function answer(core: acts.Core, command: KeyCommand, elsewhere: Elsewhere): boolean {
  if (command.kind === "leave" && core.state.editing === null) return false;
  // Each answer stands under its own kind, so it takes this command.
  const carryOut = ANSWERS[command.kind] as Answer<KeyCommand["kind"]>;
  carryOut(core, command, elsewhere);
  return true;
}

type Command<Kind> = Extract<KeyCommand, { kind: Kind }>;
type Answer<Kind> = (core: acts.Core, command: Command<Kind>, elsewhere: Elsewhere) => void;

const ANSWERS: { readonly [Kind in KeyCommand["kind"]]: Answer<Kind> } = {
  sentence: (core, { way }) => acts.go(core, step(core.rows, core.state.current, way), said.nothingMore),
  statement: (core, { way }) =>
    acts.go(core, step(core.rows, core.state.current, way, isNumbered), said.nothingMore),
  "next-suggestion": (core) =>
    acts.go(core, nextSuggestion(core.rows, core.state.current), said.noSuggestions),
  accept: acts.accept,
  reject: acts.reject,
  new: acts.openNewForm,
  end: (core, { edge, way }) => moveEnd(core, edge, way),
  unit: measureNext,
  whose: chooseNext,
  "leave-out": leaveWordsOut,
  edit: (core) => acts.openForm(core, "form-title"),
  sourcing: (core, { sourcing }) => {
    const tell = said.sourcing(words.desk.sourcing[sourcing]);
    acts.openForm(core, null, (form) => withSourcing(form, sourcing), tell);
  },
  certainty: (core) => acts.openForm(core, "f-factualityWriter"),
  promise: (core) => acts.openForm(core, "f-promises"),
  speaker: (core) => acts.openForm(core, "f-speakerName"),
  claim: (core) => core.dispatch({ type: "focused", id: "claim-search" }),
  part: (core) => core.dispatch({ type: "focused", id: PART_BUTTON }),
  evidence: (core, _, { push }) => {
    const claim = core.row?.statement?.claim;
    if (claim) push(`/desk/claims/${claim.id}#evidence`);
    else acts.say(core, words.desk.annotator.evidenceNeedsClaim);
  },
  verdict: (core, _, { push }) => {
    const claim = core.row?.statement?.claim ?? core.row?.suggestion?.matchedClaim;
    if (claim) push(`/desk/claims/${claim.id}#c-verdict`);
    else acts.say(core, words.matches.noClaimHere);
  },
  save: (core) => void acts.saveAndNext(core),
  undo: (_, __, { askUndo }) => askUndo(),
  leave: (core) => core.dispatch({ type: "left", say: said.formLeft }),
  help: (_, __, { showHelp }) => showHelp(),
  all: (_, __, { showKeys }) => showKeys(),
};

/** "The last change" is known only once the server has answered all of them: until then an undo waits its turn. */
function useUndo(core: acts.Core, underWay: number): () => void {
  /** Where one was at each time it was asked for. */
  const [asked, setAsked] = useState<readonly (string | null)[]>([]);
  const latest = useRef(core);
  useEffect(() => {
    latest.current = core;
  });
  useEffect(() => {
    const [from] = asked;
    if (from === undefined || underWay > 0) return;
    setAsked(([_, ...later]) => later);
    void acts.undo(latest.current, from);
  }, [asked, underWay]);
  return () => setAsked((before) => [...before, core.state.current]);
}

/** Groups the rows of a desk, and gives those of the last one again that stayed the same. */
function rowsKept(): (desk: ArticleDesk) => RowGroup[] {
  let last: RowGroup[] = [];
  return (desk) => {
    const { text } = desk.version;
    last = withSame(
      rowGroups(desk, text, (span) => lineSentences(text, span)),
      last,
    );
    return last;
  };
}

/** May this person change the review that is open? Its author may, and whoever took it over, until it is submitted. */
export function canWrite(desk: Pick<ArticleDesk, "review">, personId: string): boolean {
  const { review } = desk;
  if (!review || !["DRAFT", "RETURNED"].includes(review.state)) return false;
  return review.author.id === personId || review.writers.some((writer) => writer.id === personId);
}

/** The last selection in the text, kept where a click on a button takes it away on screen. */
function useSelection(textPane: RefObject<HTMLElement | null>): () => Span | null {
  const last = useRef<Span | null>(null);
  const read = useCallback(() => {
    const selected = selectedSpan(textPane.current);
    const within = textPane.current?.contains(document.getSelection()?.anchorNode ?? null);
    // The whole page begins outside of its text.
    if (within || selected !== null) last.current = selected;
    return last.current;
  }, [textPane]);
  useEffect(() => {
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, [read]);
  // Browsers tell of a change a moment after it was made, and a key may come before.
  return read;
}
