import { SpeakerCombobox } from "#components/speakers/speaker-combobox";
import { TextField } from "#components/ui/field";
import { PRECISIONS, READER_LABELS, type ReaderLabel, SPEAKER_KINDS, TIMES } from "#lib/domain/labels";
import { ROLE_LENGTH } from "#lib/domain/speaker-desk";
import * as words from "#lib/words";
import { complaintOf, type FormPart, fieldOf } from "./form-part";
import { Select } from "./select";
import { derivedLabel, knownSpeaker, withPromise } from "./statement-form";

const said = words.desk.form;
const known = words.speaker.choose;

export function TimeFields(part: FormPart) {
  const { form, set } = part;
  return (
    <>
      <Select
        id="f-time"
        label={said.time}
        value={form.time}
        options={TIMES}
        names={words.desk.time}
        onChange={(time) => time && set({ time })}
        error={complaintOf(part.complaint, "time")}
      />
      <label className="tick">
        <input
          id="f-promises"
          type="checkbox"
          checked={form.promises}
          onChange={(event) => set(withPromise(form, event.target.checked))}
        />
        {said.promises}
      </label>
      {form.promises && <PromiseFields {...part} />}
    </>
  );
}

/** What is promised, and when it falls due. */
function PromiseFields(part: FormPart) {
  const { form, set } = part;
  return (
    <>
      <TextField {...fieldOf(part, "predictionText")} label={said.promiseText} />
      <div className="pair">
        {(["dueFrom", "dueTo"] as const).map((name) => (
          <TextField key={name} {...fieldOf(part, name)} type="date" label={said[name]} />
        ))}
      </div>
      <Select
        id="f-precision"
        label={said.precision}
        value={form.precision}
        options={PRECISIONS}
        names={words.desk.precision}
        onChange={(precision) => precision && set({ precision })}
      />
    </>
  );
}

/** Who is behind it: somebody who is known, chosen from a list, or a new name with a role. */
export function SpeakerFields(part: FormPart) {
  const { form, set } = part;
  const chosen = knownSpeaker(form);
  const isNew = chosen === null && form.speakerName.trim() !== "";
  return (
    <>
      <SpeakerCombobox
        id="f-speakerName"
        error={complaintOf(part.complaint, "speakerName")}
        label={said.speakerName}
        hint={known.hint}
        value={form.speakerName}
        maxLength={300}
        onText={(speakerName) => set({ speakerName })}
        onChoose={({ id, name, kind, role }) =>
          set({ speakerName: name, speakerKind: kind, speakerChosen: { id, name, kind, role } })
        }
      />
      <p className="xs muted" dir="auto">
        {chosen !== null && known.chosen(chosen.role ?? words.speaker.row.noRole)}
        {isNew && known.isNew}
      </p>
      <Select
        id="f-speakerKind"
        label={said.speakerKind}
        value={form.speakerKind}
        options={SPEAKER_KINDS}
        names={words.desk.speakerKinds}
        onChange={(speakerKind) => speakerKind && set({ speakerKind })}
        error={complaintOf(part.complaint, "speakerKind")}
      />
      {isNew && form.speakerKind !== "UNNAMED" && (
        <TextField
          {...fieldOf(part, "speakerRole")}
          label={known.role}
          hint={known.roleHint}
          maxLength={ROLE_LENGTH}
        />
      )}
    </>
  );
}

export function LabelFields(part: FormPart) {
  const { form, set } = part;
  return (
    <>
      <p className="xs">{said.derived(words.labels[derivedLabel(form)].badge)}</p>
      <Select
        id="f-labelOverride"
        label={said.override}
        value={form.labelOverride}
        none={said.asDerived}
        options={READER_LABELS}
        names={BADGES}
        onChange={(labelOverride) => set({ labelOverride })}
      />
      {form.labelOverride !== null && (
        <TextField
          {...fieldOf(part, "labelReason")}
          label={said.labelReason}
          hint={said.labelReasonHint}
          rows={2}
          maxLength={1000}
        />
      )}
    </>
  );
}

const BADGES = Object.fromEntries(READER_LABELS.map((label) => [label, words.labels[label].badge])) as Record<
  ReaderLabel,
  string
>; // one entry for each option
