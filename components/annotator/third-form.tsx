import { ChoiceField } from "#components/ui/choice-field";
import { DraftForm, type Values } from "#components/ui/draft-form";
import type { Drafts } from "#components/ui/drafts";
import { type Bound, Field, TextField } from "#components/ui/field";
import type { Outcome } from "#lib/domain/form-state";
import { FACTUALITIES, FLAGS, SOURCINGS, TIMES } from "#lib/domain/labels";
import type { StatementFields } from "#lib/domain/reviews";
import type { Decided, MarkView, UnitView } from "#lib/domain/settling";
import * as words from "#lib/words";
import { withSourcing } from "./sourcing-change";
import { fieldsOf, formOf } from "./statement-form";

const said = words.readings.settle;
const { form: formWords, annotator } = words.desk;

interface Props {
  readonly unit: UnitView;
  readonly subject: string;
  readonly drafts: Drafts;
  readonly onSend: (decided: Decided) => Promise<Outcome>;
  readonly onDone: () => void;
}

/** What stands in a place in place of what either reader said: begun from one of them, with other labels. */
export function ThirdForm({ unit, subject, drafts, onSend, onDone }: Props) {
  const sides = { LEFT: unit.left, RIGHT: unit.right };
  const from = unit.left === null ? "RIGHT" : "LEFT";
  const base = unit.left ?? unit.right;
  if (base === null) return null;
  const send = (values: Values) => {
    const side = values.from === "RIGHT" ? (sides.RIGHT ?? base) : (sides.LEFT ?? base);
    return onSend({ choice: "THIRD", fields: fieldsWith(side, values), reason: values.reason ?? "" });
  };
  return (
    <section className="mt-4 stack-3 measure" aria-label={said.third}>
      <p className="small muted">{said.thirdNote}</p>
      <DraftForm
        subject={subject}
        drafts={drafts}
        saved={{ from, ...valuesOf(base), reason: "" }}
        send={send}
        submit={said.save}
        done={said.done}
        onDone={onDone}
      >
        {({ field, values }) => (
          <>
            {unit.left !== null && unit.right !== null && (
              <ChoiceField
                {...field("from")}
                label={said.from}
                isRow
                options={["LEFT", "RIGHT"]}
                names={{ LEFT: said.readers[0] ?? "", RIGHT: said.readers[1] ?? "" }}
              />
            )}
            <Pick
              bound={field("sourcing")}
              label={annotator.sections.sourcing}
              options={SOURCINGS}
              names={words.desk.sourcing}
            />
            <Pick
              bound={field("factualityWriter")}
              label={formWords.writer}
              options={FACTUALITIES}
              names={words.desk.factuality}
            />
            <Pick
              bound={field("time")}
              label={annotator.sections.time}
              options={TIMES}
              names={words.desk.time}
            />
            <Ticks field={field} values={values} />
            <TextField {...field("reason")} label={said.why} rows={2} maxLength={1000} />
          </>
        )}
      </DraftForm>
    </section>
  );
}

function Ticks({ field, values }: { readonly field: (name: string) => Bound; readonly values: Values }) {
  return (
    <fieldset className="stack-0 xs">
      <legend className="field-label">{formWords.flags}</legend>
      {FLAGS.map((flag) => {
        const { onText } = field(flag);
        return (
          <label key={flag} className="tick">
            <input
              type="checkbox"
              checked={values[flag] === "yes"}
              onChange={(event) => onText?.(event.target.checked ? "yes" : "")}
            />
            {words.desk.flags[flag]}
          </label>
        );
      })}
    </fieldset>
  );
}

function valuesOf({ fields }: MarkView): Values {
  const { sourcing, factualityWriter, time, flags } = fields;
  const set = FLAGS.map((flag) => [flag, flags[flag] ? "yes" : ""] as const);
  return { sourcing, factualityWriter, time, ...Object.fromEntries(set) };
}

/** The side's own fields with the labels that were chosen, and what follows from another sourcing. */
function fieldsWith({ exact, label, fields }: MarkView, values: Values): StatementFields {
  const prediction = fields.prediction && { ...fields.prediction, resolvedFrom: null };
  const form = withSourcing(
    formOf({ ...fields, exact, label, prediction }),
    SOURCINGS.find((code) => code === values.sourcing) ?? fields.sourcing,
  );
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, values[flag] === "yes"]));
  return fieldsOf({
    ...form,
    factualityWriter:
      FACTUALITIES.find((code) => code === values.factualityWriter) ?? fields.factualityWriter,
    time: TIMES.find((code) => code === values.time) ?? fields.time,
    flags,
  });
}

function Pick<Code extends string>(props: {
  readonly bound: Bound;
  readonly label: string;
  readonly options: readonly Code[];
  readonly names: Readonly<Record<Code, string>>;
}) {
  const { bound, label, options, names } = props;
  return (
    <Field label={label} error={bound.error ?? null} isSpoken>
      {(control) => (
        <select {...control} value={bound.value} onChange={(event) => bound.onText?.(event.target.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
