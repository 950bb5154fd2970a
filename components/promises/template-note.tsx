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
  readonly refuseMatch: Act;
  readonly undoMatch: Act;
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
  const { statementId, revision, templateChoice } = desk;
  const [address, setAddress] = useState("");
  const [refused, setRefused] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const settle = async (act: Act, match: Readonly<Record<string, string>>) => {
    setSending(true);
    const answer: FormState = await send(act, match);
    setSending(false);
    setRefused(answer?.ok === false ? answer.message : null);
    if (answer?.ok) onDone(w.settled);
  };
  const choose = async (act: Act, more: Readonly<Record<string, string>> = {}) => {
    setSending(true);
    const answer: FormState = await send(act, { statementId, revision, ...more });
    setSending(false);
    setRefused(answer?.ok === false ? answer.message : null);
    if (answer?.ok) onDone(w.chosen);
  };
  return (
    <>
      <Proposed
        desk={desk}
        shown={template.words}
        isSending={isSending}
        onJoin={(key) => void choose(actions.join, { template: key })}
        onSettle={(act, match) => void settle(act, match)}
        actions={actions}
      />
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

interface ProposedProps extends Pick<Props, "desk" | "actions"> {
  /** The words of the template that it is told under. */
  readonly shown: string | null;
  readonly isSending: boolean;
  readonly onJoin: (key: string) => void;
  readonly onSettle: (act: Act, match: Readonly<Record<string, string>>) => void;
}

/** What the machine takes for the same promise, or who said that it isn’t. A match is decided in a review that is open. */
function Proposed({ desk, shown, isSending, onJoin, onSettle, actions }: ProposedProps) {
  const { templateProposals: proposed, access } = desk;
  if (proposed === null) return null;
  const { reviewId, suggestionId, why, decision, templates } = proposed;
  const match = { reviewId, suggestionId };
  const isOpen = access.kind === "OPEN";
  if (decision?.kind === "REFUSED")
    return (
      <p className="mt-3 small measure">
        <span dir="auto">{w.dismissedBy(decision.byName)}</span>{" "}
        {isOpen && (
          <Choose
            name={w.undoDismissal}
            isSending={isSending}
            onClick={() => onSettle(actions.undoMatch, match)}
          />
        )}
      </p>
    );
  const others = templates.filter((one) => one.words !== shown);
  if (others.length === 0) return null;
  return (
    <div className="mt-3 small measure">
      <p>
        {w.proposed} {why.join(" ")}
      </p>
      <p className="cluster">
        {others.map(({ key, words: said }) => (
          <Choose key={key} name={w.joinThis(said)} isSending={isSending} onClick={() => onJoin(key)} />
        ))}
        {isOpen && decision === null && (
          <Choose
            name={w.dismiss}
            isSending={isSending}
            onClick={() => onSettle(actions.refuseMatch, match)}
          />
        )}
      </p>
    </div>
  );
}

function Choose(props: { readonly name: string; readonly isSending: boolean; readonly onClick: () => void }) {
  return (
    <button type="button" className="btn btn--s" disabled={props.isSending} onClick={props.onClick}>
      {props.name}
    </button>
  );
}
