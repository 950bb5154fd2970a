import * as words from "#lib/words";
import type { OpenFormCase } from "./review-case";

const said = words.desk.review;

/** What was typed and not saved, each with the way to it: it is not part of what is handed in. */
export function OpenForms({ forms }: { forms: readonly OpenFormCase[] }) {
  if (forms.length === 0) return null;
  return (
    <details className="mt-2 small">
      <summary>{said.openForms(forms.length)}</summary>
      <ul className="stack-2">
        {forms.map((form) => (
          <li key={form.subject} className="choice-line">
            <span dir="auto">{form.name}</span>
            <span className="cluster cluster--tight">
              {form.onGo && (
                <button type="button" className="btn btn--s" onClick={form.onGo}>
                  {said.goToForm}
                  <span className="sr">: {form.name}</span>
                </button>
              )}
              <button type="button" className="btn btn--s btn--danger" onClick={form.onDiscard}>
                {words.desk.actions.discard}
                <span className="sr">: {form.name}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
