import { Precision, ReaderLabel, SpeakerKind, Time } from "#lib/domain/labels";
import { words } from "#lib/words";
import type { FormPart } from "./form-part";
import { FieldError, Select } from "./form-parts";
import { derivedLabel } from "./statement-form";

const said = words.desk.form;

export function TimeFields({ form, complaint, set }: FormPart) {
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
      <label className="tick">
        <input
          id="f-promises"
          type="checkbox"
          checked={form.promises}
          onChange={(event) => set({ promises: event.target.checked })}
        />
        {said.promises}
      </label>
      {form.promises && <PromiseFields form={form} complaint={complaint} set={set} />}
    </>
  );
}

/** What is promised, and when it falls due. */
function PromiseFields({ form, complaint, set }: FormPart) {
  return (
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
  );
}

export function SpeakerFields({ form, complaint, set }: FormPart) {
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

export function LabelFields({ form, complaint, set }: FormPart) {
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
