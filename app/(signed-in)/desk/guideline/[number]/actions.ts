"use server";

import { refresh } from "next/cache";
import { bringBackGuideline } from "#lib/desk/guideline";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function bringBackAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(async () => {
    await bringBackGuideline(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
  }, form);
  // The newest version is another one by now: the page says which.
  if (state?.ok === false && state.code === "conflict") refresh();
  return state;
}
