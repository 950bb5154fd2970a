"use server";

import { refresh } from "next/cache";
import { setNoticeMail } from "#lib/desk/notices";
import { changePassword, endOthers, endSession } from "#lib/desk/people/own-account";
import { addPasskey, beginPasskey, removePasskey } from "#lib/desk/people/passkeys";
import {
  beginAuthenticator,
  confirmAuthenticator,
  newRecoveryCodes,
  removeAuthenticatorOf,
} from "#lib/desk/people/second-factor";
import type { FormState } from "#lib/domain/form-state";
import { AppError } from "#lib/errors";
import { act, requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { passkeySite } from "#lib/next/passkey-site";
import { currentSessionId } from "#lib/next/session";
import { askCookie } from "#lib/next/short-cookies";
import * as words from "#lib/words";

export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const input = { ...Object.fromEntries(form), here: await currentSessionId() };
    const { ended } = await changePassword(await requirePoster(), input, { now: new Date() });
    refresh();
    return { message: words.ownAccount.password.done(ended) };
  }, form);
}

export const noticeMailAction = async (_: FormState, form: FormData) =>
  act(setNoticeMail, Object.fromEntries(form));

export const endSessionAction = async (_: FormState, form: FormData) =>
  act(endSession, Object.fromEntries(form));

export const endOthersAction = async (_: FormState, form: FormData) =>
  act(endOthers, { ...Object.fromEntries(form), here: await currentSessionId() });

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
    const { codes } = await newRecoveryCodes(await requirePoster(form), Object.fromEntries(form), {
      now: new Date(),
    });
    refresh();
    return { data: { codes: codes.join("\n") } };
  });
}

export async function beginPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const verb = beginPasskey(requireSite());
    const { token, options } = await verb(await requirePoster(form), {}, { now: new Date() });
    await askCookie.keep(token);
    return { data: { options: JSON.stringify(options) } };
  });
}

export async function addPasskeyAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const input = { ...Object.fromEntries(form), token: (await askCookie.read()) ?? "" };
    const { codes } = await addPasskey(await requirePoster(), input, {
      site: requireSite(),
      now: new Date(),
    });
    await askCookie.drop();
    refresh();
    return { data: { name: String(form.get("name")), codes: codes.join("\n") } };
  }, form);
}

export const removePasskeyAction = async (_: FormState, form: FormData) =>
  act(removePasskey, Object.fromEntries(form));

function requireSite() {
  const site = passkeySite();
  if (site === null) throw new AppError("conflict", words.passkeys.impossible);
  return site;
}

export const removeFactorAction = async (_: FormState, form: FormData) =>
  act(removeAuthenticatorOf, Object.fromEntries(form));
