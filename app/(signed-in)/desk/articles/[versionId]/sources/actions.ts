"use server";

import { refresh } from "next/cache";
import { addProvenance, confirmProvenance, dismissProvenance, undoProvenance } from "#lib/desk/provenance";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

async function act(verb: Verb<{ readonly edgeId: string }>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return {};
  }, form);
}

export const confirmAction = async (_: FormState, form: FormData) => act(confirmProvenance, form);
export const dismissAction = async (_: FormState, form: FormData) => act(dismissProvenance, form);
export const undoAction = async (_: FormState, form: FormData) => act(undoProvenance, form);
export const addAction = async (_: FormState, form: FormData) => act(addProvenance, form);
