"use server";

import { redirect } from "next/navigation";
import { saveDraft } from "#lib/desk/drafts";
import { cancelImport, retryImport } from "#lib/desk/imports";
import type { FormState } from "#lib/domain/form-state";
import { act, actQuietly, requirePoster } from "#lib/next/act";
import { attempt } from "#lib/next/attempt";
import { givePage } from "#lib/next/give-page";
import { plainMode } from "#lib/next/import-form";

/** Answers with the import's id: from then on the page is kept, whatever happens to this browser. */
export async function importAction(form: FormData): Promise<FormState> {
  return attempt(async () => ({ data: await givePage(await requirePoster(), form) }));
}

/** The same for a browser without scripts, which is led to the import's own screen. */
export async function plainImportAction(_: FormState, form: FormData): Promise<FormState> {
  return attempt(async () => {
    form.set("mode", plainMode(form));
    const { importId } = await givePage(await requirePoster(), form);
    redirect(`/desk/import/${importId}`);
  }, form);
}

export async function cancelAction(input: unknown): Promise<FormState> {
  return act(cancelImport, input);
}

export async function saveDraftAction(input: unknown): Promise<FormState> {
  return actQuietly(saveDraft, input);
}

export async function retryAction(input: unknown): Promise<FormState> {
  return act(retryImport, input);
}
