import { Fragment } from "react";
import { gapsOf, type InPieces, piecesOf } from "#lib/domain/content-pieces";
import * as words from "#lib/words";
import { choicesOf, markedOf, sameChosen, standing } from "./ends";
import { complaintOf, type FormPart } from "./form-part";
import { leaveMoreOut, takeWordsIn } from "./leaving-out";
import { choose, measure, moveEnd, whoseWords } from "./moving";
import type { Annotator } from "./use-annotator";
import { type Edge, UNITS, type Way } from "./word-spans";

const said = words.desk.form;

const LEAVE_OUT = "f-leave-out";

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
        <Words text={text} said={form} />
      </p>
      <LeftOut annotator={annotator} form={form} />
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

/** The words as they stand on the page; what is left out of them is muted, and said to be. */
function Words({ text, said: form }: { text: string; said: InPieces }) {
  const gaps = gapsOf(form);
  return piecesOf(form).map(({ start, end }, index) => {
    const gap = gaps[index];
    return (
      <Fragment key={start}>
        {text.slice(start, end)}
        {gap && <span className="gap">{text.slice(gap.start, gap.end)}</span>}
      </Fragment>
    );
  });
}

/** What the statement leaves out: its pieces in order, and between them the words that can be taken back in. */
function LeftOut({ annotator, form }: Pick<FormPart, "form"> & { annotator: Annotator }) {
  const { text } = annotator.desk.version;
  const pieces = piecesOf(form);
  const { leftOut } = markedOf(text, form);
  return (
    <div className="stack-2 xs">
      {leftOut.length > 0 && (
        <ol className="stack-2" aria-label={said.pieces}>
          {pieces.map(({ start, end }, index) => {
            const gap = leftOut[index];
            return (
              <li key={start}>
                <span className="muted">{said.pieceOf(index + 1, pieces.length)}</span>{" "}
                <span dir="auto">{text.slice(start, end)}</span>
                {gap && (
                  <button
                    type="button"
                    className="btn btn--s block mt-2"
                    dir="auto"
                    // The button goes with what it takes in.
                    onClick={() => takeWordsIn(annotator, index, LEAVE_OUT)}
                  >
                    {said.takeIn(text.slice(gap.start, gap.end))}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <button id={LEAVE_OUT} type="button" className="btn btn--s" onClick={() => leaveMoreOut(annotator)}>
        {said.leaveOut} <kbd>l</kbd>
      </button>
      <small className="block muted">{said.leaveOutHint}</small>
    </div>
  );
}

/** Whose ends the buttons, the keys and the handles move. Where nothing but the statement is marked there is no choice. */
function Whose({ annotator, form }: Pick<FormPart, "form"> & { annotator: Annotator }) {
  const { text } = annotator.desk.version;
  const marked = markedOf(text, form);
  const all = choicesOf(marked);
  if (all.length === 1) return null;
  const chosen = standing(marked, annotator.state.chosen);
  return (
    <fieldset className="stack-0 xs">
      <legend className="field-label">{said.whose}</legend>
      {all.map((one) => (
        <label key={one.of === "statement" ? one.of : `${one.of}-${one.index}`} className="tick">
          <input
            type="radio"
            name="f-whose"
            checked={sameChosen(one, chosen)}
            onChange={() => choose(annotator, marked, one)}
          />
          <span dir="auto">{whoseWords(annotator, marked, one)}</span>
        </label>
      ))}
    </fieldset>
  );
}
