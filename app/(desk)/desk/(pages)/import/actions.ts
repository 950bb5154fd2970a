"use server";

import { requestAddress, requestImport } from "#lib/desk/imports";
import type { FormState } from "#lib/domain/form-state";
import { attempt } from "#lib/next/attempt";
import { addressOf, importOf } from "#lib/next/import-form";
import { requireActor } from "#lib/next/session";

/** Answers with the import's id: from then on the page is kept, whatever happens to this browser. */
export async function importAction(form: FormData): Promise<FormState> {
  return attempt(async () => {
    const actor = await requireActor();
    const now = new Date();
    const { importId } =
      form.get("mode") === "address"
        ? await requestAddress(actor, addressOf(form), { now })
        : await requestImport(actor, await importOf(form), { now });
    return { data: { importId } };
  });
}
