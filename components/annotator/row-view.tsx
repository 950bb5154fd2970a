import { memo } from "react";
import { Lined } from "#components/ui/label";
import { LABELS } from "#lib/domain/labels";
import type { Span } from "#lib/text/span";
import * as words from "#lib/words";
import { rowId } from "./annotator-state";
import { type Piece, piecesOf } from "./pieces";
import { behindIt } from "./row-words";
import type { Row } from "./rows";

interface Props {
  readonly row: Row;
  readonly text: string;
  readonly isCurrent: boolean;
  /** Takes part in the tab order: one row of the list does. */
  readonly isTabStop: boolean;
  /** The statement of the open form, source and cue with it, where it is this row's; null otherwise. */
  readonly open: {
    readonly statement: Span;
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
  } | null;
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
  const shown =
    open ?? (facts && isCurrent ? { statement: row, source: facts.source, cue: facts.cue } : null);
  const pieces = piecesOf(text, row, shown ?? { statement: row, source: [], cue: [] });
  const first = pieces.findIndex((piece) => piece.inside);
  if (first === -1) return pieces.map(pieceView);
  const last = pieces.findLastIndex((piece) => piece.inside);
  const inside = pieces.slice(first, last + 1).map(pieceView);
  const lined = facts ? <Lined label={facts.label}>{inside}</Lined> : inside;
  const outlined = open !== null || row.kind === "suggestion";
  return (
    <>
      {pieces.slice(0, first).map(pieceView)}
      {outlined ? <span className="sugg">{lined}</span> : lined}
      {pieces.slice(last + 1).map(pieceView)}
    </>
  );
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
      <sub>{words.desk.annotator[piece.mark]}</sub>
    </span>
  );
}
