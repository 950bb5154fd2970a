"use server";

import { refresh } from "next/cache";
import { addPlace, deletePlace } from "#lib/desk/search-places";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

async function onForm(verb: Verb<object>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
  }, form);
}

export const addAction = async (_: FormState, form: FormData) => onForm(addPlace, form);
export const deleteAction = async (_: FormState, form: FormData) => onForm(deletePlace, form);
