import { partsOfVersion } from "#lib/db/articles/parts";
import { textOfVersion } from "#lib/db/articles/versions";
import type { Tx } from "#lib/db/core/client";
import {
  changeMark,
  changePassNote,
  countMarks,
  type KeptMark,
  keepMark,
  keepPassNote,
  type LockedPass,
  lockPass,
  markOf,
  markOfSuggestion,
  passOfMark,
  refuseSameMark,
} from "#lib/db/readings/passes";
import { factsOf } from "#lib/db/statements/rows";
import { suggestionOf } from "#lib/db/statements/statements";
import { MOST_IN_PASS, refuseUnlessOpenPass } from "#lib/domain/readings";
import { RefusedError } from "#lib/domain/refusals";
import {
  AcceptSuggestion,
  AddStatement,
  EditStatement,
  RejectSuggestion,
  RemoveStatement,
  RestoreStatement,
  StatementFields,
  UndoDecision,
  WriteAnnotation,
} from "#lib/domain/reviews";
import {
  exactOf,
  exactOfMarked,
  fieldsOfFacts,
  labelsOf,
  type Marked,
  refuseContradiction,
  segmentAround,
} from "#lib/domain/statement-rules";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { verb } from "./verb";

/**
 * What a reader does in their own blind pass. It is asked for as the same act in a review is: `reviewId` names the pass there, `statementId`
 * a statement of it. Nothing of what is said stands in the history, where others could read it; and a pass of somebody else isn't there at all.
 */

const notFound = () => new AppError("not_found", words.errors.notFound);

/** Locked. Throws AppError `not_found` for somebody else's, RefusedError once it is handed in, given up or called off. */
async function passToWrite(tx: Tx, passId: string, personId: string): Promise<LockedPass> {
  const pass = await lockPass(tx, passId);
  if (pass === null || pass.readerId !== personId) throw notFound();
  refuseUnlessOpenPass({ isHandedIn: pass.handedInAt !== null, isGivenUp: pass.givenUpAt !== null });
  if (pass.state !== "READING") throw new RefusedError("conflict", { reason: "readingOver" });
  return pass;
}

async function markToWrite(tx: Tx, statementId: string, personId: string) {
  const passId = await passOfMark(tx, statementId);
  if (passId === null) throw notFound();
  const pass = await passToWrite(tx, passId, personId);
  const mark = await markOf(tx, pass.id, statementId);
  if (mark === null) throw notFound();
  return { pass, mark };
}

/** Throws AppError `not_found` in a pass that starts from the bare text: it has no suggestions. */
async function suggestionIn(tx: Tx, pass: LockedPass, suggestionId: string) {
  if (pass.start === "BARE") throw notFound();
  const suggestion = await suggestionOf(tx, pass.versionId, suggestionId);
  if ((await markOfSuggestion(tx, pass.id, suggestionId)) !== null)
    throw new AppError("conflict", words.refusals.alreadyDecided);
  return suggestion;
}

async function refuseTooMany(tx: Tx, passId: string): Promise<void> {
  if ((await countMarks(tx, passId)) >= MOST_IN_PASS)
    throw new RefusedError("invalid_input", { reason: "manyMarks" });
}

/**
 * The words under the fields' span. `before` is what they change: see `exactOfMarked`. Throws RefusedError where a statement can't lie there, and
 * where the fields contradict themselves.
 */
async function wordsUnder(
  tx: Tx,
  { versionId }: LockedPass,
  fields: StatementFields,
  before: Marked | null,
): Promise<string> {
  refuseContradiction(fields);
  const exact = exactOfMarked(await textOfVersion(tx, versionId), fields, before);
  segmentAround((await partsOfVersion(tx, versionId)).segments, fields);
  return exact;
}

const told = (pass: LockedPass, more: Readonly<Record<string, string>> = {}) => ({
  subject: `pass:${pass.id}`,
  payload: { passId: pass.id, ...more },
});

export const acceptInPass = verb("pass.accept", {
  input: AcceptSuggestion,
  run: async ({ tx, actor, input, now }) => {
    const pass = await passToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionIn(tx, pass, input.suggestionId);
    await refuseTooMany(tx, pass.id);
    await refuseSameMark(tx, pass.id, suggestion);
    const statementId = await keepMark(tx, { ...asSuggested(pass, suggestion), removedAt: null }, now);
    return { result: { statementId, revision: 1 }, ...told(pass, { statementId }) };
  },
});

export const rejectInPass = verb("pass.reject", {
  input: RejectSuggestion,
  run: async ({ tx, actor, input, now }) => {
    const pass = await passToWrite(tx, input.reviewId, actor.id);
    const suggestion = await suggestionIn(tx, pass, input.suggestionId);
    await keepMark(tx, { ...asSuggested(pass, suggestion), removedAt: now }, now);
    return { result: null, ...told(pass) };
  },
});

