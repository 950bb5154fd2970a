import { useState } from "react";
import { AskDialog, asked } from "#components/ui/ask-dialog";
import { READER_LABELS } from "#lib/domain/labels";
import { MOST_TOGETHER } from "#lib/domain/sureness";
import * as words from "#lib/words";
import * as acts from "./acts";
import { sureRows } from "./rows";
import type { Annotator } from "./use-annotator";

const said = words.sureSuggestions;

/** All that the machine is sure of, accepted in one act; shown where two or more of them wait. */
export function AcceptSure({ annotator }: { annotator: Annotator }) {
  const [isAsking, setIsAsking] = useState(false);
  const sure = sureRows(annotator.rows, annotator.state.forms);
  if (!annotator.canWrite || (sure.length < 2 && !isAsking)) return null;
  const chosen = sure.slice(0, MOST_TOGETHER);
  const ids = chosen.map(({ id }) => id);
  const labels = READER_LABELS.map(
    (label) => [label, chosen.filter((one) => one.label === label).length] as const,
  ).filter(([, n]) => n > 0);
  return (
    <>
      <button type="button" className="btn btn--s" onClick={() => setIsAsking(true)}>
        {said.button(chosen.length)}
      </button>
      {isAsking && (
        <AskDialog
          undrafted="nothing-typed"
          title={said.title(chosen.length)}
          note={
            <>
              <p>{said.become}</p>
              <ul>
                {labels.map(([label, n]) => (
                  <li key={label}>{words.desk.review.counts(words.labels[label].badge, n)}</li>
                ))}
              </ul>
              <p>
                <b>{said.warning}</b>
              </p>
              <p>{said.undo}</p>
              <p className="small muted">{said.trial}</p>
              {sure.length > chosen.length && <p>{said.more(MOST_TOGETHER)}</p>}
            </>
          }
          confirm={said.confirm}
          action={asked(() => acts.acceptSure(annotator, ids))}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}
