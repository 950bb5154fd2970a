"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#lib/domain/form-state";
import { SignIn } from "#lib/domain/people";
import { attempt } from "#lib/next/attempt";
import { ownPath, secondStepPath } from "#lib/next/own-path";
import { signInHere } from "#lib/next/sign-in";

/** One answer for every wrong pair, whatever is wrong with it. */
export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const pair = SignIn.safeParse(Object.fromEntries(form)).data ?? { email: "", password: "" };
    const signedIn = await signInHere(pair.email, pair.password);
    redirect(signedIn === "in" ? ownPath(form.get("next")) : secondStepPath(form.get("next")));
  }, form);
}
