"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "./attempt";
import { ownPath } from "./own-path";
import { showKeyHere } from "./sign-in";

/** From both steps of signing in: a passkey is both factors. */
export async function passkeyAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    await showKeyHere(String(form.get("shown") ?? ""));
    redirect(ownPath(form.get("next")));
  });
}
