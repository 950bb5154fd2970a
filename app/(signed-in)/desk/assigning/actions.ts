"use server";

import { refresh } from "next/cache";
import { addRule, bringRuleBack, moveRule } from "#lib/desk/assigning";
import type { Verb } from "#lib/desk/verb";
import { ruleOfForm } from "#lib/domain/assigning";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";

async function onForm(verb: Verb<object>, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await verb(await requirePoster(form), ruleOfForm(form), { now: new Date() });
    refresh();
  }, form);
}

export const addAction = async (_: FormState, form: FormData) => onForm(addRule, form);
export const moveAction = async (_: FormState, form: FormData) => onForm(moveRule, form);
export const bringBackAction = async (_: FormState, form: FormData) => onForm(bringRuleBack, form);
