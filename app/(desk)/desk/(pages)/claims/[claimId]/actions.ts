"use server";

import {
  addEvidence,
  addSearch,
  editClaim,
  removeEvidence,
  removeSearch,
  requestEvidenceCopy,
  writeVerdict,
} from "#lib/desk/claims";
import { saveDraft } from "#lib/desk/drafts";
import { linkStatement } from "#lib/desk/statements";
import { act, actQuietly } from "#lib/next/act";

export const editClaimAction = async (input: unknown) => act(editClaim, input);
export const addEvidenceAction = async (input: unknown) => act(addEvidence, input);
export const removeEvidenceAction = async (input: unknown) => act(removeEvidence, input);
export const keepCopyAction = async (input: unknown) => act(requestEvidenceCopy, input);
export const addSearchAction = async (input: unknown) => act(addSearch, input);
export const removeSearchAction = async (input: unknown) => act(removeSearch, input);
export const writeVerdictAction = async (input: unknown) => act(writeVerdict, input);
export const linkStatementAction = async (input: unknown) => act(linkStatement, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);
