"use server";

import { publishReview, returnReview, submitReview, takeOverReview, withdrawReview } from "#lib/desk/reviews";
import { act } from "./act";

/** The steps of a review are the same for a page and for a claim. */
export const takeOverAction = async (input: unknown) => act(takeOverReview, input);
export const submitAction = async (input: unknown) => act(submitReview, input);
export const returnAction = async (input: unknown) => act(returnReview, input);
export const publishAction = async (input: unknown) => act(publishReview, input);
export const withdrawAction = async (input: unknown) => act(withdrawReview, input);
