import { type FormEvent, useState } from "react";
import { TextField } from "#components/ui/field";
import { OtherDraft } from "#components/ui/other-draft";
import { onceClicked, onceSent, send } from "#components/ui/send";
import { useAnswered, useSaving, WaitingNote } from "#components/ui/waiting-saves";
import type { Outcome } from "#lib/domain/form-state";
import type { AnnotationView } from "#lib/domain/statement-views";
import { overlap } from "#lib/text/span";
import * as words from "#lib/words";
import * as acts from "./acts";
import { noteSubject } from "./editing";
import type { Row } from "./rows";
import type { Annotator } from "./use-annotator";
import type { Workplace } from "./workplace";

const said = words.desk.annotator;

interface Props {
  readonly annotator: Annotator;
  readonly row: Row;
  readonly place: Workplace;
}

/** Notes on the statement, or on the words of a row that holds none. Each says whether readers see it. */
export function NotesSection({ annotator, row, place }: Props) {
  const [changing, setChanging] = useState<string | null>(null);
  const beside = annotator.desk.annotations.filter(({ span }) => span !== null && overlap(span, row) > 0);
  const notes = [...(row.statement?.annotations ?? []), ...beside];
  return (
    <section className="i-sec">
      <h3>{said.sections.notes}</h3>
      {notes.length === 0 && <p className="regular val">{said.noNotes}</p>}
      {notes.length > 0 && (
        <ul className="stack-2">
          {notes.map((note) =>
            note.id === changing ? (
              <li key={note.id}>
                <NoteForm
                  annotator={annotator}
                  row={row}
                  place={place}
                  note={note}
                  onDone={() => setChanging(null)}
                />
              </li>
            ) : (
              <li key={note.id}>
                <p dir="auto">{note.body}</p>
                <p className="why">
                  {said.noteBy(note.authorName)} {note.isPublic ? said.noteIsPublic : said.noteIsPrivate}
                </p>
                {annotator.canWrite && (
                  <p className="cluster cluster--tight">
                    <button type="button" className="btn btn--s" onClick={() => setChanging(note.id)}>
                      {said.editNote}
                    </button>
                    <button
                      type="button"
                      className="btn btn--s btn--danger"
                      onClick={onceClicked(() => void removeNote(annotator, place, note))}
                    >
                      {said.removeNote}
                    </button>
                  </p>
                )}
              </li>
            ),
          )}
        </ul>
      )}
      {annotator.canWrite && changing === null && (
        <NoteForm
          key={annotator.drafts.turn}
          annotator={annotator}
          row={row}
          place={place}
          note={null}
          onDone={() => undefined}
        />
      )}
    </section>
  );
}

async function removeNote(annotator: Annotator, place: Workplace, note: AnnotationView): Promise<void> {
  const outcome = await send(place.actions.note, {
    reviewId: annotator.reviewId,
    annotationId: note.id,
    revision: note.revision,
    body: "",
    isPublic: note.isPublic,
  });
  if (outcome.ok) acts.say(annotator, words.desk.said.noteRemoved);
  else acts.fail(annotator, outcome);
}

type NoteProps = Props & { readonly note: AnnotationView | null; readonly onDone: () => void };

/** A note as it is being written: kept as a draft while it is typed, gone from there once it is saved. */
function useNote({ annotator, row, place, note, onDone }: NoteProps) {
  const subject = noteSubject(annotator.reviewId, note ? note.id : row.key);
  const kept = annotator.drafts.bodyOf(subject);
  const [body, setBody] = useState(kept?.body ?? note?.body ?? "");
  const [isPublic, setPublic] = useState(kept ? kept.isPublic === "yes" : (note?.isPublic ?? false));
  const [error, setError] = useState<string | null>(null);

  const saving = useSaving();
  const set = (text: string, seen: boolean) => {
    saving.changed(subject);
    setBody(text);
    setPublic(seen);
    if (text.trim() === (note?.body ?? "")) annotator.drafts.forget(subject);
    else annotator.drafts.keep(subject, { body: text, isPublic: seen ? "yes" : "no" });
  };

  async function save(event: FormEvent) {
    event.preventDefault();
    const statementId = row.statement && (await annotator.identify(row.statement.id));
    const input = {
      reviewId: annotator.reviewId,
      annotationId: note?.id ?? null,
      revision: note?.revision ?? null,
      statementId,
      span: statementId === null ? { start: row.start, end: row.end } : null,
      body,
      isPublic,
    };
    const { note: act } = place.actions;
    hear(await saving.save({ subject, as: "annotation.write" }, act, input), false);
  }

  /** `isChanged`: somebody typed on since it was sent, and that stays in the form. */
  function hear(outcome: Outcome, isChanged: boolean) {
    if (!outcome.ok) {
      setError(outcome.isWaiting ? null : outcome.message);
      if (outcome.code === "conflict") annotator.refresh();
      return;
    }
    setError(null);
    acts.say(annotator, words.desk.said.noteSaved);
    if (isChanged) return;
    annotator.drafts.forget(subject);
    if (!note) {
      setBody("");
      setPublic(false);
    }
    onDone();
  }
  useAnswered(saving, subject, hear);

  const choose = (which: "mine" | "other") => {
    const other = annotator.drafts.otherOf(subject);
    annotator.drafts.choose(subject, which);
    if (which === "mine" || other === null) return;
    setBody(other.body ?? "");
    setPublic(other.isPublic === "yes");
  };
  const [opened] = useState(note?.revision ?? null);
  const theirs = note !== null && note.revision !== opened ? note.body : null;
  const isElsewhere = annotator.drafts.isElsewhere(subject);
  return {
    body,
    isPublic,
    error,
    theirs,
    set,
    save,
    waiting: <WaitingNote saving={saving} subject={subject} />,
    isElsewhere,
    other: annotator.drafts.otherOf(subject),
    choose,
  };
}

function NoteForm(props: NoteProps) {
  const { note } = props;
  const { body, isPublic, error, theirs, set, save, waiting, isElsewhere, other, choose } = useNote(props);
  return (
    <form className="f-part" onSubmit={(event) => void save(event)}>
      {isElsewhere && (
        <OtherDraft other={other} onChoose={choose}>
          <p className="pre" dir="auto">
            {other?.body}
          </p>
        </OtherDraft>
      )}
      {theirs !== null && (
        <div className="note" role="status">
          <p>{words.deskErrors.stale}</p>
          <p className="pre" dir="auto">
            {theirs}
          </p>
        </div>
      )}
      <TextField
        id={note ? `note-${note.id}` : "note-new"}
        label={note ? said.editNote : said.noteLabel}
        rows={2}
        required
        maxLength={4000}
        value={body}
        error={error}
        isSpoken
        onText={(text) => set(text, isPublic)}
      />
      {waiting}
      <div className="cluster">
        <label className="tick xs">
          <input type="checkbox" checked={isPublic} onChange={(event) => set(body, event.target.checked)} />
          {said.notePublic}
        </label>
        <button type="submit" className="btn btn--s" onClick={onceSent}>
          {said.saveNote}
        </button>
      </div>
    </form>
  );
}
