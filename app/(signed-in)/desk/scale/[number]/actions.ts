"use server";

import { refresh } from "next/cache";
import { bringBackScale } from "#lib/desk/scale";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function bringBackAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await attempt(async () => {
    await bringBackScale(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
  }, form);
  // Another version is in force by now: the page says which.
  if (state?.ok === false && state.code === "conflict") refresh();
  return state;
}
