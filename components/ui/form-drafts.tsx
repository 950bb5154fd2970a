"use client";

import {
  createContext,
  type FormEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import type { Act } from "#lib/domain/form-state";
import { FORM_DRAFTS } from "#lib/domain/form-state";
import type { DraftView } from "#lib/domain/review-views";
import type { SentDraft } from "#lib/domain/sent-draft";
import { type DraftBody, type Drafts, useDrafts } from "./drafts";
import { bodyOf, changeOf, isSameBody } from "./form-body";
import { asControl, controlsOf, type TypedElement } from "./form-controls";
import { WaitingSaves } from "./waiting-saves";

const Kept = createContext<Drafts | null>(null);

/** Around all that a signed-in person sees: what is typed into its forms is kept for them, whichever page it was typed on. */
export function FormDrafts(props: {
  readonly personId: string;
  readonly drafts: readonly DraftView[];
  readonly save: Act;
  /** Takes a save that waited in this browser. */
  readonly sendWaiting: Act;
  readonly children: ReactNode;
}) {
  const drafts = useDrafts({ ...props, isOfForms: true });
  return (
    <WaitingSaves personId={props.personId} send={props.sendWaiting}>
      <Kept value={drafts}>{props.children}</Kept>
    </WaitingSaves>
  );
}

/** So often what was kept is put into a form: each round may bring fields that follow from those of the one before. */
const MOST_ROUNDS = 5;

export interface KeptForm {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly onInput: (event: FormEvent<HTMLFormElement>) => void;
  /** The form was sent, and it is done. */
  readonly forget: () => void;
  /** What the form's own words of its drafts need; null where nothing is kept, or nothing was typed. */
  readonly shown: { readonly drafts: Drafts; readonly subject: string } | null;
  /** What the record has of this form: sent along, it is forgotten with what the form does. Null where it has nothing. */
  readonly sent: SentDraft | null;
  /** The person saw what another window typed, and takes it, or goes on with theirs. */
  readonly choose: (which: "mine" | "other") => void;
}

/**
 * Keeps a form as a draft while it is typed, and brings it back: on the page, after a reload, on another day. The fields stay the browser's;
 * what is kept is put into them as if it were typed, so that fields that follow from others come too. `name` null: nothing is kept.
 */
export function useKeptForm(name: string | null): KeptForm {
  const drafts = useContext(Kept);
  const form = useRef<HTMLFormElement>(null);
  /** What stood in the form before anything was typed: a form that says that again is no draft. */
  const atFirst = useRef<DraftBody | null>(null);
  const waits = useRef<DraftBody | null>(null);
  const rounds = useRef(0);
  const isFilling = useRef(false);
  /** Nothing was typed since a draft was put into the form. */
  const isOfDraft = useRef(false);
  const subject = name === null ? null : `${FORM_DRAFTS}${name}`;
  const turn = drafts?.turn ?? 0;
  const [typedIn, setTypedIn] = useState(false);
  const latest = useLatest(drafts);

  useEffect(() => {
    if (subject === null || form.current === null) return;
    atFirst.current ??= bodyOf(controlsOf(form.current).map(asControl));
    // What waited in this browser comes with the second turn.
    if (turn >= 0) {
      const body = latest.current?.bodyOf(subject) ?? null;
      // A draft that was put in and turns out to be given up is taken out again.
      waits.current = body ?? (isOfDraft.current ? atFirst.current : null);
      isOfDraft.current = body !== null;
    }
    rounds.current = 0;
  }, [subject, turn, latest]);

  // After every drawing: a field that follows from another is there only once that one was filled in.
  useEffect(() => {
    const body = waits.current;
    if (form.current === null || body === null) return;
    isFilling.current = true;
    const filled = fillIn(form.current, body);
    isFilling.current = false;
    rounds.current += 1;
    if (filled) setTypedIn(true);
    // A form that doesn't take what was kept is left as it is.
    if (!filled || rounds.current >= MOST_ROUNDS) waits.current = null;
  });

  const onInput = () => {
    if (isFilling.current || drafts === null || subject === null || form.current === null) return;
    waits.current = null;
    isOfDraft.current = false;
    const body = bodyOf(controlsOf(form.current).map(asControl));
    if (isSameBody(body, atFirst.current ?? {})) drafts.forget(subject);
    else drafts.keep(subject, body);
    setTypedIn(true);
  };
  const forget = () => {
    waits.current = null;
    atFirst.current = null;
    setTypedIn(false);
    if (subject !== null && drafts !== null && drafts.bodyOf(subject) !== null) drafts.forget(subject);
  };
  const choose = (which: "mine" | "other") => {
    if (subject === null || drafts === null) return;
    const other = drafts.otherOf(subject);
    drafts.choose(subject, which);
    if (which === "other") waits.current = other;
    rounds.current = 0;
  };
  const isShown = typedIn && drafts !== null && subject !== null;
  const sent = sentOf(drafts, subject);
  return { form, onInput, forget, choose, sent, shown: isShown ? { drafts, subject } : null };
}

function sentOf(drafts: Drafts | null, subject: string | null): SentDraft | null {
  const savedAt = subject === null ? null : (drafts?.savedAtOf(subject) ?? null);
  return subject === null || savedAt === null ? null : { subject, savedAt };
}

/** What was drawn last, for effects that don't follow it. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Returns  whether anything was changed. */
function fillIn(form: HTMLFormElement, body: DraftBody): boolean {
  let isChanged = false;
  for (const element of controlsOf(form)) {
    const change = changeOf(asControl(element), body);
    if (change === null) continue;
    if (change === "checked") element.click();
    else if (!typeInto(element, body[element.name] ?? "")) continue;
    isChanged = true;
  }
  return isChanged;
}

/** As if it were typed: a field whose value React holds hears of it too. False where the field can't hold it: a choice that isn't offered any more. */
function typeInto(element: TypedElement, value: string): boolean {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value") ?? {};
  const before = element.value;
  set?.call(element, value);
  if (element.value !== value) {
    set?.call(element, before);
    return false;
  }
  element.dispatchEvent(
    new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
  );
  return true;
}
