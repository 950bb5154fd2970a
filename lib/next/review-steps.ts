import { publishAction, returnAction, submitAction, takeOverAction, withdrawAction } from "./review-actions";

/** What the review panels of pages and of claims are given. */
export const REVIEW_STEPS = {
  takeOver: takeOverAction,
  submit: submitAction,
  return: returnAction,
  publish: publishAction,
  withdraw: withdrawAction,
};
