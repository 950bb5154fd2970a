import { requestAddress, requestImport } from "#lib/desk/imports";
import type { Actor } from "#lib/domain/actor";
import { addressOf, importOf } from "./import-form";

/** One page as the import form gives it: bytes, or the address that they are fetched from. */
export async function givePage(actor: Actor, form: FormData): Promise<{ importId: string }> {
  const now = new Date();
  return form.get("mode") === "address"
    ? requestAddress(actor, addressOf(form), { now })
    : requestImport(actor, await importOf(form), { now });
}
