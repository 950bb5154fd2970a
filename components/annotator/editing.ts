import type { DraftBody } from "#components/ui/drafts";
import type { Span } from "#lib/text/span";
import { NEW, type OpenForm } from "./annotator-state";
import type { SaveCommand } from "./commands";
import type { Row } from "./rows";
import { complaintOf, fieldsOf, formOf, formOfDraft, isChanged, newForm } from "./statement-form";

/** From a row to its form and from the form to the command that saves it. */

export const formSubject = (reviewId: string, key: string): string => `article:${reviewId}:form:${key}`;
export const noteSubject = (reviewId: string, key: string): string => `article:${reviewId}:note:${key}`;
export const claimSubject = (reviewId: string, key: string): string => `article:${reviewId}:claim:${key}`;

/** A form for what the row holds; plain words open as a statement that nobody marked yet. */
export function openRow(row: Row): OpenForm {
  const facts = row.statement ?? (row.kind === "suggestion" ? row.suggestion : null);
  return opened(facts ? formOf(facts) : newForm(row), row.statement?.revision ?? null);
}

export function openNew(span: Span): OpenForm {
  return opened(newForm(span), null);
}

function opened(form: OpenForm["form"], revision: number | null): OpenForm {
  return { form, opened: form, revision, stale: false, complaint: null };
}

/** Somebody saved what a form was opened on since: what is typed in it contradicts theirs, or may. */
export function isOvertaken(open: Pick<OpenForm, "revision">, row: Row | null): boolean {
  const statement = row?.statement ?? null;
  return statement !== null && statement.revision !== open.revision;
}

/** The rows whose forms somebody overtook, and nobody typed in: they can hold what is saved now. */
export function overtaken(forms: Readonly<Record<string, OpenForm>>, rows: readonly Row[]): Row[] {
  return Object.entries(forms).flatMap(([key, open]) => {
    const row = rows.find((candidate) => candidate.key === key);
    return row !== undefined && isOvertaken(open, row) && !isChanged(open.form, open.opened) ? [row] : [];
  });
}

/** Forms that were being typed when the page was last left, by row key. A draft whose row is gone is left out, and one that says what is saved. */
export function formsOfDrafts(
  drafts: readonly { readonly subject: string; readonly body: DraftBody }[],
  reviewId: string,
  rows: readonly Row[],
  textLength: number,
): Record<string, OpenForm> {
  const prefix = formSubject(reviewId, "");
  const forms: Record<string, OpenForm> = {};
  for (const draft of drafts) {
    if (!draft.subject.startsWith(prefix)) continue;
    const key = draft.subject.slice(prefix.length);
    const row = rows.find((candidate) => candidate.key === key);
    const kept = formOfDraft(draft.body, textLength);
    if (!kept || (!row && key !== NEW)) continue;
    const base = row ? openRow(row) : openNew(kept.form);
    if (row && !isChanged(kept.form, base.form)) continue;
    forms[key] = { ...base, form: kept.form, revision: kept.revision };
  }
  return forms;
}

export type Saving =
  | { readonly kind: "send"; readonly command: SaveCommand }
  | { readonly kind: "refused"; readonly field: string; readonly message: string }
  | { readonly kind: "stale" };

/**
 * What saving a form asks of the record. `row` is what the form was opened on, as it is now; null for new words. Where
 * somebody saved since, that is said before anything is sent, until the editor has seen theirs (`open.stale`).
 */
export function savingOf(open: OpenForm, row: Row | null): Saving {
  const complaint = complaintOf(open.form);
  if (complaint) return { kind: "refused", ...complaint };
  const fields = fieldsOf(open.form);
  const statement = row?.statement ?? null;
  if (statement) {
    if (!open.stale && isOvertaken(open, row)) return { kind: "stale" };
    return {
      kind: "send",
      command: { kind: "edit", statementId: statement.id, revision: statement.revision, fields },
    };
  }
  const suggestionId = row?.kind === "suggestion" ? (row.suggestion?.id ?? null) : null;
  return { kind: "send", command: { kind: "add", suggestionId, fields } };
}

const FIELD_OF: Readonly<Record<string, string>> = {
  "fields.speaker": "speakerKind",
  "fields.speaker.name": "speakerName",
  "fields.speaker.id": "speakerName",
  "fields.speaker.role": "speakerRole",
  "fields.time": "time",
  "fields.labelReason": "labelReason",
  "fields.prediction.text": "predictionText",
  "fields.prediction.dueFrom": "dueFrom",
  "fields.prediction.dueTo": "dueTo",
  "fields.prediction": "dueTo",
  "fields.start": "span",
  "fields.content": "span",
  "fields.end": "span",
};

/** The form's field that a verb's complaint belongs to; null where it belongs to none. */
export function fieldOfPath(path: string | undefined): string | null {
  return path === undefined ? null : (FIELD_OF[path] ?? null);
}
