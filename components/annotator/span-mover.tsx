import { words } from "#lib/words";
import * as acts from "./acts";
import { complaintOf, type FormPart } from "./form-part";
import type { Annotator } from "./use-annotator";
import { type Edge, moveEdge, type Way } from "./word-spans";

const said = words.desk.form;

const MOVES: readonly { readonly edge: Edge; readonly way: Way; readonly label: string }[] = [
  { edge: "start", way: "earlier", label: said.startEarlier },
  { edge: "start", way: "later", label: said.startLater },
  { edge: "end", way: "earlier", label: said.endEarlier },
  { edge: "end", way: "later", label: said.endLater },
];

/** The statement's words, and four buttons that move its ends by a word. It stays inside its segment. */
export function SpanMover({ annotator, form, complaint, set }: FormPart & { annotator: Annotator }) {
  const { text, language } = annotator.desk.version;
  const bounds = annotator.desk.segments.find((s) => s.start <= form.start && form.start < s.end) ?? form;
  const move = (edge: Edge, way: Way, label: string) => {
    const moved = moveEdge(text, form, edge, way, bounds, language);
    if (!moved) return acts.say(annotator, words.desk.said.notHere);
    set(moved);
    acts.say(annotator, `${label}: “${text.slice(moved.start, moved.end)}”`);
  };
  return (
    <>
      <p className="quote-s" dir="auto" id="f-span" tabIndex={-1}>
        {text.slice(form.start, form.end)}
      </p>
      <div className="cluster cluster--tight">
        {MOVES.map(({ edge, way, label }) => (
          <button key={label} type="button" className="btn btn--s" onClick={() => move(edge, way, label)}>
            {label}
          </button>
        ))}
      </div>
      <p className="error" id="f-span-error">
        {complaintOf(complaint, "span")}
      </p>
    </>
  );
}
