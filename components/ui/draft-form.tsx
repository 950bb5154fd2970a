"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Outcome } from "#lib/domain/form-state";
import { words } from "#lib/words";
import type { Drafts } from "./drafts";
import type { Bound } from "./field";
import { OtherDraft } from "./other-draft";
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

/**
 * A form whose words are kept as they are typed and never lost: a refusal says which field it is about, and where somebody
 * else saved meanwhile, theirs stand above and one's own stay in the fields.
 *
 * It is no `Form`: that one leaves what is typed to the browser, so that it works without scripts. Here every key is kept, which
 * takes them.
 */
export function DraftForm(props: Props) {
  const { drafts, subject } = props;
  const [values, setValues] = useState<Values>({ ...props.saved, ...drafts.bodyOf(subject) });
  const latest = useRef<Values>(values);
  useEffect(() => {
    latest.current = { ...props.saved, ...drafts.bodyOf(subject) };
  });
  useEffect(() => {
    // What waited in this browser from before, or nothing where it was discarded; what was typed since is newer, and counts.
    if (drafts.turn > 0) setValues(latest.current);
  }, [drafts.turn]);
  const [trouble, setTrouble] = useState<Extract<Outcome, { ok: false }> | null>(null);
  const [busy, setBusy] = useState(false);
  const id = useId();
  const router = useRouter();

  const set = (name: string, value: string) => {
    const now = { ...values, [name]: value };
    setValues(now);
    if (isSame(now, props.saved)) props.drafts.forget(props.subject);
    else props.drafts.keep(props.subject, now);
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const outcome = await props.send(values);
    setBusy(false);
    setTrouble(outcome.ok ? null : outcome);
    if (!outcome.ok) {
      // Theirs have to be read before they can be shown.
      if (outcome.code === "conflict") router.refresh();
      return;
    }
    props.drafts.forget(props.subject);
    if (props.startsAnew) setValues(props.saved);
    props.onDone(props.done);
  }

  const field = (name: string): Bound => ({
    name,
    value: values[name] ?? "",
    onText: (text) => set(name, text),
    error: trouble?.field?.split(".")[0] === name ? trouble.message : null,
    isSpoken: true,
  });
  const isStale = trouble?.code === "conflict";
  return (
    <form
      id={subject}
      className="stack-4"
      onSubmit={(event) => void submit(event)}
      aria-busy={busy}
      noValidate
    >
      {drafts.isElsewhere(subject) && (
        <OtherDraft
          other={drafts.otherOf(subject)}
          onChoose={(which) => {
            const other = drafts.otherOf(subject);
            drafts.choose(subject, which);
            if (which === "other" && other) setValues({ ...props.saved, ...other });
          }}
        />
      )}
      {trouble && !trouble.field && (
        <div className="note" role="alert" id={`${id}-trouble`}>
          <p>
            {trouble.message} {trouble.code === "not_signed_in" && <SignInAgain />}
          </p>
          {isStale && <Theirs saved={props.saved} mine={values} />}
        </div>
      )}
      {props.children({ values, field })}
      <p>
        <button type="submit" className="btn btn--s" aria-disabled={busy}>
          {isStale ? words.desk.actions.saveOver : props.submit}
        </button>
      </p>
    </form>
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
