"use server";

import { setReadingRule } from "#lib/desk/readings";
import type { FormState } from "#lib/domain/form-state";
import { act } from "#lib/next/act";

export const setRuleAction = async (_: FormState, form: FormData): Promise<FormState> =>
  act(setReadingRule, Object.fromEntries(form));
