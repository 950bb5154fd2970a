import { onceClicked } from "#components/ui/send";
import * as words from "#lib/words";
import * as acts from "./acts";
import type { KeyCommand } from "./keyboard";
import type { Annotator } from "./use-annotator";

const said = words.desk.actions;

interface ButtonProps {
  readonly annotator: Annotator;
  readonly command: KeyCommand;
  readonly keyName: string;
  readonly children: string;
  readonly tone?: "main" | "danger" | "wide";
}

/** A button that asks what its key asks. It keeps the selection of words, which a press would take away. */
function Ask({ annotator, command, keyName, children, tone }: ButtonProps) {
  return (
    <button
      type="button"
      className={tone ? `btn btn--s btn--${tone}` : "btn btn--s"}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onceClicked(() => annotator.ask(command))}
    >
      {children} <kbd>{keyName}</kbd>
    </button>
  );
}

/** What can be done with the current row. Where nothing may be changed there are no buttons: the page's head says why. */
export function DecisionButtons({ annotator }: { annotator: Annotator }) {
  const { row, canWrite } = annotator;
  if (!row || !canWrite) return null;
  if (row.kind === "suggestion")
    return (
      <div className="i-act">
        <Ask annotator={annotator} command={{ kind: "accept" }} keyName="a" tone="main">
          {said.accept}
        </Ask>
        <Ask annotator={annotator} command={{ kind: "edit" }} keyName="Enter">
          {said.edit}
        </Ask>
        <Ask annotator={annotator} command={{ kind: "reject" }} keyName="x" tone="danger">
          {said.reject}
        </Ask>
        <Ask annotator={annotator} command={{ kind: "save" }} keyName="Ctrl Enter" tone="wide">
          {said.saveAndNext}
        </Ask>
      </div>
    );
  if (row.statement)
    return (
      <div className="i-act">
        {!row.isAside && (
          <Ask annotator={annotator} command={{ kind: "edit" }} keyName="Enter">
            {said.edit}
          </Ask>
        )}
        <Ask annotator={annotator} command={{ kind: "reject" }} keyName="x" tone="danger">
          {said.remove}
        </Ask>
        <Ask annotator={annotator} command={{ kind: "next-suggestion" }} keyName="g" tone="wide">
          {said.nextSuggestion}
        </Ask>
      </div>
    );
  return (
    <div className="i-act">
      <Ask annotator={annotator} command={{ kind: "new" }} keyName="n">
        {said.mark}
      </Ask>
      {(row.removed || row.suggestion?.decision) && (
        <button type="button" className="btn btn--s" onClick={onceClicked(() => acts.bringBack(annotator))}>
          {row.removed ? said.restore : said.takeBack}
        </button>
      )}
      <Ask annotator={annotator} command={{ kind: "next-suggestion" }} keyName="g" tone="wide">
        {said.nextSuggestion}
      </Ask>
    </div>
  );
}

export function FormButtons({ annotator }: { annotator: Annotator }) {
  const { editing, forms } = annotator.state;
  const stale = editing !== null && forms[editing]?.stale;
  return (
    <div className="i-act">
      <button
        type="button"
        className="btn btn--s btn--main btn--wide"
        onClick={onceClicked(() => annotator.ask({ kind: "save" }))}
      >
        {stale ? said.saveOver : said.saveAndNext} <kbd>Ctrl Enter</kbd>
      </button>
      <button type="button" className="btn btn--s" onClick={() => annotator.ask({ kind: "leave" })}>
        {said.leave} <kbd>Esc</kbd>
      </button>
      <button
        type="button"
        className="btn btn--s btn--danger"
        onClick={() => editing && acts.discard(annotator, editing)}
      >
        {said.discard}
      </button>
    </div>
  );
}
