"use server";

import { requestImport } from "#lib/desk/imports";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "#lib/next/attempt";
import { importOf } from "#lib/next/import-form";
import { requireActor } from "#lib/next/session";

/** Answers with the import's id: from then on the page is kept, whatever happens to this browser. */
export async function importAction(form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requireActor();
    const { importId } = await requestImport(actor, await importOf(form), { now: new Date() });
    return { data: { importId } };
  });
}
