import { PartSection } from "#components/parts/part-section";
import { SignInAgain } from "#components/ui/sign-in-again";
import { isMarked } from "#lib/domain/sureness";
import * as words from "#lib/words";
import { longDay } from "#lib/words/date-words";
import { momentWords } from "#lib/words/moments";
import * as acts from "./acts";
import { NEW } from "./annotator-state";
import { ClaimSection } from "./claim-section";
import { DecisionButtons, FormButtons } from "./decision-buttons";
import { EditForm } from "./edit-form";
import { FactSections } from "./fact-sections";
import { FateSection } from "./fate-section";
import { NotesSection } from "./notes-section";
import { segmentWords } from "./row-words";
import { isNumbered, type Row } from "./rows";
import { ThreadsSection } from "./threads-section";
import type { Annotator } from "./use-annotator";
import { isHere, useElsewhere } from "./use-elsewhere";
import type { Workplace } from "./workplace";

const said = words.desk.annotator;

/** What is known of the current row, why, and what can be done about it. */
export function Inspector({ annotator, place }: { annotator: Annotator; place: Workplace }) {
  const { row, state } = annotator;
  const editing = state.editing === null ? null : (state.forms[state.editing] ?? null);
  // Whoever reads blind sees nothing of other pages.
  const found = useElsewhere(place.pass === null ? (row?.suggestion?.id ?? null) : null);
  return (
    <section className="pane pane--inspect" aria-label={said.inspector}>
      <div className="i-head">
        <h2 id="inspector-title" tabIndex={-1}>
          {headWords(annotator)}
        </h2>
        {row && state.editing !== NEW && <Head annotator={annotator} row={row} />}
        {state.editing === null && isHere(found) && <found.Line elsewhere={found.elsewhere} />}
        {state.trouble && (
          <div className="note mt-2" role="alert">
            {state.trouble.message} {state.trouble.isSignedOut && <SignInAgain />}
          </div>
        )}
      </div>
      <div
        className="i-body"
        key={state.editing ?? row?.key ?? "none"}
        // Where nothing in it can be changed, nothing in it has the focus: then it is scrolled with the keyboard itself.
        tabIndex={annotator.canWrite ? undefined : 0}
      >
        {editing ? (
          <EditForm annotator={annotator} open={editing} />
        ) : (
          row && (
            <>
              <FactSections
                annotator={annotator}
                row={row}
                today={place.today}
                recordsPromises={place.pass === null}
                timeZone={place.timeZone}
              />
              {place.pass === null && (
                <>
                  <PartSection desk={annotator.desk} at={row} acts={place.parts} timeZone={place.timeZone} />
                  <FateSection row={row} place={place} />
                  <ClaimSection annotator={annotator} row={row} place={place} />
                  {found === "failed" && <p className="i-sec xs">{words.matches.noElsewhere}</p>}
                  {isHere(found) && (
                    <found.Section annotator={annotator} row={row} elsewhere={found.elsewhere} />
                  )}
                </>
              )}
              <NotesSection annotator={annotator} row={row} place={place} />
              <ThreadsSection annotator={annotator} row={row} threads={place.threads} />
              {place.pass === null && <HistorySection annotator={annotator} timeZone={place.timeZone} />}
              <p className="i-sec xs">
                <a href="/method/words" target="_blank" rel="noopener">
                  {words.termsPage.link}
                </a>
              </p>
            </>
          )
        )}
      </div>
      {editing ? <FormButtons annotator={annotator} /> : <DecisionButtons annotator={annotator} />}
    </section>
  );
}

function headWords({ row, rows, state, desk }: Annotator): string {
  if (state.editing === NEW) return words.desk.form.editingNew;
  if (!row) return said.inspector;
  if (row.number !== null) return said.statementOf(row.number, rows.filter(isNumbered).length);
  if (row.isAside) return said.asideStatement;
  return row.kind === "furniture" ? said.furniture(segmentWords(desk, row.segment)) : said.sentence;
}

function Head({ annotator, row }: { annotator: Annotator; row: Row }) {
  const { desk, state, canWrite } = annotator;
  const segment = desk.segments[row.segment];
  const date = segment ? desk.posts[segment.post]?.date : null;
  const waiting = row.kind === "suggestion" ? row.suggestion : null;
  const left = state.editing === null ? state.forms[row.key] : undefined;
  return (
    <>
      {segment?.type === "TEASER" && <p className="xs muted">{said.inTeaser(date ? longDay(date) : null)}</p>}
      {waiting && (
        <p className="mt-2 small">
          <span className="sugg sugg--chip">{words.desk.annotator.suggestedChip}</span>{" "}
          {isMarked(waiting) ? said.byMark : said.by(waiting.engine)}{" "}
          {canWrite && <b>{words.desk.queue.next.you}</b>}
        </p>
      )}
      {annotator.hereAt.has(row.key) && <p className="note xs mt-2">{annotator.hereAt.get(row.key)}</p>}
      {row.isAside && <p className="note mt-2">{words.desk.correctParts.asideNote}</p>}
      {row.statement && <p className="xs muted">{said.confirmedBy(row.statement.changedByName)}</p>}
      {left && (
        <p className="note mt-2">
          {words.desk.drafts.restored}{" "}
          <span className="cluster mt-2">
            <button type="button" className="btn btn--s" onClick={() => annotator.ask({ kind: "edit" })}>
              {words.desk.drafts.goOn}
            </button>
            <button type="button" className="btn btn--s" onClick={() => acts.discard(annotator, row.key)}>
              {words.desk.actions.discard}
            </button>
          </span>
        </p>
      )}
    </>
  );
}

function HistorySection({ annotator, timeZone }: { annotator: Annotator; timeZone: string }) {
  const { history } = annotator.desk;
  return (
    <section className="i-sec">
      <h3>{said.sections.history}</h3>
      {history.length === 0 ? (
        <p className="regular val">{said.noHistory}</p>
      ) : (
        <ol className="stack-0 xs">
          {history.slice(0, 12).map((entry) => (
            <li key={entry.sequence}>
              <time dateTime={entry.at} className="muted">
                {momentWords(entry.at, timeZone)}
              </time>{" "}
              {entry.actorName} {entry.words}
              {entry.changes.map((change) => (
                <span key={change} className="block muted" dir="auto">
                  {change}
                </span>
              ))}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
