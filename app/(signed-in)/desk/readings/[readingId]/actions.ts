"use server";

import { saveDraft } from "#lib/desk/drafts";
import { callOffReading, giveUpPass, takePass } from "#lib/desk/readings";
import { decideUnit, finishReading, settleReading } from "#lib/desk/settling";
import { act, actQuietly } from "#lib/next/act";

export const takeAction = async (input: unknown) => act(takePass, input);
export const callOffAction = async (input: unknown) => act(callOffReading, input);
export const releaseAction = async (input: unknown) => act(giveUpPass, input);
export const settleAction = async (input: unknown) => act(settleReading, input);
export const decideAction = async (input: unknown) => act(decideUnit, input);
export const finishAction = async (input: unknown) => act(finishReading, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
