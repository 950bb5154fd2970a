"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Act, Outcome } from "#lib/domain/form-state";
import type { WaitingAct } from "#lib/domain/waiting-saves";
import * as words from "#lib/words";
import type { Drafts } from "./drafts";
import type { Bound } from "./field";
import { OtherDraft } from "./other-draft";
import { OtherSide } from "./other-side";
import { onceSent } from "./send";
import { SignInAgain } from "./sign-in-again";
import { type Saving, useAnswered, useSaving, WaitingNote } from "./waiting-saves";

export type Values = Readonly<Record<string, string>>;

interface Props {
  /** Names the draft ("claim:…:verdict"). */
  readonly subject: string;
  readonly drafts: Drafts;
  /** What is saved now: where the form starts, and what "theirs" is when somebody else was first. */
  readonly saved: Values;
  /** `save` sends so that it waits where nobody answers, and is sent by itself. */
  readonly send: (values: Values, save: SaveOfForm) => Promise<Outcome>;
  readonly submit: string;
  readonly done: string;
  /** Forms that add something start anew once it is added. */
  readonly startsAnew?: boolean;
  readonly onDone: (text: string) => void;
  readonly children: (form: DraftAtWork) => ReactNode;
}

type SaveOfForm = (as: WaitingAct, act: Act, input: object) => Promise<Outcome>;

export interface DraftAtWork {
  readonly values: Values;
  /** What the field of this name is given: `<TextField {...field("title")} … />`. */
  readonly field: (name: string) => Bound;
  /** Puts these into the fields of their names, as if they were typed. */
  readonly fill: (values: Values) => void;
}

type Trouble = Extract<Outcome, { ok: false }>;

/**
 * A form whose words are kept as they are typed and never lost: a refusal says which field it is about, and where somebody
 * else saved meanwhile, theirs stand above and one's own stay in the fields.
 *
 * It is no `Form`: that one leaves what is typed to the browser, so that it works without scripts. Here every key is kept, which
 * takes them.
 */
export function DraftForm(props: Props) {
  const { drafts, subject } = props;
  const typed = useTyped(props);
  const saving = useSaving();
  const { trouble, isSending, submit, hear } = useSubmit(props, typed, saving);
  useAnswered(saving, subject, hear);
  const isConflict = trouble?.code === "conflict";
  const isOvertaken = typed.isOvertaken && !isSending && !isConflict;
  const names = new Set<string>();
  const fill = (more: Values) => {
    saving.changed(subject);
    typed.fill(more);
  };
  const field = (name: string): Bound => {
    names.add(name);
    return {
      name,
      value: typed.values[name] ?? "",
      onText: (text) => fill({ [name]: text }),
      error: trouble && fieldOf(trouble) === name ? trouble.message : null,
      isSpoken: true,
    };
  };
  const fields = props.children({ values: typed.values, field, fill });
  return (
    <form
      id={subject}
      className="stack-4"
      onSubmit={(event) => void submit(event)}
      aria-busy={isSending}
      noValidate
    >
      {drafts.isElsewhere(subject) && <OtherDraft other={drafts.otherOf(subject)} onChoose={typed.choose} />}
      {trouble && !names.has(fieldOf(trouble)) && (
        <TroubleNote trouble={trouble} saved={props.saved} mine={typed.values} />
      )}
      {isOvertaken && (
        <div className="note" role="status">
          <p>{words.deskErrors.stale}</p>
          <Theirs saved={props.saved} mine={typed.values} />
        </div>
      )}
      {fields}
      <WaitingNote saving={saving} subject={subject} />
      <p>
        <button type="submit" className="btn btn--s" aria-disabled={isSending} onClick={onceSent}>
          {isConflict || isOvertaken ? words.desk.actions.saveOver : props.submit}
        </button>
      </p>
    </form>
  );
}

/**
 * What stands in the form, kept as a draft with every key. What is saved may change while the form is open, by somebody else: a form that nobody
 * typed in follows it, and one that somebody did is overtaken.
 */
function useTyped({ drafts, subject, saved }: Props) {
  const [values, setValues] = useState<Values>({ ...saved, ...drafts.bodyOf(subject) });
  const [isTyped, setTyped] = useState(drafts.bodyOf(subject) !== null);
  const [isOvertaken, setOvertaken] = useState(false);
  const [seen, setSeen] = useState(saved);
  if (!isSame(seen, saved)) {
    setSeen(saved);
    if (isTyped) setOvertaken(!isSame(values, saved));
    else setValues(saved);
  }
  const latest = useRef({ values, isTyped });
  useEffect(() => {
    const body = drafts.bodyOf(subject);
    latest.current = { values: { ...saved, ...body }, isTyped: body !== null };
  });
  useEffect(() => {
    // What waited in this browser from before, or nothing where it was discarded; what was typed since is newer, and counts.
    if (drafts.turn === 0) return;
    setValues(latest.current.values);
    setTyped(latest.current.isTyped);
    if (!latest.current.isTyped) setOvertaken(false);
  }, [drafts.turn]);

  const fill = (more: Values) => {
    const now = { ...values, ...more };
    setValues(now);
    setTyped(!isSame(now, saved));
    if (isSame(now, saved)) drafts.forget(subject);
    else drafts.keep(subject, now);
  };
  const choose: ComponentProps<typeof OtherDraft>["onChoose"] = (which) => {
    const other = drafts.otherOf(subject);
    drafts.choose(subject, which);
    if (which !== "other" || !other) return;
    setValues({ ...saved, ...other });
    setTyped(true);
  };
  const startAnew = () => setValues(saved);
  const isKept = () => {
    setTyped(false);
    setOvertaken(false);
  };
  return { values, isOvertaken, fill, choose, startAnew, isKept };
}

/** Sends what was typed, once at a time. */
function useSubmit(props: Props, { values, startAnew, isKept }: ReturnType<typeof useTyped>, saving: Saving) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);
  const router = useRouter();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const outcome = await props.send(values, (as, act, input) =>
      saving.save({ subject: props.subject, as }, act, input),
    );
    setSending(false);
    hear(outcome, false);
  }

  /** `isChanged`: somebody typed on since it was sent, and that stays in the form. */
  function hear(outcome: Outcome, isChanged: boolean) {
    setTrouble(outcome.ok || outcome.isWaiting ? null : outcome);
    if (!outcome.ok) {
      // Theirs have to be read before they can be shown.
      if (outcome.code === "conflict") router.refresh();
      return;
    }
    if (!isChanged) {
      props.drafts.forget(props.subject);
      isKept();
      if (props.startsAnew) startAnew();
    }
    props.onDone(props.done);
  }

  return { trouble, isSending, submit, hear };
}

/** The field that is to blame; empty where it is the form as a whole. */
const fieldOf = ({ field = "" }: Trouble): string => field.split(".")[0] ?? "";

function TroubleNote({ trouble, saved, mine }: { trouble: Trouble; saved: Values; mine: Values }) {
  return (
    <div className="note" role="alert">
      <p>
        {trouble.message} {trouble.code === "not_signed_in" && <SignInAgain />}
      </p>
      {trouble.code === "conflict" && <Theirs saved={saved} mine={mine} />}
    </div>
  );
}

function Theirs({ saved, mine }: { saved: Values; mine: Values }) {
  const theirs = Object.entries(saved).filter(([name, value]) => value !== mine[name]);
  return (
    <>
      <p className="mt-2">
        <b>{words.desk.form.theirs}</b>
      </p>
      <OtherSide body={Object.fromEntries(theirs)} />
    </>
  );
}

function isSame(a: Values, b: Values): boolean {
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
