"use server";

import { refresh } from "next/cache";
import { addWebhook } from "#lib/desk/webhooks";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function addAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    const { secret } = await addWebhook(actor, Object.fromEntries(form), { now: new Date() });
    refresh();
    return { data: { secret, host: new URL(String(form.get("address"))).host } };
  }, form);
}
