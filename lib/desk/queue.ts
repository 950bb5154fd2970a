import { v7 as newId } from "uuid";
import { keepDismissals, takeBackDismissals } from "#lib/db/articles/dismissal";
import { takeFromCounts } from "#lib/db/assigning/rules";
import type { Tx } from "#lib/db/core/client";
import { tell } from "#lib/db/notices/notices";
import { colleague } from "#lib/db/people/people";
import {
  actSubject,
  type Before,
  keepAct,
  type LockedItem,
  lockAct,
  lockItems,
  markUndone,
  type UndoableItem,
} from "#lib/db/queue/acts";
import { keepAssignments, type Said } from "#lib/db/queue/assignments";
import { type Actor, may } from "#lib/domain/actor";
import { type LeftOut, refusalToAssign, refusalToDismiss } from "#lib/domain/queue-acts";
import {
  AssignItems,
  type ChosenItem,
  DismissItems,
  SetDue,
  SetUrgency,
  UndoQueueAct,
} from "#lib/domain/queue-acts-shapes";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { giveBack } from "./sure-suggestions";
import { type Outcome, verb, type Work } from "./verb";
import { mayWriteIn } from "./writing";

/**
 * What is done with items of the queue, with one or with many at once: all in one transaction, one event of the history, and one undo. Items
 * that others changed meanwhile, and those that a rule refuses, are left out and named; where none is left, the act is refused.
 */

interface Told {
  /** What it is undone by. */
  readonly actId: string;
  readonly done: number;
  /** What became of it, in words. */
  readonly told: string;
}

interface Left {
  readonly title: string | null;
  readonly why: LeftOut;
}

interface Sorted {
  readonly taken: readonly LockedItem[];
  readonly left: readonly Left[];
}

/** Which of the chosen items the act is about. */
export async function sorted(
  tx: Tx,
  chosen: readonly ChosenItem[],
  refuse: (item: LockedItem) => LeftOut | null,
): Promise<Sorted> {
  const { items, gone } = await lockItems(tx, chosen);
  const asked = items.map((item) => ({ item, why: item.isChanged ? ("CHANGED" as const) : refuse(item) }));
  return {
    taken: asked.flatMap(({ item, why }) => (why === null ? [item] : [])),
    left: [
      ...asked.flatMap(({ item, why }) => (why === null ? [] : [{ title: item.title, why }])),
      ...Array.from({ length: gone }, () => ({ title: null, why: "CHANGED" as const })),
    ],
  };
}

/** One event for all of it. */
export async function told(
  { tx, actor, now }: Pick<Work<unknown>, "tx" | "actor" | "now">,
  action: string,
  { left }: Sorted,
  done: {
    readonly changed: readonly (LockedItem & { readonly before: Before; readonly revision: number })[];
    readonly payload: Readonly<Record<string, unknown>>;
  },
): Promise<Outcome<Told>> {
  const { changed, payload } = done;
  if (changed.length === 0) throw new AppError("conflict", words.queueActs.nothingDone(left));
  const actId = newId();
  const rows = changed.map(({ subjectId, kind, before, revision }) => ({
    subjectId,
    kind,
    before,
    revision,
  }));
  await keepAct(tx, { actId, action, byId: actor.id, at: now }, rows);
  return {
    result: { actId, done: changed.length, told: words.queueActs.told(changed.length, left) },
    subject: actSubject(actId),
    payload: { ...payload, items: rows.map(({ subjectId }) => subjectId) },
  };
}

/** Say something of the work, the same of each item. */
async function say(
  work: Pick<Work<unknown>, "tx" | "actor" | "now">,
  action: string,
  which: Sorted,
  said: Said,
  payload: Readonly<Record<string, unknown>>,
): Promise<Outcome<Told>> {
  const { taken } = which;
  const revisions = await keepAssignments(
    work.tx,
    taken.map(({ subjectId, kind }) => ({ subjectId, kind, ...said })),
  );
  const changed = taken.map((item) => ({
    ...item,
    before: beforeOf(item, said),
    revision: revisions.get(item.subjectId) ?? 0,
  }));
  return told(work, action, which, { changed, payload });
}

function beforeOf({ given }: LockedItem, said: Said): Before {
  return {
    ...(said.assigneeId === undefined ? {} : { assigneeId: given.assigneeId }),
    ...(said.urgency === undefined ? {} : { urgency: given.urgency }),
    ...(said.dueAt === undefined ? {} : { dueAt: given.dueAt }),
  };
}

/** Give work to somebody, or to nobody. */
export const assignItems = verb("queue.assign", {
  input: AssignItems,
  run: async (work) => {
    const { tx, actor, input } = work;
    const assignee = input.assigneeId === null ? null : await openAccount(tx, input.assigneeId);
    const which = await sorted(tx, input.items, (item) => refusalToAssign(item, actor, assignee));
    const payload = { assigneeId: assignee?.id ?? null, quote: assignee?.name ?? words.queueActs.nobody };
    const done = await say(work, "queue.assign", which, { assigneeId: assignee?.id ?? null }, payload);
    const { actId } = done.result;
    if (assignee !== null) {
      await tell(tx, [assignee.id], { kind: "ASSIGNED", actId }, { byId: actor.id, at: work.now });
    }
    return done;
  },
});

