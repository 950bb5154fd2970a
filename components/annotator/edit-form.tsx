import type { ReactNode } from "react";
import { OtherDraft } from "#components/ui/other-draft";
import { Differences } from "#components/ui/other-side";
import { WaitingNote } from "#components/ui/waiting-saves";
import { FACTUALITIES, FLAGS } from "#lib/domain/labels";
import * as words from "#lib/words";
import * as acts from "./acts";
import { NEW, type OpenForm } from "./annotator-state";
import { formSubject, isOvertaken } from "./editing";
import { LabelFields, SpeakerFields, TimeFields } from "./field-groups";
import type { FormPart } from "./form-part";
import { keyOfSourcing, SOURCING_KEYS } from "./keyboard";
import { Select } from "./select";
import { SourceFields } from "./source-fields";
import { withSourcing } from "./sourcing-change";
import { SpanMover } from "./span-mover";
import { differences, formOf, formOfDraft, hasSource, type StatementForm } from "./statement-form";
import type { Annotator } from "./use-annotator";
import { NarratorFields, WhatFollows } from "./what-follows";

const said = words.desk.form;
const sections = words.desk.annotator.sections;

/** The form of one statement, in the order of the inspector. What is typed is kept as a draft. */
export function EditForm({ annotator, open }: { annotator: Annotator; open: OpenForm }) {
  const { form, complaint } = open;
  const set = (change: Partial<StatementForm>) => acts.typed(annotator, { ...form, ...change });
  const part = { form, complaint, set };
  return (
    <form
      aria-labelledby="form-title"
      onSubmit={(event) => {
        event.preventDefault();
        annotator.ask({ kind: "save" });
      }}
    >
      <h3 id="form-title" className="form-title" tabIndex={-1}>
        {annotator.state.editing === NEW ? said.editingNew : said.editing}
      </h3>
      <OtherForm annotator={annotator} form={form} />
      <Theirs annotator={annotator} open={open} />
      <WaitingNote
        saving={annotator.saving}
        subject={formSubject(annotator.reviewId, annotator.state.editing ?? "")}
      />
      {complaint && complaint.field === null && (
        <p className="error pad" role="alert">
          {complaint.message}
        </p>
      )}
      {open.isCut && <p className="note">{words.desk.said.cutToPart}</p>}
      <Part name={sections.words}>
        <SpanMover annotator={annotator} {...part} />
      </Part>
      <Part name={sections.sourcing}>
        <Sourcing {...part} />
        <NarratorFields {...part} />
        <WhatFollows opened={open.opened} form={form} />
        <FlagFields {...part} />
      </Part>
      <Part name={sections.factuality}>
        <FactualityFields {...part} />
      </Part>
      <Part name={sections.time}>
        <TimeFields {...part} />
      </Part>
      {hasSource(form.sourcing) && (
        <Part name={sections.speaker}>
          <SpeakerFields {...part} />
          <SourceFields annotator={annotator} {...part} />
        </Part>
      )}
      <Part name={sections.label}>
        <LabelFields {...part} />
      </Part>
    </form>
  );
}

function FactualityFields({ form, set }: Pick<FormPart, "form" | "set">) {
  return (
    <>
      <Select
        id="f-factualityWriter"
        label={said.writer}
        value={form.factualityWriter}
        options={FACTUALITIES}
        names={words.desk.factuality}
        onChange={(factualityWriter) => factualityWriter && set({ factualityWriter })}
      />
      {hasSource(form.sourcing) && (
        <Select
          id="f-factualitySource"
          label={said.source}
          value={form.factualitySource}
          none={said.notApplicable}
          options={FACTUALITIES}
          names={words.desk.factuality}
          onChange={(factualitySource) => set({ factualitySource })}
        />
      )}
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="f-part">
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

/** The same form as it was typed in another window. */
function OtherForm({ annotator, form }: { annotator: Annotator; form: StatementForm }) {
  const { drafts, state, desk } = annotator;
  const subject = formSubject(annotator.reviewId, state.editing ?? "");
  if (!drafts.isElsewhere(subject)) return null;
  const other = drafts.otherOf(subject);
  const kept = other && formOfDraft(other, desk.version.text.length);
  return (
    <OtherDraft
      other={kept && other}
      onChoose={(which) => {
        drafts.choose(subject, which);
        if (which === "other" && kept) acts.typed(annotator, kept.form);
      }}
    >
      {kept && <Differences found={differences(form, kept.form, desk.version.text)} />}
    </OtherDraft>
  );
}

/** What somebody else saved while this form was open. */
function Theirs({ annotator, open }: { annotator: Annotator; open: OpenForm }) {
  const { form } = open;
  const key = annotator.state.editing;
  const row = annotator.rows.find((candidate) => candidate.key === key);
  // What one saves oneself shows before the record has answered.
  const isSeen = annotator.underWay === 0 && isOvertaken(open, row ?? null);
  if (!open.stale && !isSeen) return null;
  const theirs = row?.statement ?? row?.suggestion;
  const found = theirs ? differences(form, formOf(theirs), annotator.desk.version.text) : [];
  return (
    <div className="note" id="theirs" tabIndex={-1} role={open.stale ? "alert" : "status"}>
      <p>{words.deskErrors.stale}</p>
      <p className="mt-2">
        <b>{said.theirs}</b>
        {row?.statement && `: ${row.statement.changedByName}`}
      </p>
      <Differences found={found} />
    </div>
  );
}

function Sourcing({ form, set }: FormPart) {
  return (
    <div className="picks" role="radiogroup" aria-label={sections.sourcing}>
      {SOURCING_KEYS.map((sourcing) => (
        <label key={sourcing}>
          <input
            type="radio"
            name="f-sourcing"
            checked={form.sourcing === sourcing}
            onChange={() => set(withSourcing(form, sourcing))}
          />
          <kbd>{keyOfSourcing(sourcing)}</kbd>
          {words.desk.sourcing[sourcing]}
        </label>
      ))}
    </div>
  );
}

function FlagFields({ form, set }: FormPart) {
  return (
    <fieldset className="stack-0 xs">
      <legend className="sr">{said.flags}</legend>
      {FLAGS.map((flag) => (
        <label key={flag} className="tick">
          <input
            type="checkbox"
            checked={form.flags[flag] ?? false}
            onChange={(event) =>
              set({ flags: { ...form.flags, [flag]: event.target.checked }, asksNarrator: false })
            }
          />
          {words.desk.flags[flag]}
        </label>
      ))}
    </fieldset>
  );
}
