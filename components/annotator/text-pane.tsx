import { type ReactNode, type RefObject, useMemo } from "react";
import { words } from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { NEW, type OpenForm } from "./annotator-state";
import { RowView } from "./row-view";
import { segmentWords } from "./row-words";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";

/** The page's words in rows, by segment. One listbox: the segments are its groups, and one row is in the tab order. */
export function TextPane(props: {
  annotator: Annotator;
  pane: RefObject<HTMLElement | null>;
  head: ReactNode;
}) {
  const { annotator } = props;
  const { desk, groups, state, row: current, dispatch } = annotator;
  const onPick = useMemo(
    () => (key: string) => {
      if (document.getSelection()?.isCollapsed !== false) dispatch({ type: "went", key, focus: false });
    },
    [dispatch],
  );
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
                open={openIn(row, state.editing, state.forms)}
                hasDraft={state.forms[row.key] !== undefined}
                remark={remarkOf(annotator, row)}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="t-end xs muted">{words.desk.annotator.endOfPage}</p>
    </section>
  );
}

/** Where the open form's statement lies in a row: in its own row, or, for new words, in every row that it touches. */
function openIn(row: Row, editing: string | null, forms: Annotator["state"]["forms"]) {
  const open: OpenForm | undefined = editing === null ? undefined : forms[editing];
  if (!open) return null;
  const { form } = open;
  const touches = form.start < row.end && form.end > row.start;
  if (!touches || (editing !== row.key && editing !== NEW)) return null;
  return { statement: form, source: form.source, cue: form.cue };
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
