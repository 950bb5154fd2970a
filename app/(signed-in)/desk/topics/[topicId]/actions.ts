"use server";

import { refresh } from "next/cache";
import { mergeTopic, nameTopic, partTopic } from "#lib/desk/topics";
import type { Verb } from "#lib/desk/verb";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

async function act(verb: Verb<{ readonly topicId: string }>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return {};
  }, form);
}

export const nameAction = async (_: FormState, form: FormData) => act(nameTopic, form);
export const mergeAction = async (_: FormState, form: FormData) => act(mergeTopic, form);
export const partAction = async (_: FormState, form: FormData) => act(partTopic, form);
