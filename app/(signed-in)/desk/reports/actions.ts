"use server";

import { saveDraft } from "#lib/desk/drafts";
import { answerErrorReport, eraseErrorReport } from "#lib/desk/error-reports";
import { act, actQuietly } from "#lib/next/act";

export const answerReportAction = async (input: unknown) => act(answerErrorReport, input);
export const eraseReportAction = async (input: unknown) => act(eraseErrorReport, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
