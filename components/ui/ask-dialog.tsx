"use client";

import type { ComponentProps } from "react";
import type { FormAction, FormState } from "#lib/domain/form-state";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import type { AskedDialogProps } from "./asked-dialog";
import { DraftMark, type Drafts } from "./drafts";
import { TextField } from "./field";
import type { Form } from "./form";
import { Later } from "./later";

const askedDialog = () => import("./asked-dialog").then(({ AskedDialog }) => AskedDialog);

/** The one question before an act that others will feel, fetched when it is asked: see `AskedDialog`. */
export function AskDialog(props: AskedDialogProps) {
  return <Later load={askedDialog} given={props} />;
}

const NAME = "words";

/** Words that are asked for with an act; they come back when it is refused. `asked` sends them. */
export interface AskedWords {
  readonly label: string;
  readonly hint?: string;
  /** In UTF-16 units. */
  readonly maxLength: number;
}

/** Where the words are kept while they are typed, so that a reload or "Cancel" loses none. `subject` names the question. */
export interface AskedDraft {
  readonly drafts: Drafts;
  readonly subject: string;
}

export function askedWords(ask: AskedWords, kept: AskedDraft): ComponentProps<typeof Form>["children"] {
  const { drafts, subject } = kept;
  const keep = (text: string) =>
    text.trim() === "" ? drafts.forget(subject) : drafts.keep(subject, { [NAME]: text });
  return ({ field, refused }) => (
    <>
      <TextField
        {...field(NAME, drafts.bodyOf(subject)?.[NAME])}
        {...ask}
        onText={keep}
        rows={3}
        required
        isInvalid={refused !== null}
      />
      <p className="small">
        <DraftMark state={drafts.state} />
      </p>
    </>
  );
}

/** What a question is sent to that ends in an act of the desk. `words` is empty where none were asked for. */
export function asked(act: (words: string) => Promise<FormState>): FormAction {
  return async (_, form) => {
    const said = String(form.get(NAME) ?? "");
    const outcome = await waitForOutcome(act(said));
    return outcome.ok ? outcome : { ...outcome, kept: { [NAME]: said } };
  };
}
