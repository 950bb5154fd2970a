import { type Dispatch, useEffect } from "react";
import { useChangers } from "#components/ui/use-live";
import type { ArticleDesk } from "#lib/domain/article-desk";
import * as words from "#lib/words";
import type { AnnotatorEvent, AnnotatorState } from "./annotator-state";
import { openRow, overtaken } from "./editing";
import type { Row } from "./rows";

interface Screen {
  /** As the record has it: nothing in it is only foreseen. */
  readonly desk: Pick<ArticleDesk, "history">;
  readonly rows: readonly Row[];
  readonly state: Pick<AnnotatorState, "forms">;
  readonly myName: string;
  /** Something of one's own is under way. */
  readonly isBusy: boolean;
}

/** What others do shows while one works: who changed something is said once, and a form that nobody typed in holds what they saved. */
export function useOthers(screen: Screen, dispatch: Dispatch<AnnotatorEvent>): void {
  const { desk, rows, state, myName, isBusy } = screen;
  useChangers(desk.history, myName, (names) => dispatch({ type: "said", say: words.live.changedBy(names) }));
  useEffect(() => {
    if (isBusy) return;
    for (const row of overtaken(state.forms, rows))
      dispatch({ type: "renewed", key: row.key, form: openRow(row) });
  }, [rows, state.forms, isBusy, dispatch]);
}
