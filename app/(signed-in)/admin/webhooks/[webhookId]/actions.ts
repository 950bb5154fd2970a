"use server";

import {
  deleteWebhook,
  pauseWebhook,
  resendDelivery,
  resumeWebhook,
  rotateWebhook,
  testWebhook,
} from "#lib/desk/webhooks";
import type { FormState } from "#lib/domain/form-state";
import { act, actQuietly } from "#lib/next/act";

export const testAction = async (_: FormState, form: FormData) => act(testWebhook, Object.fromEntries(form));
export const pauseAction = async (_: FormState, form: FormData) =>
  act(pauseWebhook, Object.fromEntries(form));
export const resumeAction = async (_: FormState, form: FormData) =>
  act(resumeWebhook, Object.fromEntries(form));
export const rotateAction = async (_: FormState, form: FormData) =>
  act(rotateWebhook, Object.fromEntries(form));
export const resendAction = async (_: FormState, form: FormData) =>
  act(resendDelivery, Object.fromEntries(form));
/** The page that it was done on isn't there any more: nothing is drawn anew. */
export const deleteAction = async (_: FormState, form: FormData) =>
  actQuietly(deleteWebhook, Object.fromEntries(form));
