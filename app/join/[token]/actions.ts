"use server";

import { redirect } from "next/navigation";
import { acceptInvitation } from "#lib/desk/people/joining";
import { setPassword } from "#lib/desk/people/passwords";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "#lib/next/attempt";
import { rememberDevice } from "#lib/next/known-devices";
import { secondStepPath } from "#lib/next/own-path";
import { stepCookie } from "#lib/next/short-cookies";
import { signInHere, takeStepHere } from "#lib/next/sign-in";

/** The link itself says who may: nobody is signed in here yet. */
export async function joinAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await enter(await acceptInvitation(Object.fromEntries(form), { now: new Date() }), form);
  }, form);
}

export async function newPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { step, ...person } = await setPassword(Object.fromEntries(form), { now: new Date() });
    if (step === null) await enter(person, form);
    else await enterWith(step, person.userId);
  }, form);
}

interface Person {
  readonly userId: string;
  readonly email: string;
}

/**
 * The account stands by now: where signing in fails for a moment, the person can do it themselves. Who held the link is no stranger, so
 * their browser is known from here on.
 */
async function enter({ userId, email }: Person, form: FormData): Promise<never> {
  await rememberDevice(userId);
  let next = "/sign-in";
  await attempt(async () => {
    const signedIn = await signInHere(email, String(form.get("password")));
    next = signedIn === "in" ? "/desk" : secondStepPath(null);
  });
  redirect(next);
}

/** Both steps were taken with the link. */
async function enterWith(step: string, userId: string): Promise<never> {
  await rememberDevice(userId);
  await stepCookie.keep(step);
  const entered = await attempt(() => takeStepHere(null));
  redirect(entered?.ok ? "/desk" : "/sign-in");
}
