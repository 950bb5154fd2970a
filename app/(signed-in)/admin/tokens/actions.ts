"use server";

import { refresh } from "next/cache";
import { createToken, revokeToken } from "#lib/desk/tokens";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function createAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    const { token } = await createToken(actor, Object.fromEntries(form), { now: new Date() });
    refresh();
    return { data: { token, name: String(form.get("name")) } };
  }, form);
}

export async function revokeAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await revokeToken(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
  }, form);
}
