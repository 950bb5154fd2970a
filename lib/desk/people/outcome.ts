import { appendAudit } from "#lib/db/audit/audit";
import type { Tx } from "#lib/db/core/client";
import { personRow } from "#lib/db/people/people";
import type { PersonEvent } from "#lib/domain/people";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";

/** What all acts on people share: whom they are about, what is kept of them in the history, and two refusals. */

export const stale = () => new AppError("conflict", words.deskErrors.stale);
export const notFound = () => new AppError("not_found", words.errors.notFound);

export interface Outcome<Result> {
  readonly result: Result;
  readonly subject: string;
  readonly payload: PersonEvent;
}

export function outcome<Result>(result: Result, subject: string, payload: PersonEvent): Outcome<Result> {
  return { result, subject, payload };
}

/** For acts that nobody signed in asks for: a verb writes its own. */
export async function record(
  tx: Tx,
  at: Date,
  actorId: string,
  action: string,
  subjectId: string,
  payload: PersonEvent,
): Promise<void> {
  await appendAudit(tx, { at, actorId, action, subjectId, payload });
}

export async function personById(tx: Tx, id: string) {
  const person = await personRow(tx, id);
  if (person === null) throw notFound();
  return person;
}
