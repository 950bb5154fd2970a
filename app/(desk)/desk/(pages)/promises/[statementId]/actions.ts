"use server";

import { saveDraft } from "#lib/desk/drafts";
import { recordOutcome, reopenPromise } from "#lib/desk/outcomes";
import { act, actQuietly } from "#lib/next/act";

export const recordAction = async (input: unknown) => act(recordOutcome, input);
export const reopenAction = async (input: unknown) => act(reopenPromise, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
