import type { OpenFormCase } from "#components/reviews/review-panel";
import * as words from "#lib/words";
import { firstWords } from "#lib/words/lists";
import * as acts from "./acts";
import { NEW } from "./annotator-state";
import type { Annotator } from "./use-annotator";
import type { Workplace } from "./workplace";

const KINDS = ["form", "note", "claim"] as const;

/**
 * The forms of this review that hold words which nobody saved, but for the one that is shown: what they say, how to get there, and how
 * to be rid of them.
 */
export function openFormsOf(annotator: Annotator, promiseForms: Workplace["promiseForms"]): OpenFormCase[] {
  const { drafts, reviewId, desk } = annotator;
  const prefix = `article:${reviewId}:`;
  const shown = `${prefix}form:${annotator.state.editing}`;
  const others = drafts.openUnder(prefix).filter(({ subject }) => subject !== shown);
  const ofPromises = promiseForms
    .filter(({ subject }) => drafts.bodyOf(subject) !== null)
    .map(({ subject, statementId, exact }) => ({
      subject,
      name: words.desk.review.openForm.promise(firstWords(exact, 60)),
      onGo: () => annotator.push(`/desk/promises/${statementId}`),
      onDiscard: () => drafts.discard(subject),
    }));
  const ofThisScreen = others.map(({ subject, body }) => {
    if (subject === `${prefix}topics`) {
      const onGo = () => document.getElementById(subject)?.scrollIntoView({ block: "center" });
      return {
        subject,
        name: words.desk.review.openForm.topics,
        onGo,
        onDiscard: () => drafts.discard(subject),
      };
    }
    const [kind = "", key = ""] = splitOnce(subject.slice(prefix.length));
    const row = rowOf(annotator, kind, key);
    const typed = body.body ?? body.wording ?? (row ? desk.version.text.slice(row.start, row.end) : "");
    const name = KINDS.find((known) => known === kind) ?? "form";
    return {
      subject,
      name: words.desk.review.openForm[name](firstWords(typed, 60)),
      onGo: key === NEW ? () => acts.openNewForm(annotator) : row && (() => goTo(annotator, row.key, kind)),
      onDiscard: () => discard(annotator, subject, kind === "form" ? key : null),
    };
  });
  return [...ofThisScreen, ...ofPromises];
}

/** A note that is being changed is kept by its own id; everything else by its row. */
function rowOf({ rows }: Annotator, kind: string, key: string) {
  const hasNote = (row: (typeof rows)[number]) =>
    kind === "note" && row.statement?.annotations.some(({ id }) => id === key);
  return rows.find((row) => row.key === key || hasNote(row)) ?? null;
}

function goTo(annotator: Annotator, key: string, kind: string): void {
  annotator.dispatch({ type: "went", key, focus: true });
  if (kind !== "form") annotator.dispatch({ type: "paned", pane: "inspect" });
}

function discard(annotator: Annotator, subject: string, formKey: string | null): void {
  if (formKey !== null) acts.discard(annotator, formKey);
  else annotator.drafts.discard(subject);
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(":");
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
