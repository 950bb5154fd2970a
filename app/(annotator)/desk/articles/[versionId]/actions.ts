"use server";

import { writeAnnotation } from "#lib/desk/annotations";
import {
  correctFact,
  dismissArticle,
  refetchArticle,
  takeBackArticle,
  watchArticle,
} from "#lib/desk/articles";
import { carryOver } from "#lib/desk/carry-over";
import { createClaim } from "#lib/desk/claims";
import { saveDraft } from "#lib/desk/drafts";
import { correctParts, lookThroughParts, takeBackParts } from "#lib/desk/parts";
import { askReading } from "#lib/desk/readings";
import { openReview } from "#lib/desk/reviews";
import {
  acceptSuggestion,
  addStatement,
  affirmMatch,
  editStatement,
  linkStatement,
  refuseMatch,
  rejectSuggestion,
  removeStatement,
  restoreStatement,
  undoDecision,
  undoMatch,
} from "#lib/desk/statements";
import { acceptSure, giveSureBack } from "#lib/desk/sure-suggestions";
import { addTopic, removeTopic } from "#lib/desk/topics";
import { act, actForeseen, actQuietly } from "#lib/next/act";

export const openAction = async (input: unknown) => act(openReview, input);
export const acceptAction = async (input: unknown) => actForeseen(acceptSuggestion, input);
export const acceptSureAction = async (input: unknown) => act(acceptSure, input);
export const giveSureBackAction = async (input: unknown) => act(giveSureBack, input);
export const rejectAction = async (input: unknown) => actForeseen(rejectSuggestion, input);
export const undecideAction = async (input: unknown) => actForeseen(undoDecision, input);
export const addAction = async (input: unknown) => act(addStatement, input);
export const editAction = async (input: unknown) => actForeseen(editStatement, input);
export const removeAction = async (input: unknown) => actForeseen(removeStatement, input);
export const restoreAction = async (input: unknown) => actForeseen(restoreStatement, input);
export const linkAction = async (input: unknown) => act(linkStatement, input);
export const affirmMatchAction = async (input: unknown) => act(affirmMatch, input);
export const refuseMatchAction = async (input: unknown) => act(refuseMatch, input);
export const undoMatchAction = async (input: unknown) => act(undoMatch, input);
export const noteAction = async (input: unknown) => act(writeAnnotation, input);
export const createClaimAction = async (input: unknown) => act(createClaim, input);
export const addTopicAction = async (input: unknown) => act(addTopic, input);
export const removeTopicAction = async (input: unknown) => act(removeTopic, input);
export const saveDraftAction = async (input: unknown) => actQuietly(saveDraft, input);

export const refetchAction = async (input: unknown) => act(refetchArticle, input);
export const watchAction = async (input: unknown) => act(watchArticle, input);
export const correctFactAction = async (input: unknown) => act(correctFact, input);
export const correctPartsAction = async (input: unknown) => act(correctParts, input);
export const takeBackPartsAction = async (input: unknown) => act(takeBackParts, input);
export const lookThroughPartsAction = async (input: unknown) => act(lookThroughParts, input);
export const askReadingAction = async (input: unknown) => act(askReading, input);
export const dismissAction = async (input: unknown) => act(dismissArticle, input);
export const takeBackAction = async (input: unknown) => act(takeBackArticle, input);
export const carryOverAction = async (input: unknown) => act(carryOver, input);
