"use client";

import { type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import { AGAIN } from "#lib/domain/actor";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { SENT_DRAFT, sentDraftField } from "#lib/domain/sent-draft";
import * as words from "#lib/words";
import { DraftMark } from "./drafts";
import type { Bound } from "./field";
import { type KeptForm, useKeptForm } from "./form-drafts";
import { FormError } from "./form-error";
import { OtherDraft } from "./other-draft";
import { ProofField } from "./proof-field";
import { onceSent } from "./send";
import { SendKey } from "./send-key";

type Done = Extract<FormState, { ok: true }>;
type Refused = Extract<FormState, { ok: false }>;

/** Why a form isn't kept as a draft; `docs/decisions/0059-every-form-is-kept.md` says each in a sentence. */
export type Undrafted = "nothing-typed" | "secret" | "file" | "stranger" | "asked-words";

/** Every form says it: the name under which what is typed is kept, or why it isn't. */
export type Drafting =
  | { readonly draft: string; readonly undrafted?: never }
  | { readonly undrafted: Undrafted; readonly draft?: never };

type Props = Given & Drafting;

interface Given {
  readonly action: FormAction;
  /** Sent along as they are: ids and revisions. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly className?: string;
  /** True where the server alone says what is wrong, in our words. */
  readonly noValidate?: boolean;
  /** What is said of a refusal that is about no field; its own message where left out. */
  readonly refusal?: (refused: Refused) => ReactNode;
  /** Shown in place of the form once it is done, where something came of it that must be seen; `again` brings the form back. */
  readonly after?: (done: Done, again: () => void) => ReactNode;
  /** Called once it is done. Such a form needs scripts; all others work without them. */
  readonly onDone?: (done: Done) => void;
  readonly children: ReactNode | ((form: FormAtWork) => ReactNode);
  /** What stands below the fields. */
  readonly buttons?: ReactNode;
  /** Where a refusal that is about no field stands. */
  readonly refusalAt?: "first" | "above-buttons" | "last";
}

export interface FormAtWork {
  readonly refused: Refused | null;
  readonly done: Done | null;
  /** What the field of this name is given: `<TextField {...field("email")} … />`. `atFirst` stands in it until it is changed. */
  readonly field: (name: string, atFirst?: string) => Bound;
}

/**
 * The one form that is sent to an action. It is sent once at a time, and what is sent twice is done once. Where it is refused, the focus goes to the field that is
 * to blame; what is about no field that it has is said aloud. What was typed comes back: after a refusal, and where it is kept as a draft (`draft`)
 * whenever one returns. Where the act asks again who somebody is, a
 * field for that stands below the others. `SubmitButton` sends it.
 */
export function Form({ action, hidden = {}, refusal, after, onDone, children, buttons, ...props }: Props) {
  const { refusalAt = "first", draft = null, undrafted: _why, ...form } = props;
  const kept = useKeptForm(draft);
  const tell = async (before: FormState, sent: FormData): Promise<FormState> => {
    const answer = await action(before, sent);
    if (answer?.ok) {
      // Before what is done takes the form away.
      kept.forget();
      onDone?.(answer);
    }
    return answer;
  };
  const [state, submit, isPending] = useActionState(onDone === undefined ? action : tell, null);
  useForgetDone(state, kept.forget);
  const [seen, setSeen] = useState<FormState>(null);
  const refused = state?.ok === false ? state : null;

  const done = state?.ok ? state : null;
  const shown = done && done !== seen ? after?.(done, () => setSeen(done)) : null;
  if (shown) return shown;
  const names = new Set<string>();
  const field = (name: string, atFirst?: string): Bound => {
    names.add(name);
    const error = refused?.field === name ? refused.message : null;
    return { name, error, defaultValue: refused?.kept[name] ?? atFirst };
  };
  const fields = typeof children === "function" ? children({ refused, done, field }) : children;
  const again = refused?.field === AGAIN && <ProofField field={field(AGAIN)} refused={refused} />;
  const error = (
    <FormError refused={refused} isOfField={names.has(refused?.field ?? "")}>
      {refused && refusal?.(refused)}
    </FormError>
  );
  return (
    <form
      {...form}
      ref={kept.form}
      onInput={kept.onInput}
      action={submit}
      onSubmit={(event) => isPending && event.preventDefault()}
    >
      <Elsewhere kept={kept} />
      {refusalAt === "first" && error}
      <SendKey done={done} />
      {kept.sent && <input type="hidden" name={SENT_DRAFT} value={sentDraftField(kept.sent)} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {fields}
      {again}
      {kept.shown && (
        <p className="small">
          <DraftMark state={kept.shown.drafts.state} />
        </p>
      )}
      {refusalAt === "above-buttons" && error}
      {buttons}
      {refusalAt === "last" && error}
    </form>
  );
}

/** What another window typed into the same form, to be chosen from. */
function Elsewhere({ kept: { shown, choose } }: { kept: KeptForm }) {
  if (!shown?.drafts.isElsewhere(shown.subject)) return null;
  return <OtherDraft other={shown.drafts.otherOf(shown.subject)} onChoose={choose} />;
}

/** What was sent and is done is no draft any more. */
function useForgetDone(state: FormState, forget: () => void): void {
  const seen = useRef<FormState>(null);
  useEffect(() => {
    if (state === seen.current) return;
    seen.current = state;
    if (state?.ok) forget();
  });
}

interface ButtonProps {
  readonly className: string;
  /** Said while the form is on its way. */
  readonly working: string;
  readonly label: string;
  /** Tells the button from its equals, for those who don't see where it stands. */
  readonly of?: string | undefined;
}

/** Sends the form around it. While it is on its way the button says so, and stays in reach of the keyboard. */
export function SubmitButton({ className, working, label, of }: ButtonProps) {
  const { pending } = useFormStatus();
  return (
    <button className={className} type="submit" aria-disabled={pending || undefined} onClick={onceSent}>
      {pending ? working : label}
      {of !== undefined && <span className="sr">{words.signedIn.of(of)}</span>}
    </button>
  );
}
