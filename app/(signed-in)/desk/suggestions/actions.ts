"use server";

import { switchRuleOff, switchRuleOn } from "#lib/desk/rule-switches";
import type { FormState } from "#lib/domain/form-state";
import { act } from "#lib/next/act";

export const switchOffAction = async (_: FormState, form: FormData): Promise<FormState> =>
  act(switchRuleOff, Object.fromEntries(form));

export const switchOnAction = async (_: FormState, form: FormData): Promise<FormState> =>
  act(switchRuleOn, Object.fromEntries(form));
