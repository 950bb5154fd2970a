import * as words from "#lib/words";
import { complaintOf, type FormPart } from "./form-part";
import { type Consequence, consequencesOf, NARRATORS, narratorOf, withNarrator } from "./sourcing-change";
import type { StatementForm } from "./statement-form";

const said = words.desk.form;

/** What the other sourcing changes elsewhere, in words, as soon as it is chosen. A screen reader is told by the choice itself. */
export function WhatFollows({ opened, form }: { opened: StatementForm; form: StatementForm }) {
  const found = consequencesOf(opened, form);
  if (found.length === 0) return null;
  return (
    <div className="note">
      <p>{said.follows}</p>
      <ul className="stack-0">
        {found.map((consequence) => (
          <li key={consequence.kind}>{consequenceWords(consequence)}</li>
        ))}
      </ul>
    </div>
  );
}

export function consequenceWords(consequence: Consequence): string {
  switch (consequence.kind) {
    case "label":
      return said.labelFollows(words.labels[consequence.from].badge, words.labels[consequence.to].badge);
    case "certainty": {
      const [from, to] = [words.desk.factuality[consequence.from], words.desk.factuality[consequence.to]];
      return consequence.hasSource ? said.sourceCertainty(to) : said.ownCertainty(to, from !== to);
    }
    case "takenAway":
      return said.takenAway(consequence.fields.map((field) => said.takenAwayFields[field]));
  }
}

/** Whose words they are where no source is given: asked at once, as plain narration and a rumour look alike without it. */
export function NarratorFields({ form, complaint, set }: FormPart) {
  if (form.sourcing !== "NONE") return null;
  const answer = narratorOf(form);
  const error = complaintOf(complaint, "narrator");
  return (
    <fieldset className="stack-0" aria-describedby={error === null ? undefined : "f-narrator-error"}>
      <legend className="small">
        <b>{said.narrator}</b>
      </legend>
      {NARRATORS.map((narrator) => (
        <label key={narrator} className="tick">
          <input
            // A refused save puts the focus on the first of them.
            id={narrator === NARRATORS[0] ? "f-narrator" : undefined}
            type="radio"
            name="f-narrator"
            checked={answer === narrator}
            onChange={() => set(withNarrator(form, narrator))}
          />
          {said.narrators[narrator]}
        </label>
      ))}
      {error !== null && (
        <p className="error" id="f-narrator-error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