async function openAccount(tx: Tx, id: string): Promise<Pick<Actor, "id" | "name" | "role">> {
  const person = await colleague(tx, id);
  if (person === null)
    throw new AppError("invalid_input", words.queueActs.noAccount, { field: "assigneeId" });
  return person;
}

const refuseFinished = ({ place }: LockedItem): LeftOut | null => (place === "DISMISSED" ? "FINISHED" : null);

/** Say how urgent work is, whatever is counted; `null` leaves it to what is counted. */
export const setUrgency = verb("queue.setUrgency", {
  input: SetUrgency,
  run: async (work) => {
    const { urgency, items } = work.input;
    const which = await sorted(work.tx, items, refuseFinished);
    const quote = words.queueActs.urgency(urgency);
    return say(work, "queue.setUrgency", which, { urgency }, { urgency, quote });
  },
});

/** Say until when work is to be done. */
export const setDue = verb("queue.setDue", {
  input: SetDue,
  run: async (work) => {
    const { dueAt, items } = work.input;
    const which = await sorted(work.tx, items, refuseFinished);
    return say(work, "queue.setDue", which, { dueAt }, { dueAt: dueAt?.toISOString() ?? null });
  },
});

/** Put pages that aren't worth keeping out of the queue, all for one reason. */
export const dismissItems = verb("queue.dismiss", {
  input: DismissItems,
  run: async (work) => {
    const { tx, now } = work;
    const { reason, items } = work.input;
    const which = await sorted(tx, items, refusalToDismiss);
    const dismissed = new Set(
      await keepDismissals(
        tx,
        which.taken.map(({ subjectId }) => subjectId),
        reason,
        now,
      ),
    );
    const changed = which.taken
      .filter(({ subjectId }) => dismissed.has(subjectId))
      .map((item) => ({ ...item, before: { isDismissed: false as const }, revision: item.given.revision }));
    const missed = which.taken
      .filter(({ subjectId }) => !dismissed.has(subjectId))
      .map(({ title }) => ({ title, why: "REVIEWED" as const }));
    const left = { taken: which.taken, left: [...which.left, ...missed] };
    return told(work, "queue.dismiss", left, { changed, payload: { reason, quote: reason } });
  },
});

/** Take an act on the queue back, one's own or, for whoever gives work to anybody, a rule's, as far as nobody changed its items since. */
export const undoQueueAct = verb("queue.undo", {
  input: UndoQueueAct,
  run: async ({ tx, actor, input: { actId }, now }): Promise<Outcome<{ readonly told: string }>> => {
    const isOfRules = may(actor.role, "queue.setUrgency");
    const items = await lockAct(tx, actId, actor.id, { isOfRules });
    if (items.length === 0) throw new AppError("conflict", words.queueActs.undoneAlready);
    const stands: boolean[] = [];
    for (const item of items) stands.push(await wentBack({ tx, actor, now }, item));
    const back = items.filter((_, at) => stands[at]);
    const left = items
      .filter((_, at) => !stands[at])
      .map(({ title }) => ({ title, why: "CHANGED" as const }));
    if (back.length === 0) throw new AppError("conflict", words.queueActs.nothingDone(left));
    await keepAssignments(
      tx,
      back.flatMap(({ subjectId, kind, before: { isDismissed, sure, ...said } }) =>
        isDismissed === undefined && sure === undefined ? [{ subjectId, kind, ...(said as Said) }] : [],
      ),
    );
    await takeBackDismissals(
      tx,
      back.flatMap(({ subjectId, before }) => (before.isDismissed === undefined ? [] : [subjectId])),
    );
    await takeFromCounts(
      tx,
      back.flatMap(({ ruleId, givenToId: personId }) =>
        ruleId === null || personId === null ? [] : [{ ruleId, personId }],
      ),
    );
    const ids = back.map(({ subjectId }) => subjectId);
    await markUndone(tx, actId, ids, now);
    return {
      result: { told: words.queueActs.undone(back.length, left) },
      subject: actSubject(actId),
      payload: { items: ids },
    };
  },
});

/** False where somebody changed it since. What was accepted on it waits again; all else is taken back by the act as a whole. */
async function wentBack(
  { tx, actor, now }: Pick<Work<unknown>, "tx" | "actor" | "now">,
  { isChanged, before: { sure } }: UndoableItem,
): Promise<boolean> {
  if (sure === undefined) return !isChanged;
  if (!(await mayWriteIn(tx, sure.reviewId, actor.id))) return false;
  return (await giveBack(tx, sure, actor.id, now)).length > 0;
}
