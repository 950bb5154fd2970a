import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { gapsOf } from "#lib/domain/content-pieces";
import { overlap, type Span } from "#lib/text/span";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { NEW } from "./annotator-state";
import { type Chosen, type Marked, markedOf, sameChosen, withPieces } from "./ends";
import { Handles } from "./handles";
import { choose, heldOf } from "./moving";
import { RowView } from "./row-view";
import { segmentWords } from "./row-words";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";
import { type Handled, useDrag } from "./use-drag";

/** The page's words in rows, by segment. One listbox: the segments are its groups, and one row is in the tab order. */
export function TextPane(props: {
  annotator: Annotator;
  pane: RefObject<HTMLElement | null>;
  head: ReactNode;
}) {
  const { annotator } = props;
  const { desk, groups, state, row: current } = annotator;
  const onPick = usePick(annotator);
  const drag = useDrag(annotator, props.pane);
  const { handled } = drag;
  const open = openMarks(annotator, handled);
  // New words have no row of their own: the one that one is at says it.
  const heldBackAt = handled?.dragged?.isHeld ? (handled.key === NEW ? current?.key : handled.key) : null;
  return (
    <section className="pane pane--text" aria-label={words.desk.annotator.text} ref={props.pane}>
      {props.head}
      <div role="listbox" aria-label={words.desk.annotator.sentences}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox may hold groups and options, and no fieldset
          <div key={group.segment} role="group" aria-label={segmentWords(desk, group.segment)}>
            <p className="seg" aria-hidden="true">
              {segmentWords(desk, group.segment)}
            </p>
            {group.rows.map((row) => (
              <RowView
                key={row.key}
                row={row}
                text={desk.version.text}
                isCurrent={row.key === current?.key}
                isTabStop={row.key === current?.key}
                open={open(row)}
                hasDraft={state.forms[row.key] !== undefined}
                others={annotator.hereAt.get(row.key) ?? null}
                remark={remarkOf(annotator, row)}
                isHeldBack={heldBackAt === row.key}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="t-end xs muted">{words.desk.annotator.endOfPage}</p>
      <Handles drag={drag} pane={props.pane} />
    </section>
  );
}

/** A row that is picked is the one that one is at. In that one, the words that are picked say whose ends are moved: those of a source, a cue, or the statement. */
function usePick(annotator: Annotator) {
  const latest = useRef(annotator);
  useEffect(() => {
    latest.current = annotator;
  });
  return useMemo(
    () => (key: string, target: Element) => {
      const { current } = latest;
      if (document.getSelection()?.isCollapsed === false) return;
      const held = heldOf(current);
      current.dispatch({ type: "went", key, focus: false });
      if (held?.key !== key || current.row?.key !== key) return;
      const at = target.closest<HTMLElement>("[data-at]")?.dataset.at;
      const chosen = chosenAt(held.marked, Number(at));
      if (at !== undefined && !sameChosen(chosen, held.chosen)) choose(current, held.marked, chosen);
    },
    [],
  );
}

function chosenAt({ source, cue, leftOut }: Marked, at: number): Chosen {
  const holds = (span: Span) => span.start <= at && at < span.end;
  const inSource = source.findIndex(holds);
  if (inSource !== -1) return { of: "source", index: inSource };
  const inCue = cue.findIndex(holds);
  if (inCue !== -1) return { of: "cue", index: inCue };
  const inGap = leftOut.findIndex(holds);
  return inGap === -1 ? { of: "statement" } : { of: "leftOut", index: inGap };
}

/**
 * What is drawn in each row of a statement that stands in a form, or whose ends are dragged. Its own row shows it, and every row that its words
 * reach into beyond that; for new words, every row that they touch. Null for all others.
 */
function openMarks({ state, rows, desk }: Annotator, handled: Handled | null) {
  const { text } = desk.version;
  const key = state.editing ?? handled?.key ?? null;
  const form = state.editing === null ? undefined : state.forms[state.editing]?.form;
  const marked = handled?.dragged ? handled.shown : form && markedOf(text, form);
  if (!marked) return () => null;
  const own = key === NEW ? null : rows.find((row) => row.key === key);
  const { start, end, source, cue } = marked;
  const leftOut = gapsOf(withPieces(text, marked));
  const marks = { statement: { start, end }, source, cue, leftOut };
  const reaches = (row: Row, to: Span) => to.end > to.start && overlap(row, to) > 0;
  return (row: Row) => {
    const isTouched = own
      ? row.key === own.key ||
        reaches(row, { start, end: Math.min(end, own.start) }) ||
        reaches(row, { start: Math.max(start, own.end), end })
      : key === NEW && reaches(row, marks.statement);
    return isTouched ? marks : null;
  };
}

/** A dateline says whose it is: the post's own date, then the line of an agency. */
function remarkOf({ desk }: Annotator, row: Row): string | null {
  const segment = desk.segments[row.segment];
  if (row.kind !== "furniture" || segment?.type !== "DATELINE") return null;
  const isFirst = !desk.segments
    .slice(0, row.segment)
    .some(({ type, post }) => type === "DATELINE" && post === segment.post);
  const date = desk.posts[segment.post]?.date;
  if (isFirst) return date ? words.desk.annotator.dateOfPost(longDay(date)) : null;
  return desk.version.agency ? words.desk.annotator.lineOfAgency(desk.version.agency) : null;
}
