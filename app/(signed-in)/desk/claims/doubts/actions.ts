"use server";

import { refresh } from "next/cache";
import { dismissDoubt, reopenDoubt } from "#lib/desk/doubts";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

async function decide(verb: Verb<unknown>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return {};
  }, form);
}

export const dismissAction = async (_: FormState, form: FormData) => decide(dismissDoubt, form);
export const reopenAction = async (_: FormState, form: FormData) => decide(reopenDoubt, form);
