import { transaction } from "#lib/db/core/client";
import { noteSecurity } from "#lib/db/security/events";
import type { PasskeySite, ShownKey } from "#lib/domain/passkeys";
import { takeShownKey } from "./passkeys";
import { lockPerson, openSession } from "./sessions";

/**
 * Sign in with a passkey alone: the device was there, and whoever holds it proved themselves to it, which is both factors. `owner` is
 * whose it has to be; null where it may be anybody's.
 *
 * Returns  the new session's id; null for every answer that opens nothing.
 */
export async function signInWithPasskey(
  answer: { readonly token: string; readonly shown: ShownKey },
  site: PasskeySite,
  { now, owner }: { readonly now: Date; readonly owner: string | null },
): Promise<string | null> {
  const shown = await takeShownKey(answer, site, now);
  const person = owner === null || shown?.id === owner ? shown : null;
  const sessionId =
    person === null
      ? null
      : await transaction(async (tx) =>
          (await lockPerson(tx, person)) ? openSession(tx, person.id, now) : null,
        );
  if (sessionId === null) {
    const failed = { kind: "signInFailed", actorId: null, detail: "passkey" } as const;
    await noteSecurity({ ...failed, personId: person?.id ?? null }, now);
  }
  return sessionId;
}
