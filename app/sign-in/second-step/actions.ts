"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { proveStep, stepView } from "#lib/db/people/sign-in-steps";
import { beginAuthenticator, confirmAuthenticator } from "#lib/desk/people/second-factor";
import type { FormState } from "#lib/domain/form-state";
import type { StepView } from "#lib/domain/second-factor";
import { AppError } from "#lib/errors";
import { attempt } from "#lib/next/attempt";
import { ownPath } from "#lib/next/own-path";
import { stepCookie } from "#lib/next/short-cookies";
import { takeStepHere } from "#lib/next/sign-in";
import * as words from "#lib/words";

/** Nobody is signed in here yet: the token of the first step says who may, and that they gave their password just now. */
async function onTheWay(next: StepView["next"]) {
  const token = await stepCookie.read();
  const step = await stepView(token, new Date());
  if (token === undefined || step === null || step.next !== next) {
    throw new AppError("not_signed_in", words.secondFactor.errors.stepOver);
  }
  return { token, person: { ...step.person, provedAt: new Date() } };
}

export async function codeAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await takeStepHere(String(form.get("code") ?? ""));
    redirect(ownPath(form.get("next")));
  }, form);
}

export async function beginAction(): Promise<FormState> {
  return attempt(async () => {
    const { person } = await onTheWay("setUp");
    await beginAuthenticator(person, {}, { now: new Date() });
    refresh();
  });
}

export async function confirmAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const now = new Date();
    const { person, token } = await onTheWay("setUp");
    const { codes } = await confirmAuthenticator(person, Object.fromEntries(form), { now });
    await proveStep(token, now);
    refresh();
    return { data: { codes: codes.join("\n") } };
  }, form);
}

/** What was set up on the way counts as shown. */
export async function goOnAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await takeStepHere(null);
    redirect(ownPath(form.get("next")));
  });
}
