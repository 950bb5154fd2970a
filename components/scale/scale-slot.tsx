import { type Bound, Field, TextField } from "#components/ui/field";
import {
  CODE_LENGTH,
  DEFINITION_LENGTH,
  type ScaleCode,
  VERDICT_MEANINGS,
  WORD_LENGTH,
} from "#lib/domain/scale";
import { SLOT_FIELDS, type SlotField, slotName } from "#lib/domain/scale-form";
import * as words from "#lib/words";
import { inWords } from "#lib/words/verdicts";

const say = words.scale.write;

interface Props {
  readonly slot: number;
  /** What stands in it at first; null in an empty one. */
  readonly code: ScaleCode | null;
  readonly field: (name: string, atFirst?: string) => Bound;
}

/** What stands in a slot's field at first; `code` is null in an empty one. */
export function stoodIn(slot: number, code: ScaleCode | null, field: SlotField): string {
  switch (field) {
    case "place":
      return String(slot + 1);
    case "out":
      return "";
    case "code":
    case "meaning":
      return code?.[field] ?? "";
    case "word.en":
    case "word.ar":
      return code?.word[field === "word.en" ? "en" : "ar"] ?? "";
    default:
      return code?.definition[field === "definition.en" ? "en" : "ar"] ?? "";
  }
}

/**
 * The fields of one verdict. `isTyped` says that somebody changed something in it, also before the page was loaded again. One that is as it was is closed, so that
 * a scale is a short list on a telephone; its fields are there all the same, so that a draft finds them.
 */
export function Slot({ slot, code, field, isTyped }: Props & { readonly isTyped: boolean }) {
  const place = slot + 1;
  const title = code === null ? say.another(place) : say.verdict(place, inWords(code.word));
  const isKept = SLOT_FIELDS.some((name) => {
    const stood = stoodIn(slot, code, name);
    const { defaultValue, error } = field(slotName(slot, name), stood);
    return Boolean(error) || String(defaultValue ?? "") !== stood;
  });
  return (
    <details className="scale-slot" open={isTyped || isKept || undefined}>
      <summary dir="auto">{title}</summary>
      <Fields slot={slot} code={code} field={field} />
    </details>
  );
}

function Fields({ slot, code, field }: Props) {
  const of = <span className="sr">{say.of(slot + 1)}</span>;
  const bound = (name: SlotField) => field(slotName(slot, name), stoodIn(slot, code, name));
  const labelled = (label: string) => (
    <>
      {label}
      {of}
    </>
  );
  return (
    <div className="scale-fields mt-3">
      <TextField {...bound("word.en")} label={labelled(say.word)} maxLength={WORD_LENGTH} />
      <TextField
        {...bound("word.ar")}
        label={labelled(say.arabicWord)}
        hint={say.arabicHint}
        maxLength={WORD_LENGTH}
      />
      <TextField
        {...bound("definition.en")}
        label={labelled(say.definition)}
        rows={2}
        maxLength={DEFINITION_LENGTH}
      />
      <TextField
        {...bound("definition.ar")}
        label={labelled(say.arabicDefinition)}
        rows={2}
        maxLength={DEFINITION_LENGTH}
      />
      <TextField
        {...bound("code")}
        label={labelled(say.code)}
        hint={say.codeHint}
        maxLength={CODE_LENGTH}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="characters"
      />
      <Meaning bound={bound("meaning")} label={labelled(say.meaning)} />
      <TextField {...bound("place")} label={labelled(say.place)} inputMode="decimal" maxLength={6} />
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
          {VERDICT_MEANINGS.map((meaning) => (
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
