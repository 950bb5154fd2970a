"use server";

import { redirect } from "next/navigation";
import { acceptInvitation } from "#lib/desk/people/joining";
import { setPassword } from "#lib/desk/people/passwords";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "#lib/next/attempt";
import { signInHere } from "#lib/next/sign-in";

/** The link itself says who may: nobody is signed in here yet. */
export async function joinAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { email } = await acceptInvitation(Object.fromEntries(form), { now: new Date() });
    await enter(email, form);
  }, form);
}

export async function newPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const { email } = await setPassword(Object.fromEntries(form), { now: new Date() });
    await enter(email, form);
  }, form);
}

/** The account stands by now: where signing in fails for a moment, the person can do it themselves. */
async function enter(email: string, form: FormData): Promise<never> {
  const entered = await attempt(() => signInHere(email, String(form.get("password"))));
  redirect(entered?.ok ? "/desk" : "/sign-in");
}
