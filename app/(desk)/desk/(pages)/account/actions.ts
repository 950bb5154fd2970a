"use server";

import { refresh } from "next/cache";
import { changePassword, endOthers, endSession } from "#lib/desk/people/own-account";
import {
  beginAuthenticator,
  confirmAuthenticator,
  newRecoveryCodes,
  removeAuthenticatorOf,
} from "#lib/desk/people/second-factor";
import type { FormState } from "#lib/domain/form-state";
import { act, requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { currentSessionId } from "#lib/next/session";
import { words } from "#lib/words";

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const input = { ...Object.fromEntries(form), here: await currentSessionId() };
    const { ended } = await changePassword(await requirePoster(), input, { now: new Date() });
    refresh();
    return { message: words.ownAccount.password.done(ended) };
  }, form);
}

export const endSessionAction = async (_: FormState, form: FormData) =>
  act(endSession, Object.fromEntries(form));

export const endOthersAction = async (_: FormState) => act(endOthers, { here: await currentSessionId() });

export const beginFactorAction = async (_: FormState, form: FormData) =>
  act(beginAuthenticator, Object.fromEntries(form));

/** Recovery codes are answered once, one in each line. */
export async function confirmFactorAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const input = Object.fromEntries(form);
    const { codes } = await confirmAuthenticator(await requirePoster(), input, { now: new Date() });
    refresh();
    return { data: { codes: codes.join("\n") } };
  }, form);
}

export async function newCodesAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { codes } = await newRecoveryCodes(await requirePoster(form), {}, { now: new Date() });
    refresh();
    return { data: { codes: codes.join("\n") } };
  });
}

export const removeFactorAction = async (_: FormState, form: FormData) =>
  act(removeAuthenticatorOf, Object.fromEntries(form));
