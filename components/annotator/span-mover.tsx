import * as words from "#lib/words";
import { choicesOf, sameChosen, standing } from "./ends";
import { complaintOf, type FormPart } from "./form-part";
import { choose, measure, moveEnd, whoseWords } from "./moving";
import type { Annotator } from "./use-annotator";
import { type Edge, UNITS, type Way } from "./word-spans";

const said = words.desk.form;

const MOVES: readonly { readonly edge: Edge; readonly way: Way; readonly keyName: string }[] = [
  { edge: "start", way: "earlier", keyName: "<" },
  { edge: "start", way: "later", keyName: ">" },
  { edge: "end", way: "earlier", keyName: "," },
  { edge: "end", way: "later", keyName: "." },
];

/** The statement's words, and the buttons that move its ends, and those of its source and its cue. Each stays inside its part of the page. */
export function SpanMover({ annotator, form, complaint }: FormPart & { annotator: Annotator }) {
  const { text } = annotator.desk.version;
  const { unit } = annotator.state;
  return (
    <>
      <p className="quote-s" dir="auto" id="f-span" tabIndex={-1}>
        {text.slice(form.start, form.end)}
      </p>
      <Whose annotator={annotator} form={form} />
      <fieldset className="cluster xs">
        <legend className="field-label">{said.unit}</legend>
        {UNITS.map((one) => (
          <label key={one} className="tick">
            <input
              type="radio"
              name="f-unit"
              checked={unit === one}
              onChange={() => measure(annotator, one)}
            />
            {said.units[one]}
          </label>
        ))}
      </fieldset>
      <div className="cluster cluster--tight">
        {MOVES.map(({ edge, way, keyName }) => (
          <button
            key={keyName}
            type="button"
            className="btn btn--s"
            onClick={() => moveEnd(annotator, edge, way)}
          >
            {said.ends[edge][way](unit)} <kbd>{keyName}</kbd>
          </button>
        ))}
      </div>
      <small className="muted">{said.endsHint}</small>
      <p className="error" id="f-span-error">
        {complaintOf(complaint, "span")}
      </p>
    </>
  );
}

/** Whose ends the buttons, the keys and the handles move. Where nothing but the statement is marked there is no choice. */
function Whose({ annotator, form }: Pick<FormPart, "form"> & { annotator: Annotator }) {
  const all = choicesOf(form);
  if (all.length === 1) return null;
  const chosen = standing(form, annotator.state.chosen);
  return (
    <fieldset className="stack-0 xs">
      <legend className="field-label">{said.whose}</legend>
      {all.map((one) => (
        <label key={one.of === "statement" ? one.of : `${one.of}-${one.index}`} className="tick">
          <input
            type="radio"
            name="f-whose"
            checked={sameChosen(one, chosen)}
            onChange={() => choose(annotator, form, one)}
          />
          <span dir="auto">{whoseWords(annotator, form, one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
