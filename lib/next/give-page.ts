import { requestAddress, requestImport } from "#lib/desk/imports";
import type { Actor } from "#lib/domain/actor";
import { SEND_KEY } from "#lib/domain/send-key";
import { addressOf, importOf } from "./import-form";

/** One page as the import form gives it: bytes, or the address that they are fetched from. */
export async function givePage(actor: Actor, form: FormData): Promise<{ importId: string }> {
  const now = new Date();
  const key = { [SEND_KEY]: form.get(SEND_KEY) };
  return form.get("mode") === "address"
    ? requestAddress(actor, { ...addressOf(form), ...key }, { now })
    : requestImport(actor, { ...(await importOf(form)), ...key }, { now });
}
