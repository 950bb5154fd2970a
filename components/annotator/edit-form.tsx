import type { ReactNode } from "react";
import { Factuality, Flags, Precision, ReaderLabel, SpeakerKind, Time } from "#lib/domain/labels";
import { words } from "#lib/domain/words";
import * as acts from "./acts";
import { NEW, type OpenForm } from "./annotator-state";
import { FieldError, Select } from "./form-parts";
import { keyOfSourcing, SOURCING_KEYS } from "./keyboard";
import { SourceFields } from "./source-fields";
import { SpanMover } from "./span-mover";
import { derivedLabel, differences, formOf, hasSource, type StatementForm } from "./statement-form";
import type { Annotator } from "./use-annotator";

const said = words.desk.form;
const sections = words.desk.annotator.sections;

export interface FormPartProps {
  readonly form: StatementForm;
  readonly complaint: OpenForm["complaint"];
  readonly set: (change: Partial<StatementForm>) => void;
}

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
      {open.stale && <Theirs annotator={annotator} form={form} />}
      {complaint && complaint.field === null && (
        <p className="error pad" role="alert">
          {complaint.message}
        </p>
      )}
      <Part name={sections.words}>
        <SpanMover annotator={annotator} {...part} />
      </Part>
      <Part name={sections.sourcing}>
        <Sourcing {...part} />
      </Part>
      <Part name={sections.factuality}>
        <Select
          id="f-factualityWriter"
          label={said.writer}
          value={form.factualityWriter}
          options={Factuality.options}
          names={words.desk.factuality}
          onChange={(factualityWriter) => factualityWriter && set({ factualityWriter })}
        />
        {hasSource(form.sourcing) && (
          <Select
            id="f-factualitySource"
            label={said.source}
            value={form.factualitySource}
            none={said.notApplicable}
            options={Factuality.options}
            names={words.desk.factuality}
            onChange={(factualitySource) => set({ factualitySource })}
          />
        )}
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

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset className="f-part">
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

