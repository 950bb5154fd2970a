"use server";

import { removeJob, retryAllJobs, retryJob } from "#lib/desk/jobs";
import type { FormState } from "#lib/domain/form-state";
import { act } from "#lib/next/act";

export const retryAction = async (_: FormState, form: FormData) => act(retryJob, Object.fromEntries(form));
export const removeAction = async (_: FormState, form: FormData) => act(removeJob, Object.fromEntries(form));
export const retryAllAction = async (_: FormState, form: FormData) =>
  act(retryAllJobs, Object.fromEntries(form));
