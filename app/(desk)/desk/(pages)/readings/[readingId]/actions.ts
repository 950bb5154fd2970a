"use server";

import { saveDraft } from "#lib/desk/drafts";
import { callOffReading, giveUpPass, takePass } from "#lib/desk/readings";
import { act, actQuietly } from "#lib/next/act";

export const takeAction = async (input: unknown) => act(takePass, input);
export const callOffAction = async (input: unknown) => act(callOffReading, input);
export const releaseAction = async (input: unknown) => act(giveUpPass, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
