"use server";

import { refresh } from "next/cache";
import { changeRule, deleteRule } from "#lib/desk/assigning";
import { undoQueueAct } from "#lib/desk/queue";
import { ruleOfForm } from "#lib/domain/assigning";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function changeAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(async () => {
    const actor = await requirePoster(form);
    const { revision } = await changeRule(actor, ruleOfForm(form), { now: new Date() });
    refresh();
    return { data: { revision: String(revision) } };
  }, form);
  // What somebody else saved first has to be read before it can be shown.
  if (state?.ok === false && state.code === "conflict") refresh();
  return state;
}

export async function deleteAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await deleteRule(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
  }, form);
}

export async function undoAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await undoQueueAct(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
  }, form);
}
