"use client";

import { useState } from "react";
import { PromisedBefore } from "#components/promises/promised-before";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import type { Act, FormState } from "#lib/domain/form-state";
import type { PromiseDesk } from "#lib/domain/promise-desk";
import type { TemplateRefusal } from "#lib/domain/promise-template";
import type { BeforeView } from "#lib/domain/reader-view";
import * as words from "#lib/words";

const w = words.deskTemplates;

/** Under which template it would be published, or why under none, and what is published of that. */
export interface TemplateOfPromise {
  readonly words: string | null;
  readonly refusal: TemplateRefusal | null;
  readonly before: BeforeView | null;
}

export interface TemplateActs {
  readonly join: Act;
  readonly part: Act;
  readonly leave: Act;
}

interface Props {
  readonly desk: PromiseDesk;
  readonly template: TemplateOfPromise;
  readonly mayWrite: boolean;
  readonly actions: TemplateActs;
  readonly onDone: (text: string) => void;
}

/** Whether the same was promised before, by whom that is told, and what a person may choose instead. */
export function TemplateNote(props: Props) {
  const { template, mayWrite } = props;
  return (
    <section className="mt-6" aria-label={w.heading}>
      <p className="small muted measure" dir="auto">
        {standing(props)}
      </p>
      {template.before !== null ? (
        <PromisedBefore view={template.before} />
      ) : template.words === null ? null : (
        <p className="small muted">{w.none}</p>
      )}
      {mayWrite && <TemplateForms {...props} />}
    </section>
  );
}

function standing({ desk: { templateChoice }, template }: Props): string {
  if (templateChoice === null)
    return template.refusal === null
      ? `${w.joined} ${template.words}`
      : w.refused(w.refusals[template.refusal]);
  const { words: said, by } = templateChoice;
  return said === null ? w.parted(by) : w.chosenBy(said, by);
}

function TemplateForms({ desk, template, actions, onDone }: Props) {
  const { statementId, revision, templateChoice, templateProposals } = desk;
  const [address, setAddress] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const choose = async (act: Act, more: Readonly<Record<string, string>> = {}) => {
    setSending(true);
    const answer: FormState = await send(act, { statementId, revision, ...more });
    setSending(false);
    setRefused(answer?.ok === false ? answer.message : null);
    if (answer?.ok) onDone(w.chosen);
  };
  const others = templateProposals.filter(({ template: one }) => one.words !== template.words);
  return (
    <>
      {others.map(({ template: { key, words: said }, why }) => (
        <p key={key} className="mt-3 small measure">
          <span dir="auto">{w.proposed}</span> {why.join(" ")}{" "}
          <Choose
            name={w.joinThis(said)}
            isSending={isSending}
            onClick={() => choose(actions.join, { template: key })}
          />
        </p>
      ))}
      <p className="cluster mt-3">
        {template.words === null ? null : (
          <Choose name={w.part} isSending={isSending} onClick={() => choose(actions.part)} />
        )}
        {templateChoice === null ? null : (
          <Choose name={w.leave} isSending={isSending} onClick={() => choose(actions.leave)} />
        )}
      </p>
      <div className="mt-3 measure">
        <TextField
          name="template"
          label={w.joinField}
          hint={w.joinHint}
          value={address}
          onText={setAddress}
          error={refused}
          isSpoken
          maxLength={2000}
        />
      </div>
      <p className="mt-3">
        <Choose
          name={w.join}
          isSending={isSending}
          onClick={() => choose(actions.join, { template: address })}
        />
      </p>
    </>
  );
}

function Choose(props: { readonly name: string; readonly isSending: boolean; readonly onClick: () => void }) {
  return (
    <button type="button" className="btn btn--s" disabled={props.isSending} onClick={props.onClick}>
      {props.name}
    </button>
  );
}
