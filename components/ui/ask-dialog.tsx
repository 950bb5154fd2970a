"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import type { FormAction, FormState } from "#lib/domain/form-state";
import * as words from "#lib/words";
import { waitForOutcome } from "#lib/words/wait-for-outcome";
import { Dialog } from "./dialog";
import { DraftMark, type Drafts } from "./drafts";
import { TextField } from "./field";
import { type Drafting, Form, SubmitButton } from "./form";

type Props = Given & Drafting;

interface Given extends Pick<ComponentProps<typeof Form>, "action" | "hidden" | "onDone"> {
  readonly title: string;
  /** What will happen. */
  readonly note: ReactNode;
  /** What must be told or chosen with it. */
  readonly children?: ComponentProps<typeof Form>["children"];
  readonly confirm: string;
  readonly isDanger?: boolean | undefined;
  readonly onClose: () => void;
}

/**
 * The one question before an act that others will feel. Escape and "Cancel" leave everything as it was; it closes once the act
 * is done.
 */
export function AskDialog({ title, note, children, confirm, isDanger, onClose, onDone, ...form }: Props) {
  const noteId = useId();
  return (
    <Dialog title={title} describedBy={noteId} onClose={onClose}>
      {(close) => (
        <Form
          {...form}
          className="stack-4"
          onDone={(done) => {
            close();
            onDone?.(done);
          }}
          refusalAt="above-buttons"
          buttons={
            <div className="cluster">
              <SubmitButton
                className={isDanger ? "btn btn--danger" : "btn btn--main"}
                working={words.signedIn.working}
                label={confirm}
              />
              <button className="btn" type="button" onClick={close}>
                {words.desk.actions.cancel}
              </button>
            </div>
          }
        >
          {(work) => (
            <>
              <div id={noteId} className="stack-3">
                {note}
              </div>
              {typeof children === "function" ? children(work) : children}
            </>
          )}
        </Form>
      )}
    </Dialog>
  );
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
