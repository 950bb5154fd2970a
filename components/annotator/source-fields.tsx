import { type KeyboardEvent, useMemo, useState } from "react";
import { ATTRIBUTION_SCOPES, QUOTE_MODES } from "#lib/domain/labels";
import { overlap, type Span } from "#lib/text/span";
import * as words from "#lib/words";
import type { FormPart } from "./form-part";
import type { Mark } from "./pieces";
import { Select } from "./select";
import type { Annotator } from "./use-annotator";
import { chosenWords, joinWords, wordSpans } from "./word-spans";

const said = words.desk.form;
const MARKS = ["source", "cue"] as const satisfies readonly Mark[];
const HOPS = ["0", "1", "2", "3", "4", "5", "6"] as const;

/** Where in the words the source and the cue stand, and how the source is quoted. */
export function SourceFields({ annotator, form, set }: FormPart & { annotator: Annotator }) {
  return (
    <>
      <WordPicker annotator={annotator} form={form} set={set} />
      <Select
        id="f-quoteMode"
        label={said.quoteMode}
        value={form.quoteMode}
        none={said.noQuote}
        options={QUOTE_MODES}
        names={said.quoteModes}
        onChange={(quoteMode) => set({ quoteMode })}
      />
      <Select
        id="f-attributionScope"
        label={said.scope}
        value={form.attributionScope}
        options={ATTRIBUTION_SCOPES}
        names={said.scopes}
        onChange={(scope) => scope && set({ attributionScope: scope })}
      />
      <Select
        id="f-relayDepth"
        label={said.relayDepth}
        value={HOPS.find((hops) => hops === String(form.relayDepth)) ?? null}
        none={said.noRelay}
        options={HOPS}
        names={HOP_NAMES}
        onChange={(hops) => set({ relayDepth: hops === null ? null : Number(hops) })}
      />
    </>
  );
}

const HOP_NAMES = { "0": "0", "1": "1", "2": "2", "3": "3", "4": "4", "5": "5", "6": "6" };

/** The statement word by word: each can be marked as source or cue, with the pointer or the keyboard. */
type PickerProps = Pick<FormPart, "form" | "set"> & { readonly annotator: Annotator };

/** Which words of the statement are chosen for what, which of them the arrow keys are at, and what a key does. */
function useWordPicker({ annotator, form, set }: PickerProps) {
  const { text, language, direction } = annotator.desk.version;
  const [mark, setMark] = useState<Mark>("source");
  const [at, setAt] = useState(0);
  const list = useMemo(
    () => wordSpans(text, { start: form.start, end: form.end }, language),
    [text, form.start, form.end, language],
  );
  const chosen = { source: chosenWords(list, form.source), cue: chosenWords(list, form.cue) };
  const toggle = (index: number) => {
    setAt(index);
    const now = new Set(chosen[mark]);
    if (!now.delete(index)) now.add(index);
    set({ [mark]: [...form[mark].filter((span) => !overlap(span, form)), ...joinWords(list, now)] });
  };
  const onKey = (event: KeyboardEvent) => {
    const ahead = direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: at + ahead, ArrowLeft: at - ahead, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === " ") toggle(at);
    else if (to === undefined || to < 0 || to >= list.length) return;
    else {
      setAt(to);
      document.getElementById(`word-${to}`)?.focus();
    }
    event.preventDefault();
  };
  return { list, mark, setMark, at, chosen, toggle, onKey };
}

function WordPicker(props: PickerProps) {
  const { annotator, form, set } = props;
  const { text } = annotator.desk.version;
  const { list, mark, setMark, at, chosen, toggle, onKey } = useWordPicker(props);
  return (
    <fieldset className="stack-2">
      <legend className="field-label">{said.pick}</legend>
      {MARKS.map((name) => (
        <label key={name} className="tick xs">
          <input type="radio" name="f-mark" checked={mark === name} onChange={() => setMark(name)} />
          {said.picking[name]}
        </label>
      ))}
      <div
        className="words"
        role="listbox"
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-label={said.wordList}
        aria-describedby="f-words-hint"
        dir="auto"
      >
        {list.map((word, index) => (
          <WordOption
            key={word.start}
            index={index}
            word={text.slice(word.start, word.end)}
            mark={chosen.source.has(index) ? "source" : chosen.cue.has(index) ? "cue" : null}
            isTabStop={index === Math.min(at, list.length - 1)}
            onToggle={toggle}
            onKey={onKey}
          />
        ))}
      </div>
      <small id="f-words-hint" className="muted">
        {said.pickHint}
      </small>
      {MARKS.map((name) => (
        <Outside key={name} name={name} form={form} text={text} set={set} />
      ))}
    </fieldset>
  );
}

function WordOption(props: {
  index: number;
  word: string;
  mark: Mark | null;
  isTabStop: boolean;
  onToggle: (index: number) => void;
  onKey: (event: KeyboardEvent) => void;
}) {
  return (
    <span
      id={`word-${props.index}`}
      role="option"
      aria-selected={props.mark !== null}
      tabIndex={props.isTabStop ? 0 : -1}
      className={props.mark ? `word word--${props.mark}` : "word"}
      onClick={() => props.onToggle(props.index)}
      onKeyDown={props.onKey}
    >
      {props.word}
      {props.mark && <sub> {words.desk.annotator[props.mark]}</sub>}
    </span>
  );
}

/** A source that an earlier sentence named lies outside the statement: it is shown, and can be taken away. */
function Outside(props: { name: Mark; form: FormPart["form"]; text: string; set: FormPart["set"] }) {
  const outside = props.form[props.name].filter((span: Span) => !overlap(span, props.form));
  return outside.map((span) => (
    <p key={span.start} className="xs cluster">
      <span dir="auto">
        {words.desk.annotator[props.name]}. {said.outside(props.text.slice(span.start, span.end))}
      </span>
      <button
        type="button"
        className="btn btn--s"
        onClick={() =>
          props.set({ [props.name]: props.form[props.name].filter((other) => other.start !== span.start) })
        }
      >
        {said.dropOutside}
      </button>
    </p>
  ));
}
