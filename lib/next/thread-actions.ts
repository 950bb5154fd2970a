"use server";

import { refresh } from "next/cache";
import { openThread, reopenThread, replyInThread, resolveThread, takeBackComment } from "#lib/desk/threads";
import type { FormState } from "#lib/domain/form-state";
import { act, requirePoster } from "./act";
import { attempt } from "./attempt";

/** Threads hang on several screens: their actions are the same on each. */

async function say(verb: typeof openThread | typeof replyInThread, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { told } = await verb(await requirePoster(form), Object.fromEntries(form), { now: new Date() });
    refresh();
    return { message: told };
  }, form);
}

export const openThreadAction = async (_: FormState, form: FormData) => say(openThread, form);
export const replyAction = async (_: FormState, form: FormData) => say(replyInThread, form);
export const resolveThreadAction = async (_: FormState, form: FormData) =>
  act(resolveThread, Object.fromEntries(form));
export const reopenThreadAction = async (_: FormState, form: FormData) =>
  act(reopenThread, Object.fromEntries(form));
export const takeBackCommentAction = async (_: FormState, form: FormData) =>
  act(takeBackComment, Object.fromEntries(form));
