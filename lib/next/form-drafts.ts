"use server";

import { saveDraft } from "#lib/desk/drafts";
import type { FormState } from "#lib/domain/form-state";
import { actQuietly } from "./act";

/** From any form of any page for signed-in people. */
export const saveFormDraftAction = async (input: unknown): Promise<FormState> => actQuietly(saveDraft, input);
