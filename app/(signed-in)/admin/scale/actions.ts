"use server";

import { refresh } from "next/cache";
import { writeScale } from "#lib/desk/scale";
import type { FormState } from "#lib/domain/form-state";
import { slotField, typedCodes } from "#lib/domain/scale-form";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function writeAction(_: FormState, form: FormData): Promise<FormState> {
  const { codes, slots } = typedCodes((name) => form.get(name));
  const state = await attempt(async () => {
    const given = { ...Object.fromEntries(form), codes };
    await writeScale(await requirePoster(form), given, { now: new Date() });
  }, form);
  // What somebody else saved first has to be read before it can be shown.
  if (state?.ok === false && state.code === "conflict") refresh();
  return state?.ok === false ? { ...state, field: slotField(state.field, slots) } : state;
}
