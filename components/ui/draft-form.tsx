"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { Outcome } from "#lib/domain/form-state";
import { words } from "#lib/words";
import type { Drafts } from "./drafts";
import type { Bound } from "./field";
import { OtherDraft } from "./other-draft";
import { onceSent } from "./send";
import { SignInAgain } from "./sign-in-again";

export type Values = Readonly<Record<string, string>>;

interface Props {
  /** Names the draft ("claim:…:verdict"). */
  readonly subject: string;
  readonly drafts: Drafts;
  /** What is saved now: where the form starts, and what "theirs" is when somebody else was first. */
  readonly saved: Values;
  readonly send: (values: Values) => Promise<Outcome>;
  readonly submit: string;
  readonly done: string;
  /** Forms that add something start anew once it is added. */
  readonly startsAnew?: boolean;
  readonly onDone: (text: string) => void;
  readonly children: (form: DraftAtWork) => ReactNode;
}

export interface DraftAtWork {
  readonly values: Values;
  /** What the field of this name is given: `<TextField {...field("title")} … />`. */
  readonly field: (name: string) => Bound;
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
  const { trouble, isSending, submit } = useSubmit(props, typed);
  const names = new Set<string>();
  const field = (name: string): Bound => {
    names.add(name);
    return {
      name,
      value: typed.values[name] ?? "",
      onText: (text) => typed.set(name, text),
      error: trouble && fieldOf(trouble) === name ? trouble.message : null,
      isSpoken: true,
    };
  };
  const fields = props.children({ values: typed.values, field });
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
      {fields}
      <p>
        <button type="submit" className="btn btn--s" aria-disabled={isSending} onClick={onceSent}>
          {trouble?.code === "conflict" ? words.desk.actions.saveOver : props.submit}
        </button>
      </p>
    </form>
  );
}

/** What stands in the form, kept as a draft with every key. */
function useTyped({ drafts, subject, saved }: Props) {
  const [values, setValues] = useState<Values>({ ...saved, ...drafts.bodyOf(subject) });
  const latest = useRef<Values>(values);
  useEffect(() => {
    latest.current = { ...saved, ...drafts.bodyOf(subject) };
  });
  useEffect(() => {
    // What waited in this browser from before, or nothing where it was discarded; what was typed since is newer, and counts.
    if (drafts.turn > 0) setValues(latest.current);
  }, [drafts.turn]);

  const set = (name: string, value: string) => {
    const now = { ...values, [name]: value };
    setValues(now);
    if (isSame(now, saved)) drafts.forget(subject);
    else drafts.keep(subject, now);
  };
  const choose: ComponentProps<typeof OtherDraft>["onChoose"] = (which) => {
    const other = drafts.otherOf(subject);
    drafts.choose(subject, which);
    if (which === "other" && other) setValues({ ...saved, ...other });
  };
  return { values, set, choose, startAnew: () => setValues(saved) };
}

/** Sends what was typed, once at a time. */
function useSubmit(props: Props, { values, startAnew }: ReturnType<typeof useTyped>) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isSending, setSending] = useState(false);
  const router = useRouter();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const outcome = await props.send(values);
    setSending(false);
    setTrouble(outcome.ok ? null : outcome);
    if (!outcome.ok) {
      // Theirs have to be read before they can be shown.
      if (outcome.code === "conflict") router.refresh();
      return;
    }
    props.drafts.forget(props.subject);
    if (props.startsAnew) startAnew();
    props.onDone(props.done);
  }

  return { trouble, isSending, submit };
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
  const theirs = Object.entries(saved).filter(([name, value]) => value !== "" && value !== mine[name]);
  return (
    <>
      <p className="mt-2">
        <b>{words.desk.form.theirs}</b>
      </p>
      {theirs.length === 0 ? (
        <p>{words.desk.form.same}</p>
      ) : (
        theirs.map(([name, value]) => (
          <p key={name} className="pre" dir="auto">
            {value}
          </p>
        ))
      )}
    </>
  );
}

function isSame(a: Values, b: Values): boolean {
  return Object.keys({ ...a, ...b }).every((name) => (a[name] ?? "") === (b[name] ?? ""));
}
