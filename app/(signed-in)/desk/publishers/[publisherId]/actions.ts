"use server";

import { refresh } from "next/cache";
import { markPublisher } from "#lib/desk/publishers";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

export async function markAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await markPublisher(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return {};
  }, form);
}