function asSuggested(pass: LockedPass, suggestion: Awaited<ReturnType<typeof suggestionOf>>) {
  const fields = fieldsOfFacts(factsOf(suggestion));
  const { id: suggestionId, exact, label } = suggestion;
  return { passId: pass.id, suggestionId, exact, label, fields, isAsSuggested: true };
}

/** The suggestion waits again; what the pass made of it is kept as a statement that was removed. */
export const undoInPass = verb("pass.undo", {
  input: UndoDecision,
  run: async ({ tx, actor, input, now }) => {
    const pass = await passToWrite(tx, input.reviewId, actor.id);
    const mark = await markOfSuggestion(tx, pass.id, input.suggestionId);
    if (mark === null) throw new AppError("conflict", words.refusals.notDecided);
    await changeMark(tx, mark, { suggestionId: null, removedAt: mark.removedAt ?? now }, now);
    return { result: null, ...told(pass) };
  },
});

/** Mark a statement that the machine missed, or take a suggestion with changes. */
export const addInPass = verb("pass.add", {
  input: AddStatement,
  run: async ({ tx, actor, input, now }) => {
    const pass = await passToWrite(tx, input.reviewId, actor.id);
    const { fields, suggestionId } = input;
    const from = suggestionId === null ? null : await suggestionIn(tx, pass, suggestionId);
    const exact = await wordsUnder(tx, pass, fields, from && factsOf(from));
    await refuseTooMany(tx, pass.id);
    await refuseSameMark(tx, pass.id, fields);
    const { label } = labelsOf(fields);
    const mark = { passId: pass.id, suggestionId, exact, label, fields, isAsSuggested: false };
    const statementId = await keepMark(tx, { ...mark, removedAt: null }, now);
    return { result: { statementId, revision: 1 }, ...told(pass, { statementId }) };
  },
});

export const editInPass = verb("pass.edit", {
  input: EditStatement,
  run: async ({ tx, actor, input, now }) => {
    const { pass, mark } = await markToWrite(tx, input.statementId, actor.id);
    refuseRemovedMark(mark);
    const { fields } = input;
    const exact = await wordsUnder(tx, pass, fields, StatementFields.parse(mark.fields));
    await refuseSameMark(tx, pass.id, fields, mark.id);
    const { start, end } = fields;
    const change = { start, end, exact, label: labelsOf(fields).label, fields, isAsSuggested: false };
    await changeMark(tx, { id: mark.id, revision: input.revision }, change, now);
    return changedMark(pass, mark, input.revision);
  },
});

export const removeInPass = verb("pass.remove", {
  input: RemoveStatement,
  run: async ({ tx, actor, input, now }) => {
    const { pass, mark } = await markToWrite(tx, input.statementId, actor.id);
    refuseRemovedMark(mark);
    await changeMark(tx, { id: mark.id, revision: input.revision }, { removedAt: now }, now);
    return changedMark(pass, mark, input.revision);
  },
});

export const restoreInPass = verb("pass.restore", {
  input: RestoreStatement,
  run: async ({ tx, actor, input, now }) => {
    const { pass, mark } = await markToWrite(tx, input.statementId, actor.id);
    if (mark.removedAt === null) throw new AppError("conflict", words.refusals.notRemoved);
    await refuseTooMany(tx, pass.id);
    await refuseSameMark(tx, pass.id, mark);
    await changeMark(tx, { id: mark.id, revision: input.revision }, { removedAt: null }, now);
    return changedMark(pass, mark, input.revision);
  },
});

function refuseRemovedMark({ removedAt }: KeptMark): void {
  if (removedAt !== null) throw new AppError("conflict", words.refusals.removed);
}

function changedMark(pass: LockedPass, { id: statementId }: KeptMark, revision: number) {
  return { result: { statementId, revision: revision + 1 }, ...told(pass, { statementId }) };
}

/** A note is written, rewritten, or (with an empty body) removed, as in a review. */
export const noteInPass = verb("pass.note", {
  input: WriteAnnotation,
  run: async ({ tx, actor, input, now }) => {
    const pass = await passToWrite(tx, input.reviewId, actor.id);
    const { annotationId, revision, statementId, span, body, isPublic } = input;
    if (annotationId === null) {
      if (body === "") throw new AppError("invalid_input", words.refusals.emptyNote, { field: "body" });
      if (statementId === null && span === null)
        throw new AppError("invalid_input", words.refusals.notePlace);
      if (statementId !== null && (await markOf(tx, pass.id, statementId)) === null) throw notFound();
      if (span !== null) exactOf(await textOfVersion(tx, pass.versionId), span);
      const id = await keepPassNote(tx, { passId: pass.id, statementId, span, body, isPublic }, now);
      return { result: { annotationId: id, revision: 1 }, ...told(pass) };
    }
    const change = body === "" ? { removedAt: now } : { body, isPublic };
    if (!(await changePassNote(tx, { id: annotationId, passId: pass.id, revision }, change)))
      throw new AppError("conflict", words.deskErrors.stale);
    const written = { annotationId, revision: (revision ?? 0) + 1 };
    return { result: body === "" ? null : written, ...told(pass) };
  },
});
