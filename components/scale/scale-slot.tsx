import { type Bound, Field, TextField } from "#components/ui/field";
import {
  CODE_LENGTH,
  DEFINITION_LENGTH,
  type ScaleCode,
  VerdictMeaning,
  WORD_LENGTH,
} from "#lib/domain/scale";
import { type SlotField, slotName } from "#lib/domain/scale-form";
import * as words from "#lib/words";
import { inWords } from "#lib/words/verdicts";

const say = words.scale.write;

interface Props {
  readonly slot: number;
  /** What stands in it at first; null in an empty one. */
  readonly code: ScaleCode | null;
  readonly field: (name: string, atFirst?: string) => Bound;
}

/** The fields of one verdict. `isTyped` says that somebody typed into it, also before the page was loaded again. An empty one is closed; its fields are there all the same, so that a draft finds them. */
export function Slot({ slot, code, field, isTyped }: Props & { readonly isTyped: boolean }) {
  const place = slot + 1;
  const title = code === null ? say.another(place) : say.verdict(place, inWords(code.word));
  const isKept = FIELDS.some((name) => Boolean(field(slotName(slot, name)).defaultValue));
  return (
    <details className="scale-slot" open={code !== null || isTyped || isKept || undefined}>
      <summary dir="auto">{title}</summary>
      <Fields slot={slot} code={code} field={field} />
    </details>
  );
}

const FIELDS: readonly SlotField[] = [
  "code",
  "meaning",
  "word.en",
  "word.ar",
  "definition.en",
  "definition.ar",
];

function Fields({ slot, code, field }: Props) {
  const of = <span className="sr">{say.of(slot + 1)}</span>;
  const bound = (name: SlotField, atFirst = "") => field(slotName(slot, name), atFirst);
  const labelled = (label: string) => (
    <>
      {label}
      {of}
    </>
  );
  return (
    <div className="scale-fields mt-3">
      <TextField {...bound("word.en", code?.word.en)} label={labelled(say.word)} maxLength={WORD_LENGTH} />
      <TextField
        {...bound("word.ar", code?.word.ar ?? "")}
        label={labelled(say.arabicWord)}
        hint={say.arabicHint}
        maxLength={WORD_LENGTH}
      />
      <TextField
        {...bound("definition.en", code?.definition.en)}
        label={labelled(say.definition)}
        rows={2}
        maxLength={DEFINITION_LENGTH}
      />
      <TextField
        {...bound("definition.ar", code?.definition.ar ?? "")}
        label={labelled(say.arabicDefinition)}
        rows={2}
        maxLength={DEFINITION_LENGTH}
      />
      <TextField
        {...bound("code", code?.code)}
        label={labelled(say.code)}
        hint={say.codeHint}
        maxLength={CODE_LENGTH}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <Meaning bound={bound("meaning", code?.meaning)} label={labelled(say.meaning)} />
      <TextField
        {...bound("place", String(slot + 1))}
        label={labelled(say.place)}
        inputMode="decimal"
        maxLength={6}
      />
      <Out bound={field(slotName(slot, "out"))} label={labelled(say.out)} />
    </div>
  );
}

function Meaning({ bound, label }: { readonly bound: Bound; readonly label: React.ReactNode }) {
  const { name, defaultValue, error = null } = bound;
  return (
    <Field label={label} hint={say.meaningHint} error={error}>
      {(control) => (
        <select {...control} key={String(defaultValue)} name={name} defaultValue={defaultValue}>
          <option value="">{say.choose}</option>
          {VerdictMeaning.options.map((meaning) => (
            <option key={meaning} value={meaning}>
              {words.terms.verdicts[meaning].editor}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What was ticked before a refusal is ticked again. */
function Out({ bound, label }: { readonly bound: Bound; readonly label: React.ReactNode }) {
  const isTicked = bound.defaultValue === "yes";
  return (
    <label className="tick" key={String(isTicked)}>
      <input type="checkbox" name={bound.name} value="yes" defaultChecked={isTicked} /> {label}
    </label>
  );
}
