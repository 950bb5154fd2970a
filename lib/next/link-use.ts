"use server";

import { confirmLinkUse } from "#lib/desk/people/passwords";
import type { FormState } from "#lib/domain/form-state";
import { act } from "./act";

/** From the notice above every page. */
export const confirmLinkUseAction = async (_: FormState): Promise<FormState> => act(confirmLinkUse, {});
