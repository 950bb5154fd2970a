"use server";

import { refresh } from "next/cache";
import { assignItems, dismissItems, setDue, setUrgency, undoQueueAct } from "#lib/desk/queue";
import { deleteList, renameList, saveList } from "#lib/desk/saved-lists";
import { acceptSureOfItems } from "#lib/desk/sure-of-items";
import type { Actor } from "#lib/domain/actor";
import type { FormState } from "#lib/domain/form-state";
import { AppError } from "#lib/errors";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { timeZone } from "#lib/next/time-zone";
import * as words from "#lib/words";
import { instantAt } from "#lib/words/moments";

/** What is done with the items that a form of the queue holds; its button says which act that is. */
export async function queueAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    const { told, actId } = await actOf(actor, form);
    refresh();
    return { message: told, data: actId === undefined ? {} : { actId } };
  }, form);
}

async function actOf(actor: Actor, form: FormData): Promise<{ told: string; actId?: string }> {
  const at = { now: new Date() };
  const input = { ...Object.fromEntries(form), items: form.getAll("items") };
  switch (form.get("act")) {
    case "assign":
      return assignItems(actor, input, at);
    case "take":
      return assignItems(actor, { ...input, assigneeId: actor.id }, at);
    case "urgency":
      return setUrgency(actor, input, at);
    case "due":
      return setDue(actor, { ...input, dueAt: dueOf(form) }, at);
    case "dismiss":
      return dismissItems(actor, input, at);
    case "acceptSure":
      return acceptSureOfItems(actor, input, at);
    case "undo":
      return undoQueueAct(actor, input, at);
    default:
      throw new AppError("invalid_input", words.sentComplaints.unreadable);
  }
}

/** The time that a clock of the newsroom shows, as an instant. What can't be read is left for the verb to refuse. */
function dueOf(form: FormData): string {
  const typed = String(form.get("dueAt") ?? "");
  return instantAt(typed, timeZone())?.toISOString() ?? typed;
}

export const saveListAction = async (_: FormState, form: FormData) => onForm(saveList, form);
export const renameListAction = async (_: FormState, form: FormData) => onForm(renameList, form);
export const deleteListAction = async (_: FormState, form: FormData) => onForm(deleteList, form);

async function onForm(
  verb: typeof saveList | typeof renameList | typeof deleteList,
  form: FormData,
): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
  }, form);
}
