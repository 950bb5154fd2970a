"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { lookAtAddress, lookAtGiven, takeFactCheck } from "#lib/desk/fact-checks";
import { FACT_CHECK_BOUNDS } from "#lib/domain/bounds";
import type { FormState } from "#lib/domain/form-state";
import { requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { givenFile } from "#lib/next/given-file";

export async function addressAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    await lookAtAddress(actor, Object.fromEntries(form), { now: new Date() });
    refresh();
  }, form);
}

export async function givenAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    const given = await givenFile(form, FACT_CHECK_BOUNDS.given);
    await lookAtGiven(actor, given, { now: new Date() });
    refresh();
  }, form);
}

export async function takeAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requirePoster(form);
    const { claimId } = await takeFactCheck(actor, Object.fromEntries(form), { now: new Date() });
    redirect(`/desk/claims/${claimId}#evidence`);
  }, form);
}