/** What somebody else saved while this form was open. */
function Theirs({ annotator, form }: { annotator: Annotator; form: StatementForm }) {
  const key = annotator.state.editing;
  const row = annotator.rows.find((candidate) => candidate.key === key);
  const theirs = row?.statement ?? row?.suggestion;
  const found = theirs ? differences(form, formOf(theirs), annotator.desk.version.text) : [];
  return (
    <div className="note" id="theirs" tabIndex={-1} role="alert">
      <p>{words.errors.stale}</p>
      <p className="mt-2">
        <b>{said.theirs}</b>
        {row?.statement && `: ${row.statement.changedByName}`}
      </p>
      {found.length === 0 ? (
        <p>{said.same}</p>
      ) : (
        <dl className="facts facts--stack">
          {found.map((difference) => (
            <div key={difference.name}>
              <dt>{difference.name}</dt>
              <dd dir="auto">{difference.theirs}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Sourcing({ form, set }: FormPartProps) {
  return (
    <>
      <div className="picks" role="radiogroup" aria-label={sections.sourcing}>
        {SOURCING_KEYS.map((sourcing) => (
          <label key={sourcing}>
            <input
              type="radio"
              name="f-sourcing"
              checked={form.sourcing === sourcing}
              onChange={() => set({ sourcing })}
            />
            <kbd>{keyOfSourcing(sourcing)}</kbd>
            {words.desk.sourcing[sourcing]}
          </label>
        ))}
      </div>
      <fieldset className="stack-0 xs">
        <legend className="sr">{said.flags}</legend>
        {Flags.keyof().options.map((flag) => (
          <label key={flag} className="inline">
            <input
              type="checkbox"
              checked={form.flags[flag] ?? false}
              onChange={(event) => set({ flags: { ...form.flags, [flag]: event.target.checked } })}
            />
            {words.desk.flags[flag]}
          </label>
        ))}
      </fieldset>
    </>
  );
}

function TimeFields({ form, complaint, set }: FormPartProps) {
  return (
    <>
      <Select
        id="f-time"
        label={said.time}
        value={form.time}
        options={Time.options}
        names={words.desk.time}
        onChange={(time) => time && set({ time })}
      />
      <label className="inline">
        <input
          id="f-promises"
          type="checkbox"
          checked={form.promises}
          onChange={(event) => set({ promises: event.target.checked })}
        />
        {said.promises}
      </label>
      {form.promises && (
        <>
          <div className="field">
            <label htmlFor="f-predictionText">{said.promiseText}</label>
            <input
              id="f-predictionText"
              className="input"
              dir="auto"
              value={form.predictionText}
              aria-invalid={complaint?.field === "predictionText"}
              aria-describedby="f-predictionText-error"
              onChange={(event) => set({ predictionText: event.target.value })}
            />
            <FieldError field="predictionText" complaint={complaint} />
          </div>
          <div className="pair">
            {(["dueFrom", "dueTo"] as const).map((name) => (
              <div className="field" key={name}>
                <label htmlFor={`f-${name}`}>{said[name]}</label>
                <input
                  id={`f-${name}`}
                  type="date"
                  className="input"
                  value={form[name]}
                  aria-invalid={complaint?.field === name}
                  aria-describedby={`f-${name}-error`}
                  onChange={(event) => set({ [name]: event.target.value })}
                />
                <FieldError field={name} complaint={complaint} />
              </div>
            ))}
          </div>
          <Select
            id="f-precision"
            label={said.precision}
            value={form.precision}
            options={Precision.options}
            names={words.desk.precision}
            onChange={(precision) => precision && set({ precision })}
          />
        </>
      )}
    </>
  );
}

function SpeakerFields({ form, complaint, set }: FormPartProps) {
  return (
    <>
      <div className="field">
        <label htmlFor="f-speakerName">{said.speakerName}</label>
        <input
          id="f-speakerName"
          className="input"
          dir="auto"
          maxLength={300}
          value={form.speakerName}
          aria-invalid={complaint?.field === "speakerName"}
          aria-describedby="f-speakerName-hint f-speakerName-error"
          onChange={(event) => set({ speakerName: event.target.value })}
        />
        <small id="f-speakerName-hint">{said.speakerHint}</small>
        <FieldError field="speakerName" complaint={complaint} />
      </div>
      <Select
        id="f-speakerKind"
        label={said.speakerKind}
        value={form.speakerKind}
        options={SpeakerKind.options}
        names={words.desk.speakerKinds}
        onChange={(speakerKind) => speakerKind && set({ speakerKind })}
      />
    </>
  );
}

function LabelFields({ form, complaint, set }: FormPartProps) {
  return (
    <>
      <p className="xs">{said.derived(words.labels[derivedLabel(form)].badge)}</p>
      <Select
        id="f-labelOverride"
        label={said.override}
        value={form.labelOverride}
        none={said.asDerived}
        options={ReaderLabel.options}
        names={BADGES}
        onChange={(labelOverride) => set({ labelOverride })}
      />
      {form.labelOverride !== null && (
        <div className="field">
          <label htmlFor="f-labelReason">{said.labelReason}</label>
          <textarea
            id="f-labelReason"
            className="input"
            rows={2}
            dir="auto"
            maxLength={1000}
            value={form.labelReason}
            aria-invalid={complaint?.field === "labelReason"}
            aria-describedby="f-labelReason-hint f-labelReason-error"
            onChange={(event) => set({ labelReason: event.target.value })}
          />
          <small id="f-labelReason-hint">{said.labelReasonHint}</small>
          <FieldError field="labelReason" complaint={complaint} />
        </div>
      )}
    </>
  );
}

const BADGES = Object.fromEntries(
  ReaderLabel.options.map((label) => [label, words.labels[label].badge]),
) as Record<ReaderLabel, string>; // one entry for each option
