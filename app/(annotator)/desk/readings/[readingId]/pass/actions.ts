"use server";

import { saveDraft } from "#lib/desk/drafts";
import {
  acceptInPass,
  addInPass,
  editInPass,
  noteInPass,
  rejectInPass,
  removeInPass,
  restoreInPass,
  undoInPass,
} from "#lib/desk/passes";
import { giveUpPass, handInPass } from "#lib/desk/readings";
import { linkStatement } from "#lib/desk/statements";
import { act, actQuietly } from "#lib/next/act";

export const acceptAction = async (input: unknown) => act(acceptInPass, input);
export const rejectAction = async (input: unknown) => act(rejectInPass, input);
export const undecideAction = async (input: unknown) => act(undoInPass, input);
export const addAction = async (input: unknown) => act(addInPass, input);
export const editAction = async (input: unknown) => act(editInPass, input);
export const removeAction = async (input: unknown) => act(removeInPass, input);
export const restoreAction = async (input: unknown) => act(restoreInPass, input);
export const noteAction = async (input: unknown) => act(noteInPass, input);
export const handInAction = async (input: unknown) => act(handInPass, input);
export const giveUpAction = async (input: unknown) => act(giveUpPass, input);
/** Finds no statement of a pass: those join no claim. */
export const joinAction = async (input: unknown) => act(linkStatement, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
