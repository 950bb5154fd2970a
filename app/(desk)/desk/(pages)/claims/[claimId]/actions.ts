"use server";

import {
  addEvidence,
  addSearch,
  editClaim,
  removeEvidence,
  removeSearch,
  writeVerdict,
} from "#lib/desk/claims";
import { saveDraft } from "#lib/desk/drafts";
import { publishReview, returnReview, submitReview, takeOverReview, withdrawReview } from "#lib/desk/reviews";
import { act, actQuietly } from "#lib/next/act";

export const editClaimAction = async (input: unknown) => act(editClaim, input);
export const addEvidenceAction = async (input: unknown) => act(addEvidence, input);
export const removeEvidenceAction = async (input: unknown) => act(removeEvidence, input);
export const addSearchAction = async (input: unknown) => act(addSearch, input);
export const removeSearchAction = async (input: unknown) => act(removeSearch, input);
export const writeVerdictAction = async (input: unknown) => act(writeVerdict, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);

export const takeOverAction = async (input: unknown) => act(takeOverReview, input);
export const submitAction = async (input: unknown) => act(submitReview, input);
export const returnAction = async (input: unknown) => act(returnReview, input);
export const publishAction = async (input: unknown) => act(publishReview, input);
export const withdrawAction = async (input: unknown) => act(withdrawReview, input);
