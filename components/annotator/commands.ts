import type { ArticleDesk } from "#lib/domain/article-desk";
import { readerLabel } from "#lib/domain/labels";
import type { StatementFields } from "#lib/domain/reviews";
import type { StatementView, SuggestionView } from "#lib/domain/statement-views";
import { sliceOf } from "#lib/text/span";

/** Everything that the annotator asks of the record. Each is one verb; each that can be taken back has an inverse. */
export type Command =
  /** `claimId`: joined to that claim in the same act. */
  | { readonly kind: "accept"; readonly suggestionId: string; readonly claimId?: string }
  | { readonly kind: "reject"; readonly suggestionId: string; readonly reason: string | null }
  | { readonly kind: "undecide"; readonly suggestionId: string }
  | { readonly kind: "accept-sure" | "give-sure-back"; readonly suggestionIds: readonly string[] }
  | { readonly kind: "affirm-match" | "refuse-match" | "undo-match"; readonly suggestionId: string }
  | { readonly kind: "add"; readonly suggestionId: string | null; readonly fields: StatementFields }
  | {
      readonly kind: "edit";
      readonly statementId: string;
      readonly revision: number;
      readonly fields: StatementFields;
    }
  | { readonly kind: "remove"; readonly statementId: string; readonly revision: number }
  | { readonly kind: "restore"; readonly statementId: string; readonly revision: number }
  | {
      readonly kind: "link";
      readonly statementId: string;
      readonly revision: number;
      readonly claimId: string | null;
    };

/** What the form of a statement saves. */
export type SaveCommand = Extract<Command, { kind: "add" | "edit" }>;

/** What a verb answered: ids and revisions as text. */
export type Answer = Readonly<Record<string, string>>;

/**
 * The desk as it will be once the record has said yes, so that the screen answers at once. Where the outcome can't be
 * foreseen (a speaker's card, a new id) the nearest is shown until the page is drawn anew. `answer` is what the record said, once it has.
 * A command on a statement leaves a desk as it is where the statement has moved on already: with it, or with what came later.
 */
export function foreseen(
  desk: ArticleDesk,
  command: Command,
  myName: string,
  answer: Answer = {},
): ArticleDesk {
  switch (command.kind) {
    case "accept":
      return accepted(desk, command, myName, answer.statementId);
    case "accept-sure":
      return command.suggestionIds.reduce(
        (before, id) => accepted(before, { suggestionId: id }, myName),
        desk,
      );
    case "reject":
      return decided(desk, command.suggestionId, "REJECTED");
    case "undecide":
      return {
        ...decided(desk, command.suggestionId, null),
        statements: desk.statements.filter((statement) => statement.suggestionId !== command.suggestionId),
      };
    case "remove":
      return removed(desk, command, myName);
    case "restore":
      return restored(desk, command, myName);
    case "edit":
      return changeStatement(desk, command, (statement) =>
        withFields(statement, command.fields, desk.version.text, myName),
      );
    case "link":
      return changeStatement(desk, command, (statement) => ({
        ...statement,
        claim: command.claimId === null ? null : statement.claim,
        changedByName: myName,
      }));
    default:
      return desk;
  }
}

/** What a statement is called on the screen until the record has answered with its own id. */
export const foreseenId = (suggestionId: string): string => `foreseen-${suggestionId}`;

function decided(desk: ArticleDesk, suggestionId: string, decision: SuggestionView["decision"]): ArticleDesk {
  return {
    ...desk,
    suggestions: desk.suggestions.map((suggestion) =>
      suggestion.id === suggestionId ? { ...suggestion, decision } : suggestion,
    ),
  };
}

function accepted(
  desk: ArticleDesk,
  { suggestionId, claimId }: { readonly suggestionId: string; readonly claimId?: string | undefined },
  myName: string,
  statementId: string = foreseenId(suggestionId),
): ArticleDesk {
  const suggestion = desk.suggestions.find(({ id }) => id === suggestionId);
  if (!suggestion || suggestion.decision !== null) return desk;
  const { engine, confidence, isSure, switchedOff, reasons, decision, matchedClaim, ...facts } = suggestion;
  const statement: StatementView = {
    ...facts,
    id: statementId,
    revision: 1,
    suggestionId,
    derivedLabel: suggestion.label,
    labelOverride: null,
    labelReason: null,
    claim:
      matchedClaim &&
      (claimId === undefined
        ? matchedClaim.isSure && matchedClaim.decision === null
        : claimId === matchedClaim.id)
        ? { id: matchedClaim.id, wording: matchedClaim.wording }
        : null,
    annotations: [],
    changedByName: myName,
    changedAt: new Date(0).toISOString(),
  };
  const after = decided(desk, suggestionId, "ACCEPTED");
  return { ...after, statements: inOrder([...desk.statements, statement]) };
}

const inOrder = (statements: readonly StatementView[]) => statements.toSorted((a, b) => a.start - b.start);

interface OnStatement {
  readonly statementId: string;
  readonly revision: number;
}

/** Has the statement this revision, or an earlier one? Each change makes it one higher, as the record does. */
const isBefore = (statement: StatementView, { statementId, revision }: OnStatement): boolean =>
  statement.id === statementId && statement.revision <= revision;

function changeStatement(
  desk: ArticleDesk,
  on: OnStatement,
  change: (statement: StatementView) => StatementView,
): ArticleDesk {
  return {
    ...desk,
    statements: desk.statements.map((statement) =>
      isBefore(statement, on) ? { ...change(statement), revision: on.revision + 1 } : statement,
    ),
  };
}

