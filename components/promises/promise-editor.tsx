"use client";

import Link from "next/link";
import { useState } from "react";
import { OutcomeRecord } from "#components/claims/outcome";
import { type TemplateActs, TemplateNote, type TemplateOfPromise } from "#components/promises/template-note";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { ChoiceField } from "#components/ui/choice-field";
import { type DraftAtWork, DraftForm } from "#components/ui/draft-form";
import { DraftMark, type Drafts, useDrafts } from "#components/ui/drafts";
import { TextField } from "#components/ui/field";
import { send } from "#components/ui/send";
import type { Act } from "#lib/domain/form-state";
import { OUTCOME_RESULTS } from "#lib/domain/labels";
import type { PromiseAccess, PromiseDesk } from "#lib/domain/promise-desk";
import type { DueView } from "#lib/domain/reader-view";
import type { DraftView } from "#lib/domain/review-views";
import * as words from "#lib/words";
import { dayRange } from "#lib/words/date-words";

const said = words.deskPromises;

interface Props {
  readonly desk: PromiseDesk;
  /** Names the draft of the form. */
  readonly subject: string;
  readonly personId: string;
  /** Null for a promise without a day of which nothing is recorded. */
  readonly view: DueView | null;
  readonly template: TemplateOfPromise;
  readonly drafts: readonly DraftView[];
  readonly actions: { readonly record: Act; readonly reopen: Act; readonly saveDraft: Act } & TemplateActs;
}

/** One promise: what was said, where it stands, what is recorded of it, and the form that records it. */
export function PromiseEditor(props: Props) {
  const { desk, view } = props;
  const drafts = useDrafts({ personId: props.personId, drafts: props.drafts, save: props.actions.saveDraft });
  const [told, setTold] = useState({ text: "", turn: 0 });
  const tell = (text: string) => setTold({ text, turn: told.turn + 1 });
  return (
    <>
      <p className="kicker">
        <Link href="/desk/promises">{said.back}</Link>
      </p>
      <h1 className="claim-words" dir="auto">
        “{desk.exact}”
      </h1>
      <p className="mt-3" dir="auto">
        {promised(desk)}
      </p>
      <p className="small muted cluster">
        <span dir="auto">{said.onPage(desk.title)}</span>
        <Link href={`/desk/articles/${desk.versionId}`}>{said.review}</Link>
        {desk.publishedHref === null ? null : <Link href={desk.publishedHref}>{said.readers}</Link>}
      </p>
      <p className="mt-3">
        <b>{view?.line ?? words.promises.line.UNDATED}</b>
      </p>
      {view?.outcome ? <OutcomeRecord view={view.outcome} /> : null}
      <TemplateNote {...props} mayWrite={mayWrite(desk.access)} onDone={tell} />
      <p className="note-line" role="status">
        <span key={told.turn}>{told.text}</span>
      </p>
      <AccessNote access={desk.access} />
      {mayWrite(desk.access) && <OutcomeForm {...props} atWork={drafts} onDone={tell} />}
    </>
  );
}

const mayWrite = ({ kind }: PromiseAccess): boolean => kind === "OPEN" || kind === "ANEW";

function promised({ prediction }: PromiseDesk): string {
  const { text, dueFrom, dueTo } = prediction;
  return dueFrom && dueTo ? said.promised(text, dayRange(dueFrom, dueTo)) : words.promises.undated(text);
}

function AccessNote({ access }: { access: PromiseAccess }) {
  switch (access.kind) {
    case "OPEN":
      return null;
    case "ANEW":
      return <p className="note">{said.startsReview}</p>;
    case "ELSEWHERE":
      return <p className="note">{said.elsewhere(access.name)}</p>;
    case "WAITS":
      return <p className="note">{said.waits}</p>;
    case "REPLACED":
      return <p className="note">{said.replaced}</p>;
  }
}

interface FormProps extends Props {
  readonly atWork: Drafts;
  readonly onDone: (text: string) => void;
}

function OutcomeForm({ desk, subject, actions, atWork, onDone }: FormProps) {
  const { statementId, revision, versionId, prediction } = desk;
  const { outcome } = prediction;
  return (
    <section className="sect" aria-labelledby="p-outcome">
      <h2 id="p-outcome">{outcome === undefined ? said.form : said.change}</h2>
      <p className="small">
        <DraftMark state={atWork.state} />
      </p>
      <DraftForm
        subject={subject}
        drafts={atWork}
        saved={savedOf(outcome)}
        send={(values, save) => save("outcome.record", actions.record, { ...values, statementId, revision })}
        submit={said.save}
        done={said.saved}
        onDone={onDone}
      >
        {(form) => <OutcomeFields form={form} />}
      </DraftForm>
      {desk.access.kind === "OPEN" && (
        <p className="mt-3">
          <Link className="btn btn--main" href={`/desk/articles/${versionId}`}>
            {said.next}
          </Link>
        </p>
      )}
      {outcome !== undefined && <Reopen desk={desk} reopen={actions.reopen} onDone={onDone} />}
    </section>
  );
}

function OutcomeFields({ form }: { form: DraftAtWork }) {
  return (
    <>
      <ChoiceField
        {...form.field("result")}
        isRow
        label={said.result}
        options={OUTCOME_RESULTS}
        names={words.promises.results}
      />
      <TextField {...form.field("knownAt")} type="date" label={said.knownAt} hint={said.knownAtHint} />
      <TextField
        {...form.field("quote")}
        label={said.quote}
        hint={said.quoteHint}
        rows={3}
        maxLength={2000}
      />
      <TextField {...form.field("saidAt")} type="date" label={said.saidAt} />
      <TextField {...form.field("publisher")} label={said.publisher} maxLength={200} />
      <TextField {...form.field("url")} type="url" label={said.url} hint={said.urlHint} maxLength={2000} />
      <TextField
        {...form.field("note")}
        label={said.noteLabel}
        hint={said.noteHint}
        rows={2}
        maxLength={2000}
      />
    </>
  );
}

function Reopen(props: { desk: PromiseDesk; reopen: Act; onDone: (text: string) => void }) {
  const { statementId, revision } = props.desk;
  const [isAsking, setAsking] = useState(false);
  return (
    <p className="mt-3">
      <button type="button" className="btn btn--danger" onClick={() => setAsking(true)}>
        {said.reopen}
      </button>
      {isAsking && (
        <AskDialog
          undrafted="nothing-typed"
          title={said.reopenTitle}
          confirm={said.reopen}
          isDanger
          note={<p>{said.reopenBody}</p>}
          action={asked(() => send(props.reopen, { statementId, revision }))}
          onDone={() => props.onDone(said.reopened)}
          onClose={() => setAsking(false)}
        />
      )}
    </p>
  );
}

function savedOf(outcome: PromiseDesk["prediction"]["outcome"]) {
  const text = (value: string | null | undefined) => value ?? "";
  return {
    result: text(outcome?.result),
    knownAt: text(outcome?.knownAt),
    quote: text(outcome?.quote),
    saidAt: text(outcome?.saidAt),
    publisher: text(outcome?.publisher),
    url: text(outcome?.url),
    note: text(outcome?.note),
  };
}
