"use server";

import { refresh } from "next/cache";
import { mergeSpeaker, nameSpeaker, partSpeaker } from "#lib/desk/speakers";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

async function act(verb: Verb<{ readonly speakerId: string }>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return {};
  }, form);
}

export const nameAction = async (_: FormState, form: FormData) => act(nameSpeaker, form);
export const mergeAction = async (_: FormState, form: FormData) => act(mergeSpeaker, form);
export const partAction = async (_: FormState, form: FormData) => act(partSpeaker, form);
