"use server";

import { refresh } from "next/cache";
import { writeGuideline } from "#lib/desk/guideline";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function writeAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(async () => {
    await writeGuideline(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
  }, form);
  // What somebody else saved first has to be read before it can be shown.
  if (state?.ok === false && state.code === "conflict") refresh();
  return state;
}