/** Kept at hand, so that it can come back. A suggestion that it came from counts as rejected. */
function removed(desk: ArticleDesk, on: OnStatement, myName: string): ArticleDesk {
  const gone = desk.statements.find((statement) => isBefore(statement, on));
  if (gone === undefined) return desk;
  const after = gone.suggestionId === null ? desk : decided(desk, gone.suggestionId, "REJECTED");
  const { removed: others = [], statements } = desk;
  return {
    ...after,
    statements: statements.filter((statement) => statement !== gone),
    removed: [...others, { ...gone, revision: on.revision + 1, changedByName: myName }],
  };
}

function restored(desk: ArticleDesk, on: OnStatement, myName: string): ArticleDesk {
  const back = desk.removed?.find((statement) => isBefore(statement, on));
  if (back === undefined) return desk;
  const after = back.suggestionId === null ? desk : decided(desk, back.suggestionId, "ACCEPTED");
  return {
    ...after,
    statements: inOrder([...desk.statements, { ...back, revision: on.revision + 1, changedByName: myName }]),
    removed: (desk.removed ?? []).filter((statement) => statement !== back),
  };
}

function withFields(
  statement: StatementView,
  fields: StatementFields,
  text: string,
  myName: string,
): StatementView {
  const derived = readerLabel(fields);
  const { content: _, ...whole } = statement;
  return {
    ...whole,
    ...fields,
    exact: sliceOf(text, fields),
    derivedLabel: derived,
    label: fields.labelOverride ?? derived,
    prediction: fields.prediction
      ? { ...fields.prediction, resolvedFrom: statement.prediction?.resolvedFrom ?? null }
      : null,
    changedByName: myName,
  };
}

/**
 * What takes a command back, given the desk as it was shown before and what the record answered; null for what can't be.
 * Revisions are the answered ones: where somebody changed the row since, taking back is refused like any stale change.
 * `known` is the command as the record was asked: a statement that was only foreseen has its own id there.
 */
export function inverseOf(
  command: Command,
  before: ArticleDesk,
  answer: Answer,
  known: Command = command,
): Command | null {
  const inverse = inverseAsShown(command, before, answer);
  return inverse && "statementId" in inverse && "statementId" in known
    ? { ...inverse, statementId: known.statementId }
    : inverse;
}

function inverseAsShown(command: Command, before: ArticleDesk, answer: Answer): Command | null {
  const revision = Number(answer.revision);
  const statementId = answer.statementId;
  switch (command.kind) {
    case "accept":
    case "reject":
      return { kind: "undecide", suggestionId: command.suggestionId };
    case "accept-sure":
      return { kind: "give-sure-back", suggestionIds: command.suggestionIds };
    case "add":
      if (command.suggestionId) return { kind: "undecide", suggestionId: command.suggestionId };
      return statementId && revision ? { kind: "remove", statementId, revision } : null;
    case "edit": {
      const was = before.statements.find(({ id }) => id === command.statementId);
      return was && revision
        ? { kind: "edit", statementId: was.id, revision, fields: fieldsOfStatement(was) }
        : null;
    }
    case "remove":
      return revision ? { kind: "restore", statementId: command.statementId, revision } : null;
    case "restore":
      return revision ? { kind: "remove", statementId: command.statementId, revision } : null;
    case "link": {
      const was = before.statements.find(({ id }) => id === command.statementId);
      return was && revision
        ? { kind: "link", statementId: was.id, revision, claimId: was.claim?.id ?? null }
        : null;
    }
    case "affirm-match":
    case "refuse-match":
      return { kind: "undo-match", suggestionId: command.suggestionId };
    case "undecide":
    case "give-sure-back":
    case "undo-match":
      return null;
  }
}

export function fieldsOfStatement(statement: StatementView): StatementFields {
  const { prediction } = statement;
  return {
    start: statement.start,
    end: statement.end,
    ...(statement.content && { content: statement.content.map(({ start, end }) => ({ start, end })) }),
    sourcing: statement.sourcing,
    factualityWriter: statement.factualityWriter,
    factualitySource: statement.factualitySource,
    time: statement.time,
    flags: statement.flags,
    quoteMode: statement.quoteMode,
    attributionScope: statement.attributionScope,
    relayDepth: statement.relayDepth,
    speaker: statement.speaker,
    source: statement.source.map(({ start, end }) => ({ start, end })),
    cue: statement.cue.map(({ start, end }) => ({ start, end })),
    labelOverride: statement.labelOverride,
    labelReason: statement.labelReason,
    prediction: prediction && {
      text: prediction.text,
      dueFrom: prediction.dueFrom,
      dueTo: prediction.dueTo,
      precision: prediction.precision,
    },
  };
}

/**
 * The revision that a command on a statement needs moves on with each change; taking back twice needs the newest one: that of the desk as it is
 * shown. Where somebody else changed the statement last it stays as it was, so that their change is not taken back: the record refuses.
 */
export function refreshed(command: Command, desk: ArticleDesk, myName: string): Command {
  if (!("statementId" in command) || command.kind === "restore") return command;
  const statement = desk.statements.find(({ id }) => id === command.statementId);
  if (statement?.changedByName !== myName) return command;
  return { ...command, revision: Math.max(command.revision, statement.revision) };
}
