import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { actorOfSession } from "#lib/db/people/sessions";
import { noteSecurity } from "#lib/db/security/events";
import { proveAgain, proveWithKey } from "#lib/desk/people/proof";
import { type Actor, AGAIN, AGAIN_KEY, type Role } from "#lib/domain/actor";
import { AppError } from "#lib/errors";
import * as words from "#lib/words";
import { signInPath } from "./own-path";
import { passkeySite } from "./passkey-site";
import { PATH_HEADER } from "./path-header";
import { sessionCookieName, sessionIdIn } from "./session-cookie";
import { askCookie } from "./short-cookies";

/** The id of this browser's session, whether or not it still stands; null without one. */
export async function currentSessionId(): Promise<string | null> {
  return sessionIdIn((await cookies()).get(sessionCookieName())?.value);
}

/**
 * Who is asking; null for a reader without an account. The one place where that is decided: the session's row and the person
 * are read on every request, so whoever was disabled, or given another role, is out on their next one. Within one page the
 * answer is kept.
 */
export const currentActor = cache(
  async (): Promise<Actor | null> => actorOfSession(await currentSessionId(), new Date()),
);

/**
 * For actions and routes. Where a form came with a password given again (`given` is the form, or its fields), that is looked at first.
 *
 * Throws   AppError `not_signed_in`; `invalid_input` and `rate_limited` where a wrong password was given.
 */
export async function requireActor(given?: unknown): Promise<Actor> {
  const [actor, here] = [await currentActor(), await currentSessionId()];
  if (actor === null) throw new AppError("not_signed_in", words.deskErrors.notSignedIn);
  const now = new Date();
  const [word, shown, site] = [fieldOf(given, AGAIN), fieldOf(given, AGAIN_KEY), passkeySite()];
  if (shown !== "" && site !== null) {
    return proveWithKey(actor, { token: (await askCookie.read()) ?? "", shown, here }, { site, now });
  }
  return word === "" ? actor : proveAgain(actor, { given: word, here }, { now });
}

/** What stands in a field of a form, or of its fields as an object; empty where it has none of this name. */
function fieldOf(form: unknown, name: string): string {
  const fields: unknown = form instanceof FormData ? Object.fromEntries(form) : form;
  if (typeof fields !== "object" || fields === null) return "";
  const value = new Map<string, unknown>(Object.entries(fields)).get(name);
  return typeof value === "string" ? value : "";
}

const RANK: Record<Role, number> = { CONTRIBUTOR: 0, EDITOR: 1, ADMIN: 2 };

/**
 * For pages and layouts: leads to sign in and back where nobody is signed in, and shows the nearest not-found page to
 * whoever is below `minRole`.
 */
export async function requirePage(minRole: Role = "CONTRIBUTOR"): Promise<Actor> {
  const actor = await currentActor();
  if (actor === null) redirect(signInPath((await headers()).get(PATH_HEADER)));
  if (RANK[actor.role] < RANK[minRole]) {
    await noteSecurity({ kind: "refused", actorId: actor.id, detail: `page of ${minRole}` }, new Date());
    notFound();
  }
  return actor;
}
