import { memo } from "react";
import { Lined } from "#components/ui/label";
import { gapsOf } from "#lib/domain/content-pieces";
import { LABELS, type ReaderLabel } from "#lib/domain/labels";
import * as words from "#lib/words";
import { rowId } from "./annotator-state";
import { type Marks, type Piece, piecesOf } from "./pieces";
import { behindIt, leftOutWords } from "./row-words";
import type { Row } from "./rows";

interface Props {
  readonly row: Row;
  readonly text: string;
  readonly isCurrent: boolean;
  /** Takes part in the tab order: one row of the list does. */
  readonly isTabStop: boolean;
  /** The statement of the open form, source and cue with it, where it is this row's; null otherwise. */
  readonly open: Marks | null;
  readonly hasDraft: boolean;
  /** Who else is at this row; null for nobody. */
  readonly others: string | null;
  readonly remark: string | null;
  /** An end of its words is dragged further than it may go. */
  readonly isHeldBack: boolean;
  readonly onPick: (key: string, target: Element) => void;
}

/** One row of the text: its words as they stand on the page, and beside them what is known of them, in words. */
export const RowView = memo(function RowView(props: Props) {
  const { row, isCurrent } = props;
  const facts = row.statement ?? (row.kind === "suggestion" ? row.suggestion : null);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page's keys move between rows and act on them
    <div
      id={rowId(row.key)}
      className={row.kind === "furniture" ? "row row--quiet" : "row"}
      role="option"
      aria-selected={isCurrent}
      aria-current={isCurrent ? "true" : undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      onClick={({ target }) => target instanceof Element && props.onPick(row.key, target)}
    >
      <span className="n">{row.number}</span>
      <span className="x" dir="auto">
        <RowText {...props} />
      </span>
      <span className="m">
        {props.isHeldBack && <b>{words.desk.said.heldBack}</b>}
        {row.kind === "suggestion" && (
          <span className="sugg-word">
            {row.suggestion?.isSure === false
              ? words.desk.annotator.suggestedUnsure
              : words.desk.annotator.suggested}
          </span>
        )}
        {props.hasDraft && <span className="sugg-word">{words.desk.drafts.mark}</span>}
        {facts && (
          <>
            <b data-tone={LABELS[facts.label].tone}>{words.labels[facts.label].badge}</b>
            {behindIt(facts)}
            {leftOutWords(facts) !== null && (
              <span className="block" dir="auto">
                {leftOutWords(facts)}
              </span>
            )}
            {row.isAside && <span className="block">{words.desk.correctParts.aside}</span>}
          </>
        )}
        {row.statement && row.statement.annotations.length > 0 && (
          <span className="block">{words.desk.annotator.noteCount(row.statement.annotations.length)}</span>
        )}
        {props.others && <span className="block">{props.others}</span>}
        {!facts && (props.remark ?? plainRemark(row))}
      </span>
    </div>
  );
});

function plainRemark(row: Row): string | null {
  if (row.removed) return words.desk.annotator.removed;
  if (row.suggestion) return words.desk.annotator.rejected;
  return row.kind === "furniture" ? words.desk.annotator.notStatement : null;
}

function RowText({ row, text, isCurrent, open }: Props) {
  const facts = row.statement ?? (row.kind === "suggestion" ? row.suggestion : null);
  const marks = facts && isCurrent ? { source: facts.source, cue: facts.cue } : { source: [], cue: [] };
  const leftOut = facts ? gapsOf(facts) : [];
  const pieces = piecesOf(text, row, open ?? { statement: row, leftOut, ...marks });
  const first = pieces.findIndex((piece) => piece.inside);
  if (first === -1) return pieces.map(pieceView);
  const last = pieces.findLastIndex((piece) => piece.inside);
  const lined = linedRuns(pieces.slice(first, last + 1), facts?.label ?? null);
  const outlined = open !== null || row.kind === "suggestion";
  return (
    <>
      {pieces.slice(0, first).map(pieceView)}
      {outlined ? <span className="sugg">{lined}</span> : lined}
      {pieces.slice(last + 1).map(pieceView)}
    </>
  );
}

/** What is said stands over its line; what lies between its pieces is bare. */
function linedRuns(pieces: readonly Piece[], label: ReaderLabel | null) {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run?.[0]?.said === piece.said) run.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run) => {
    const [{ start, said }] = run as [Piece]; // a run is begun with one
    const views = run.map(pieceView);
    if (!said)
      return (
        <span key={start} className="gap">
          {views}
        </span>
      );
    return label === null ? (
      views
    ) : (
      <Lined key={start} label={label}>
        {views}
      </Lined>
    );
  });
}

/** The offset stands on the element that holds the text itself, so that a selection can be read back. */
function pieceView(piece: Piece) {
  if (piece.mark === null) {
    return (
      <span key={piece.start} data-at={piece.start}>
        {piece.text}
      </span>
    );
  }
  return (
    <span key={piece.start} className="span" data-at={piece.start}>
      {piece.text}
      <sub> {words.desk.annotator[piece.mark]}</sub>
    </span>
  );
}
