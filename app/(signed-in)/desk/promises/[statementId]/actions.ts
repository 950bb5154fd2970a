"use server";

import { saveDraft } from "#lib/desk/drafts";
import { recordOutcome, reopenPromise } from "#lib/desk/outcomes";
import { refuseMatch, undoMatch } from "#lib/desk/statements";
import { joinTemplate, leaveTemplate, partTemplate } from "#lib/desk/templates";
import { act, actQuietly } from "#lib/next/act";

export const recordAction = async (input: unknown) => act(recordOutcome, input);
export const reopenAction = async (input: unknown) => act(reopenPromise, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
export const joinAction = async (input: unknown) => act(joinTemplate, input);
export const refuseMatchAction = async (input: unknown) => act(refuseMatch, input);
export const undoMatchAction = async (input: unknown) => act(undoMatch, input);
export const partAction = async (input: unknown) => act(partTemplate, input);
export const leaveAction = async (input: unknown) => act(leaveTemplate, input);
