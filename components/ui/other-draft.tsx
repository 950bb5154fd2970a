import type { ReactNode } from "react";
import * as words from "#lib/words";
import type { DraftBody } from "./draft-outbox";
import { OtherSide } from "./other-side";

const said = words.desk.drafts;

interface Props {
  /** What another window saved as a draft; null where this page has to be read again to see it. */
  readonly other: DraftBody | null;
  readonly onChoose: (which: "mine" | "other") => void;
  /** How it differs, where the fields of the form around this can’t tell. */
  readonly children?: ReactNode;
}

/** Two drafts of one form, typed in two windows: the other one is shown, and the person chooses. */
export function OtherDraft({ other, onChoose, children }: Props) {
  return (
    <div className="note" role="alert">
      <p>
        <b>{said.otherTitle}</b>
      </p>
      {other === null ? (
        <p>{said.otherUnseen}</p>
      ) : (
        <>
          {children ?? <OtherSide body={other} />}
          <p className="cluster mt-2">
            <button type="button" className="btn btn--s" onClick={() => onChoose("mine")}>
              {said.keepMine}
            </button>
            <button type="button" className="btn btn--s" onClick={() => onChoose("other")}>
              {said.takeOther}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
